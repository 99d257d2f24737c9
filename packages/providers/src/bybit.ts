import { defineProvider, envelope, type Provider } from '@unifault/core'
import { type BybitCode, bybit as codes } from './generated/codes.ts'

const shared = { code: 'retCode', message: 'retMsg', success: [0], codes: codes.v5 } as const

/**
 * Bybit V5: HTTP 200 with `retCode` (https://bybit-exchange.github.io/docs/v5/error). The codes of batch items in
 * `retExtInfo.list` are business data. "Insufficient balance" is the trader's own.
 */
export const bybit: Provider<'bybit', BybitCode> = defineProvider({
  id: 'bybit',
  name: 'Bybit',
  hosts: ['bybit.com', 'bytick.com', 'bybit-tr.com', 'bybit.nl', 'bybit.kz', 'bybitgeorgia.ge', 'bybit.eu'],
  docs: 'https://bybit-exchange.github.io/docs/v5/error',
  dialects: [
    // Every answer has this header; only on a limited one is it the end of a window and not the present.
    envelope({
      ...shared,
      name: 'limit',
      requires: { retCode: [10_006] },
      wait: { at: '@x-bapi-limit-reset-timestamp', unit: 'epoch-ms' },
    }),
    envelope({ ...shared, name: 'v5' }),
  ],
  // A blocked region; too many requests of an IP say so in words.
  status: { 403: 'client-restricted' },
  messages: [{ match: /^(?:403, )?access too frequent/i, reason: 'throttled' }],
})
