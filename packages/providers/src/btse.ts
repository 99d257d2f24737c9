import type { Provider } from '@unifault/core'
import { type BtseCode, apiCodes } from './generated/btse/codes.ts'

export type { BtseCode } from './generated/btse/codes.ts'

/**
 * BTSE: any status but 200 is a failure, with BTSE's own number in `code`, in the futures in `errorCode`. Spot says
 * `success: false` too. The same numbers are states of orders in answers that succeeded.
 * Documented: https://docs.btse.com/error-codes/; observed answers: ccxt@4.5.84 js/src/btse.js.
 */
export const btse: Provider<'btse', BtseCode> = {
  id: 'btse',
  name: 'BTSE',
  hosts: ['btse.com'],
  docs: 'https://docs.btse.com/error-codes/',
  dialects: [
    { name: 'spot', requires: { success: [false] }, code: 'code', message: 'msg', codes: apiCodes },
    {
      name: 'api',
      code: ['errorCode', 'code'],
      message: 'message',
      success: { $status: [200] },
      codes: apiCodes,
    },
  ],
  // The account is banned.
  status: { 451: 'account-disabled' },
}
