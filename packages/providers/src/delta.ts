import type { Provider } from '@unifault/core'
import { type DeltaCode, apiCodes } from './generated/delta/codes.ts'

export type { DeltaCode } from './generated/delta/codes.ts'

/**
 * Delta Exchange: `success` and, where it is false, a word in `error.code`.
 * Observed answers: ccxt@4.5.84 js/src/delta.js.
 */
export const delta: Provider<'delta', DeltaCode> = {
  id: 'delta',
  name: 'Delta Exchange',
  hosts: ['delta.exchange'],
  docs: 'https://docs.delta.exchange/#errors',
  dialects: [
    {
      name: 'api',
      requires: { success: [false] },
      code: ['error.code', 'error'],
      message: ['error.context.message', 'error.message', 'message'],
      codes: apiCodes,
    },
  ],
}
