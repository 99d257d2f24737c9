import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type WechatpayCode, v2Codes, v3Codes } from './generated/wechatpay/codes.ts'

export type { WechatpayCode } from './generated/wechatpay/codes.ts'

/**
 * WeChat Pay: v3 speaks JSON with proper statuses (404 and 405 come without a body, and an error envelope under 2xx has
 * been seen), v2 speaks XML under HTTP 200 with three codes, each more specific than the one before.
 * https://pay.weixin.qq.com/wiki/doc/apiv3/Share/error_code.shtml
 */
export const wechatpay: Provider<'wechatpay', WechatpayCode> = {
  id: 'wechatpay',
  name: 'WeChat Pay',
  hosts: ['mch.weixin.qq.com'],
  docs: 'https://pay.weixin.qq.com/doc/v3/merchant/4012081709',
  dialects: [
    {
      name: 'v3',
      // A success may carry a code of its own (a coupon's, a card's), but never together with a message.
      requires: ['message'],
      code: 'code',
      message: 'message',
      requestId: '@request-id',
      param: 'detail.field',
      codes: v3Codes,
    },
    {
      name: 'v2',
      readers: [xmlTags],
      // The wrappers are codes only when they fail: beside an err_code without a row, SUCCESS must not decide.
      code: [
        'xml.err_code',
        { at: 'xml.result_code', match: /^(FAIL)$/ },
        { at: 'xml.return_code', match: /^(FAIL)$/ },
      ],
      message: ['xml.err_code_des', 'xml.return_msg'],
      // Some successes repeat SUCCESS in err_code; interfaces without business data leave result_code out.
      success: { 'xml.return_code': ['SUCCESS'], 'xml.result_code': ['SUCCESS', undefined] },
      codes: v2Codes,
    },
  ],
}
