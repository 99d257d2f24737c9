import type { Provider } from '@unifault/core'
import { type XtCode, apiCodes } from './generated/xt/codes.ts'

export type { XtCode } from './generated/xt/codes.ts'

/**
 * XT: spot has `rc`, 0 on success, and a word in `mc`; the futures `returnCode` and `error` with code and words.
 * Observed answers: ccxt@4.5.84 js/src/xt.js.
 */
export const xt: Provider<'xt', XtCode> = {
  id: 'xt',
  name: 'XT',
  hosts: ['xt.com'],
  docs: 'https://doc.xt.com/',
  dialects: [
    {
      name: 'api',
      code: 'mc',
      message: 'mc',
      success: { rc: [0] },
      codes: apiCodes,
    },
    {
      name: 'futures',
      code: 'error.code',
      message: ['error.msg', 'msgInfo'],
      success: { returnCode: [0] },
      codes: apiCodes,
    },
  ],
}
