import type { Provider } from '@unifault/core'
import { type BitgetCode, apiCodes } from './generated/bitget/codes.ts'

export type { BitgetCode } from './generated/bitget/codes.ts'

/**
 * Bitget: `code` "00000" on success; failures are HTTP 400 and above with a number as text.
 * Observed answers: ccxt@4.5.84 js/src/bitget.js.
 */
export const bitget: Provider<'bitget', BitgetCode> = {
  id: 'bitget',
  name: 'Bitget',
  hosts: ['bitget.com'],
  docs: 'https://www.bitget.com/api-doc/common/error-code/restapi',
  dialects: [{ name: 'api', requires: 'msg', code: 'code', message: 'msg', success: ['00000'], codes: apiCodes }],
}
