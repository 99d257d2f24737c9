import type { Provider } from '@unifault/core'
import { type WeexCode, apiCodes } from './generated/weex/codes.ts'

export type { WeexCode } from './generated/weex/codes.ts'

/**
 * WEEX: `code` beside `msg`; "00000", 0 or 200 on success, negative numbers for the faults of the third version.
 * Observed answers: ccxt@4.5.84 js/src/weex.js; success: weex-api/openapi-contract-go-sdk@9e67e016b77c.
 */
export const weex: Provider<'weex', WeexCode> = {
  id: 'weex',
  name: 'WEEX',
  hosts: ['weex.com'],
  docs: 'https://www.weex.com/api-doc/',
  dialects: [
    { name: 'api', requires: 'msg', code: 'code', message: 'msg', success: ['00000', 0, 200], codes: apiCodes },
  ],
}
