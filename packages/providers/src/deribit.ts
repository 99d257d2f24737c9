import type { Provider } from '@unifault/core'
import { type DeribitCode, apiCodes } from './generated/deribit/codes.ts'

export type { DeribitCode } from './generated/deribit/codes.ts'

/**
 * Deribit: JSON-RPC; HTTP 400 with `error`, whose `data.reason` says more in words.
 * Observed answers: ccxt@4.5.84 js/src/deribit.js.
 */
export const deribit: Provider<'deribit', DeribitCode> = {
  id: 'deribit',
  name: 'Deribit',
  hosts: ['deribit.com'],
  docs: 'https://docs.deribit.com/#rpc-error-codes',
  dialects: [
    {
      name: 'api',
      code: 'error.code',
      message: ['error.data.reason', 'error.message'],
      param: 'error.data.param',
      codes: apiCodes,
    },
  ],
}
