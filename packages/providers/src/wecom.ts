import type { Provider } from '@unifault/core'
import { type WecomCode, apiCodes } from './generated/wecom/codes.ts'

export type { WecomCode } from './generated/wecom/codes.ts'

/**
 * WeCom (WeChat Work): always HTTP 200 with `errcode`; error bodies keep the empty data fields of the success shape, so
 * only the code says what happened. An unknown path is a 404 without a body.
 * https://developer.work.weixin.qq.com/document/path/90313
 */
export const wecom: Provider<'wecom', WecomCode> = {
  id: 'wecom',
  name: 'WeCom',
  hosts: ['qyapi.weixin.qq.com'],
  docs: 'https://developer.work.weixin.qq.com/document/path/90313',
  dialects: [
    {
      name: 'api',
      code: 'errcode',
      message: 'errmsg',
      requestId: { at: 'errmsg', match: /\bhint: ?\[ ?([\w-]+)/ },
      success: [0],
      codes: apiCodes,
    },
  ],
}
