import type { Provider } from '@unifault/core'
import { type CoinsphCode, apiCodes } from './generated/coinsph/codes.ts'

export type { CoinsphCode } from './generated/coinsph/codes.ts'

/**
 * Coins.ph: negative numbers beside `msg`, as Binance has them.
 * Documented: coins-docs/coins-docs.github.io@694cf39c9a5e docs/rest-api.md.
 */
export const coinsph: Provider<'coinsph', CoinsphCode> = {
  id: 'coinsph',
  name: 'Coins.ph',
  hosts: ['pro.coins.ph'],
  docs: 'https://docs.coins.ph/rest-api/',
  dialects: [{ name: 'api', requires: 'msg', code: 'code', message: 'msg', success: [0, 200], codes: apiCodes }],
  // A firewall rule; an address that went on after 429.
  status: { 403: 'abuse-blocked', 418: 'abuse-blocked' },
}
