import type { Provider } from '@unifault/core'
import { type BydfiCode, apiCodes } from './generated/bydfi/codes.ts'

export type { BydfiCode } from './generated/bydfi/codes.ts'

/**
 * BYDFi: `code` 200 on success; the other numbers are failures, whatever the HTTP status.
 * Observed answers: ccxt@4.5.84 js/src/bydfi.js.
 */
export const bydfi: Provider<'bydfi', BydfiCode> = {
  id: 'bydfi',
  name: 'BYDFi',
  hosts: ['bydfi.com'],
  docs: 'https://developers.bydfi.com/en/',
  dialects: [{ name: 'api', code: 'code', message: 'message', success: [200], codes: apiCodes }],
}
