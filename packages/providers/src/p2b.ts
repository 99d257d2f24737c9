import type { Provider } from '@unifault/core'
import { type P2bCode, apiCodes } from './generated/p2b/codes.ts'

export type { P2bCode } from './generated/p2b/codes.ts'

/**
 * P2B: `success` and, where it is false, a number in `errorCode` beside `message`.
 * Observed answers: ccxt@4.5.84 js/src/p2b.js.
 */
export const p2b: Provider<'p2b', P2bCode> = {
  id: 'p2b',
  name: 'P2B',
  hosts: ['p2pb2b.com'],
  docs: 'https://github.com/P2B-team/p2b-api-docs',
  dialects: [{ name: 'api', requires: { success: [false] }, code: 'errorCode', message: 'message', codes: apiCodes }],
}
