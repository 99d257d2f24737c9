import type { Provider } from '@unifault/core'
import { type ExtendedCode, apiCodes } from './generated/extended/codes.ts'

export type { ExtendedCode } from './generated/extended/codes.ts'

/** Extended: `status` and, where it is `ERROR`, `error` with a number and words. */
export const extended: Provider<'extended', ExtendedCode> = {
  id: 'extended',
  name: 'Extended',
  hosts: ['extended.exchange'],
  docs: 'https://api.docs.extended.exchange/',
  dialects: [{ name: 'api', code: 'error.code', message: 'error.message', codes: apiCodes }],
}
