import type { Provider } from '@unifault/core'
import { type HuobiCode, apiCodes } from './generated/huobi/codes.ts'

export type { HuobiCode } from './generated/huobi/codes.ts'

/**
 * HTX, formerly Huobi: HTTP 200; spot V1 has a word in `err-code`, the contracts a number in `err_code`, V2 a number
 * in `code` that is 200 on success.
 * Observed answers: ccxt@4.5.84 js/src/htx.js.
 */
export const huobi: Provider<'huobi', HuobiCode> = {
  id: 'huobi',
  name: 'HTX (Huobi)',
  hosts: ['huobi.pro', 'hbdm.com'],
  docs: 'https://www.htx.com/en-us/opend/newApiPages/',
  dialects: [
    {
      name: 'api',
      code: ['err-code', 'err_code', 'code'],
      message: ['err-msg', 'err_msg', 'message'],
      success: [200],
      codes: apiCodes,
    },
  ],
}
