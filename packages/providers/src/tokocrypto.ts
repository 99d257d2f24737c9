import type { Provider } from '@unifault/core'
import { type TokocryptoCode, apiCodes } from './generated/tokocrypto/codes.ts'

export type { TokocryptoCode } from './generated/tokocrypto/codes.ts'

/**
 * Tokocrypto: `code` 0 on success beside `msg`; what it hands on to Binance has Binance's negative numbers.
 * Observed answers: ccxt@4.5.84 js/src/tokocrypto.js.
 */
export const tokocrypto: Provider<'tokocrypto', TokocryptoCode> = {
  id: 'tokocrypto',
  name: 'Tokocrypto',
  hosts: ['tokocrypto.com', 'tokocrypto.site', 'cloudme-toko.2meta.app'],
  docs: 'https://www.tokocrypto.com/apidocs/',
  dialects: [{ name: 'api', code: 'code', message: 'msg', success: [0, 200], codes: apiCodes }],
  // An address that went on after 429.
  status: { 418: 'abuse-blocked' },
}
