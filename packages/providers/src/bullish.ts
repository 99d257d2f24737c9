import type { Provider } from '@unifault/core'
import { type BullishCode, apiCodes } from './generated/bullish/codes.ts'

export type { BullishCode } from './generated/bullish/codes.ts'

/**
 * Bullish: real statuses, and a number in `errorCode` beside its name and `message`. The codes of orders in
 * `statusReasonCode` are business data.
 * Observed answers: ccxt@4.5.84 js/src/bullish.js.
 */
export const bullish: Provider<'bullish', BullishCode> = {
  id: 'bullish',
  name: 'Bullish',
  hosts: ['exchange.bullish.com', 'bugg-exchange.com', 'simnext.bullish-test.com'],
  docs: 'https://api.exchange.bullish.com/docs/api/rest/',
  dialects: [{ name: 'api', code: 'errorCode', message: ['message', 'errorCodeName'], codes: apiCodes }],
}
