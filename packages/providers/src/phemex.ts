import type { Provider } from '@unifault/core'
import { type PhemexCode, apiCodes } from './generated/phemex/codes.ts'

export type { PhemexCode } from './generated/phemex/codes.ts'

/**
 * Phemex: `code` 0 on success beside `msg`; market data has an `error` object that is null on success.
 * Observed answers: ccxt@4.5.84 js/src/phemex.js.
 */
export const phemex: Provider<'phemex', PhemexCode> = {
  id: 'phemex',
  name: 'Phemex',
  hosts: ['phemex.com'],
  docs: 'https://phemex-docs.github.io/#error-codes',
  dialects: [
    {
      name: 'api',
      code: ['error.code', 'code'],
      message: ['error.message', 'msg'],
      success: [0],
      codes: apiCodes,
    },
  ],
}
