import type { Provider } from '@unifault/core'
import { type ParadexCode, apiCodes } from './generated/paradex/codes.ts'

export type { ParadexCode } from './generated/paradex/codes.ts'

/**
 * Paradex: REST has a word in `error` beside `message`; JSON-RPC a number in `error.code`
 * (https://docs.paradex.trade/ws/general-information/error-handling).
 * Observed answers: ccxt@4.5.84 js/src/paradex.js.
 */
export const paradex: Provider<'paradex', ParadexCode> = {
  id: 'paradex',
  name: 'Paradex',
  hosts: ['paradex.trade'],
  docs: 'https://docs.paradex.trade/',
  dialects: [{ name: 'api', code: ['error.code', 'error'], message: ['error.message', 'message'], codes: apiCodes }],
}
