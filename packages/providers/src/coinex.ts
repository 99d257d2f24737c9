import type { Provider } from '@unifault/core'
import { type CoinexCode, apiCodes } from './generated/coinex/codes.ts'

export type { CoinexCode } from './generated/coinex/codes.ts'

/**
 * CoinEx: HTTP 200 with `code`, 0 on success, and `message`.
 * Observed answers: ccxt@4.5.84 js/src/coinex.js.
 */
export const coinex: Provider<'coinex', CoinexCode> = {
  id: 'coinex',
  name: 'CoinEx',
  hosts: ['coinex.com'],
  docs: 'https://docs.coinex.com/api/v2/error',
  dialects: [{ name: 'api', code: 'code', message: 'message', success: [0], codes: apiCodes }],
}
