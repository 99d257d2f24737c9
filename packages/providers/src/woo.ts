import type { Provider } from '@unifault/core'
import { type WooCode, apiCodes } from './generated/woo/codes.ts'

export type { WooCode } from './generated/woo/codes.ts'

/**
 * WOO X: `success` and, where it is false, a number in `code` beside `message`.
 * Observed answers: ccxt@4.5.84 js/src/woo.js.
 */
export const woo: Provider<'woo', WooCode> = {
  id: 'woo',
  name: 'WOO X',
  hosts: ['woox.io', 'woo.org', 'woo.network'],
  docs: 'https://docs.woox.io/#error-codes',
  dialects: [{ name: 'api', requires: { success: [false] }, code: 'code', message: 'message', codes: apiCodes }],
}
