import type { Provider } from '@unifault/core'
import { type HitbtcCode, apiCodes } from './generated/hitbtc/codes.ts'

export type { HitbtcCode } from './generated/hitbtc/codes.ts'

/**
 * HitBTC: real statuses, and `error` with a number, `message` and `description`.
 * Observed answers: ccxt@4.5.84 js/src/hitbtc.js.
 */
export const hitbtc: Provider<'hitbtc', HitbtcCode> = {
  id: 'hitbtc',
  name: 'HitBTC',
  hosts: ['hitbtc.com'],
  docs: 'https://api.hitbtc.com/#errors',
  dialects: [{ name: 'api', code: 'error.code', message: ['error.description', 'error.message'], codes: apiCodes }],
}
