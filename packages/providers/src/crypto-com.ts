import type { Provider } from '@unifault/core'
import { type CryptoComCode, apiCodes } from './generated/crypto-com/codes.ts'

export type { CryptoComCode } from './generated/crypto-com/codes.ts'

/**
 * Crypto.com Exchange: `code` 0 on success; the reasons of single orders are numbers of the same list.
 * Observed answers: ccxt@4.5.84 js/src/cryptocom.js.
 */
export const cryptoCom: Provider<'crypto-com', CryptoComCode> = {
  id: 'crypto-com',
  name: 'Crypto.com Exchange',
  hosts: ['api.crypto.com', 'uat-api.3ona.co'],
  docs: 'https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#response-and-reason-codes',
  dialects: [{ name: 'api', code: 'code', message: 'message', success: [0], codes: apiCodes }],
}
