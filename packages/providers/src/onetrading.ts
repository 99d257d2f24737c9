import type { Provider } from '@unifault/core'
import { type OnetradingCode, apiCodes } from './generated/onetrading/codes.ts'

export type { OnetradingCode } from './generated/onetrading/codes.ts'

/**
 * One Trading: real statuses, and a word in `error`.
 * Observed answers: ccxt@4.5.84 js/src/onetrading.js.
 */
export const onetrading: Provider<'onetrading', OnetradingCode> = {
  id: 'onetrading',
  name: 'One Trading',
  hosts: ['onetrading.com'],
  docs: 'https://docs.onetrading.com/',
  dialects: [
    { name: 'api', code: { at: 'error', match: /^([A-Z][A-Z_\d]+)$/ }, message: ['message', 'error'], codes: apiCodes },
  ],
}
