import type { Provider } from '@unifault/core'
import { type DeriveCode, apiCodes } from './generated/derive/codes.ts'

export type { DeriveCode } from './generated/derive/codes.ts'

/**
 * Derive (formerly Lyra): JSON-RPC over HTTP, with `error.code` and further words in `error.data`.
 * Observed answers: ccxt@4.5.84 js/src/derive.js.
 */
export const derive: Provider<'derive', DeriveCode> = {
  id: 'derive',
  name: 'Derive',
  hosts: ['lyra.finance'],
  docs: 'https://docs.derive.xyz/reference/error-codes',
  dialects: [{ name: 'api', code: 'error.code', message: ['error.message', 'error.data'], codes: apiCodes }],
}
