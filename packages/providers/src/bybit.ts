import type { Provider } from '@unifault/core'
import { type BybitCode, v5Codes } from './generated/bybit/codes.ts'

export type { BybitCode } from './generated/bybit/codes.ts'

/**
 * Bybit V5: HTTP 200 with `retCode` (https://bybit-exchange.github.io/docs/v5/error). The codes of batch items in
 * `retExtInfo.list` are business data. "Insufficient balance" is the trader's own.
 */
export const bybit: Provider<'bybit', BybitCode> = {
  id: 'bybit',
  name: 'Bybit',
  hosts: ['bybit.com', 'bytick.com', 'bybit-tr.com', 'bybit.nl', 'bybit.kz', 'bybitgeorgia.ge', 'bybit.eu'],
  docs: 'https://bybit-exchange.github.io/docs/v5/error',
  dialects: [
    // Every answer has this header; only on a limited one is it the end of a window and not the present.
    {
      name: 'limit',
      code: 'retCode',
      message: 'retMsg',
      success: [0],
      codes: v5Codes,
      requires: { retCode: [10_006] },
      wait: { at: '@x-bapi-limit-reset-timestamp', unit: 'epoch-ms' },
    },
    { name: 'v5', code: 'retCode', message: 'retMsg', success: [0], codes: v5Codes },
  ],
  // A blocked region; too many requests of an IP say so in words.
  status: { 403: 'client-restricted' },
  messages: [{ match: /^(?:403, )?access too frequent/i, reason: 'throttled' }],
}
