import type { Provider } from '@unifault/core'
import { type CoinbaseCode, apiCodes } from './generated/coinbase/codes.ts'

export type { CoinbaseCode } from './generated/coinbase/codes.ts'

/**
 * Coinbase: V2 lists faults as `errors[]` with an `id`; Advanced Trade names one in `error`, and answers HTTP 200
 * with `success: false` where an order was refused.
 * Observed answers: ccxt@4.5.84 js/src/coinbase.js.
 */
export const coinbase: Provider<'coinbase', CoinbaseCode> = {
  id: 'coinbase',
  name: 'Coinbase',
  hosts: ['coinbase.com'],
  docs: 'https://docs.cdp.coinbase.com/coinbase-app/api-architecture/error-messages',
  dialects: [
    {
      name: 'api',
      code: [
        { at: 'error_response.preview_failure_reason', match: /^(?!UNKNOWN)(\w+)$/ },
        'error_response.error',
        'errors.0.id',
        'error',
      ],
      message: ['error_response.message', 'errors.0.message', 'message', 'error_description', 'error_details'],
      codes: apiCodes,
    },
  ],
}
