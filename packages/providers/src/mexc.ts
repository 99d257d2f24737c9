import type { Provider } from '@unifault/core'
import { type MexcCode, apiCodes } from './generated/mexc/codes.ts'

export type { MexcCode } from './generated/mexc/codes.ts'

/**
 * MEXC: a number in `code` beside `msg` in spot and `message` in the futures; 0 and 200 are a success.
 * Observed answers: ccxt@4.5.84 js/src/mexc.js; documented: mexcdevelop/apidocs@c0de8fffc973 (spot), @84922b14369d (futures).
 */
export const mexc: Provider<'mexc', MexcCode> = {
  id: 'mexc',
  name: 'MEXC',
  hosts: ['mexc.com'],
  docs: 'https://mexcdevelop.github.io/apidocs/spot_v3_en/',
  dialects: [{ name: 'api', code: 'code', message: ['msg', 'message'], success: [0, 200], codes: apiCodes }],
  // A rule of the firewall.
  status: { 403: 'abuse-blocked' },
}
