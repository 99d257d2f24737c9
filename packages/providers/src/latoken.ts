import type { Provider } from '@unifault/core'
import { type LatokenCode, apiCodes } from './generated/latoken/codes.ts'

export type { LatokenCode } from './generated/latoken/codes.ts'

/** LATOKEN: a word in `error` beside `message`; on success it is empty. */
export const latoken: Provider<'latoken', LatokenCode> = {
  id: 'latoken',
  name: 'LATOKEN',
  hosts: ['latoken.com'],
  docs: 'https://api.latoken.com/doc/v2/',
  dialects: [{ name: 'api', requires: 'error', code: 'error', message: 'message', success: [''], codes: apiCodes }],
}
