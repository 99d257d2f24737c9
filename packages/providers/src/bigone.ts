import type { Provider } from '@unifault/core'
import { type BigoneCode, apiCodes } from './generated/bigone/codes.ts'

export type { BigoneCode } from './generated/bigone/codes.ts'

/**
 * BigONE: `code` 0 on success, else a number beside `message`.
 * Observed answers: ccxt@4.5.84 js/src/bigone.js.
 */
export const bigone: Provider<'bigone', BigoneCode> = {
  id: 'bigone',
  name: 'BigONE',
  hosts: ['big.one'],
  docs: 'https://open.big.one/docs/api_error_codes.html',
  dialects: [
    {
      name: 'api',
      code: 'code',
      message: 'message',
      success: [0],
      codes: apiCodes,
    },
  ],
}
