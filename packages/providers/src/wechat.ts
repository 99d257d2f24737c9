import type { Provider } from '@unifault/core'
import { type WechatCode, apiCodes } from './generated/wechat/codes.ts'

export type { WechatCode } from './generated/wechat/codes.ts'

/**
 * WeChat official accounts, mini programs and the open platform: always HTTP 200, and an answer without `errcode` is a
 * success (tokens, user data, media). The request id travels inside the message.
 * https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html
 */
export const wechat: Provider<'wechat', WechatCode> = {
  id: 'wechat',
  name: 'WeChat',
  hosts: ['api.weixin.qq.com', 'api2.weixin.qq.com'],
  docs: 'https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html',
  dialects: [
    {
      name: 'api',
      // Device interfaces put the same pair one level deeper.
      code: ['errcode', 'base_resp.errcode'],
      message: ['errmsg', 'base_resp.errmsg'],
      // Newest form first: `rid: …`, `hints: [ req_id: … ]`, `hint: [ … ]`.
      requestId: [
        { at: 'errmsg', match: /\brid: ?([\w-]+)/ },
        { at: 'errmsg', match: /\breq_id: ?([\w-]+)/ },
        { at: 'errmsg', match: /\bhint: ?\[ ?([\w-]+)/ },
      ],
      success: [0],
      codes: apiCodes,
    },
  ],
}
