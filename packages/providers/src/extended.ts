import type { Provider } from '@unifault/core'
import { type ExtendedCode, apiCodes } from './generated/extended/codes.ts'

export type { ExtendedCode } from './generated/extended/codes.ts'

/**
 * Extended: `status` and, where it is `ERROR`, `error` with a number and words.
 * Observed answers: ccxt@4.5.84 js/src/extended.js; fields: x10xchange/python_sdk@d097050d5201 x10/utils/http.py.
 */
export const extended: Provider<'extended', ExtendedCode> = {
  id: 'extended',
  name: 'Extended',
  hosts: ['extended.exchange'],
  docs: 'https://api.docs.extended.exchange/',
  dialects: [{ name: 'api', code: 'error.code', message: 'error.message', codes: apiCodes }],
}
