import type { Provider } from '@unifault/core'
import { type PoloniexCode, apiCodes } from './generated/poloniex/codes.ts'

export type { PoloniexCode } from './generated/poloniex/codes.ts'

/**
 * Poloniex: a number in `code`; spot has it only on a failure beside `message`, the futures always, 200 on success,
 * beside `msg`.
 * Observed answers: ccxt@4.5.84 js/src/poloniex.js.
 */
export const poloniex: Provider<'poloniex', PoloniexCode> = {
  id: 'poloniex',
  name: 'Poloniex',
  hosts: ['poloniex.com'],
  docs: 'https://api-docs.poloniex.com/',
  dialects: [{ name: 'api', code: 'code', message: ['message', 'msg'], success: [0, 200], codes: apiCodes }],
}
