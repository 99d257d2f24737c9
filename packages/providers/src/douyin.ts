import type { Provider } from '@unifault/core'
import { type DouyinCode, appsCodes, openapiCodes } from './generated/douyin/codes.ts'

export type { DouyinCode } from './generated/douyin/codes.ts'

/**
 * Douyin open platform: HTTP 200 with one of three shapes, `data.error_code` beside `extra`, `err_no`, or `err.err_code`;
 * the first mini app interfaces still say `errcode`.
 * https://developer.open-douyin.com/docs/resource/zh-CN/dop/develop/openapi/status-code
 */
export const douyin: Provider<'douyin', DouyinCode> = {
  id: 'douyin',
  name: 'Douyin',
  hosts: ['open.douyin.com', 'open-sandbox.douyin.com', 'developer.toutiao.com', 'minigame.zijieapi.com'],
  docs: 'https://developer.open-douyin.com/docs/resource/zh-CN/dop/develop/openapi/status-code',
  dialects: [
    {
      name: 'openapi',
      code: ['data.error_code', 'extra.error_code'],
      message: ['data.description', 'extra.description', 'message'],
      requestId: ['extra.logid', 'data.log_id'],
      success: { 'data.error_code': [0, undefined], 'extra.error_code': [0, undefined] },
      codes: openapiCodes,
    },
    {
      name: 'apps',
      code: ['err_no', 'err.err_code', 'errcode'],
      message: ['err_tips', 'err_msg', 'err.err_msg', 'errmsg'],
      requestId: ['log_id', 'logid'],
      success: [0],
      codes: appsCodes,
    },
  ],
}
