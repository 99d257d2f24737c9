import type { Provider } from '@unifault/core'
import { type KrakenCode, apiCodes, futuresCodes } from './generated/kraken/codes.ts'

export type { KrakenCode } from './generated/kraken/codes.ts'

/**
 * Kraken: spot answers HTTP 200 with a list of texts `<severity><category>:<error>[:<more>]`, of which one that
 * begins with `W` is a warning. The futures name the fault in `error`; the states of orders are business data.
 * Observed answers: ccxt@4.5.84 js/src/kraken.js, js/src/krakenfutures.js.
 */
export const kraken: Provider<'kraken', KrakenCode> = {
  id: 'kraken',
  name: 'Kraken',
  hosts: ['kraken.com'],
  docs: 'https://docs.kraken.com/api/docs/guides/spot-errors',
  dialects: [
    {
      name: 'api',
      // The whole text first, then the text without what more it says.
      code: [
        { at: 'error.0', match: /^(E\w+:.+)$/ },
        { at: 'error.0', match: /^(E\w+:[^:]+):/ },
      ],
      message: 'error.0',
      codes: apiCodes,
    },
    {
      name: 'futures',
      requires: { result: ['error'] },
      code: ['error', 'errors.0.message'],
      message: ['error', 'errors.0.message'],
      codes: futuresCodes,
    },
    // `{"errors":[{"code":92,"message":"INSUFFICIENT_MARGIN"}]}`: an order that was refused.
    {
      name: 'futures-order',
      requires: 'errors.0.message',
      code: 'errors.0.message',
      message: 'errors.0.message',
      codes: futuresCodes,
    },
  ],
}
