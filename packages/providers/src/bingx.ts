import type { Provider } from '@unifault/core'
import { type BingxCode, apiCodes } from './generated/bingx/codes.ts'

export type { BingxCode } from './generated/bingx/codes.ts'

/**
 * BingX: HTTP 200 with `code`, 0 on success, and `msg`.
 * Observed answers: ccxt@4.5.84 js/src/bingx.js.
 */
export const bingx: Provider<'bingx', BingxCode> = {
  id: 'bingx',
  name: 'BingX',
  hosts: ['bingx.com'],
  docs: 'https://bingx-api.github.io/docs/',
  dialects: [{ name: 'api', code: 'code', message: 'msg', success: [0], codes: apiCodes }],
}
