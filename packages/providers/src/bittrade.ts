import type { Provider } from '@unifault/core'
import { type BittradeCode, apiCodes } from './generated/bittrade/codes.ts'

export type { BittradeCode } from './generated/bittrade/codes.ts'

/**
 * BitTrade: HTTP 200 with `status` and, where it is `error`, a word in `err-code`.
 * Observed answers: ccxt@4.5.84 js/src/bittrade.js.
 */
export const bittrade: Provider<'bittrade', BittradeCode> = {
  id: 'bittrade',
  name: 'BitTrade',
  hosts: ['bittrade.co.jp'],
  docs: 'https://api-doc.bittrade.co.jp/',
  dialects: [{ name: 'api', requires: { status: ['error'] }, code: 'err-code', message: 'err-msg', codes: apiCodes }],
}
