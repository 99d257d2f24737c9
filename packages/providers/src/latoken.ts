import type { Provider } from '@unifault/core'
import { type LatokenCode, apiCodes } from './generated/latoken/codes.ts'

export type { LatokenCode } from './generated/latoken/codes.ts'

/**
 * LATOKEN: a word in `error` beside `message`; on success it is empty.
 * Observed answers: ccxt@4.5.84 js/src/latoken.js.
 */
export const latoken: Provider<'latoken', LatokenCode> = {
  id: 'latoken',
  name: 'LATOKEN',
  hosts: ['latoken.com'],
  docs: 'https://api.latoken.com/doc/v2/',
  dialects: [
    {
      name: 'api',
      requires: { status: ['FAILURE'] },
      // Words stand there too: `For input string: "NaN"`.
      code: { at: 'error', match: /^([A-Z_]+)$/ },
      message: 'message',
      codes: apiCodes,
    },
  ],
}
