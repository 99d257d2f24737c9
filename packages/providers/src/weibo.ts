import type { Provider } from '@unifault/core'
import { type WeiboCode, apiCodes } from './generated/weibo/codes.ts'

export type { WeiboCode } from './generated/weibo/codes.ts'

/**
 * Weibo's open platform: the text stands in `error`, and `request` is a path, never a request id.
 * https://open.weibo.com/wiki/Error_code
 */
export const weibo: Provider<'weibo', WeiboCode> = {
  id: 'weibo',
  name: 'Weibo',
  hosts: ['api.weibo.com'],
  docs: 'https://open.weibo.com/wiki/Error_code',
  dialects: [
    {
      name: 'api',
      code: 'error_code',
      message: ['error_description', 'error'],
      codes: apiCodes,
    },
  ],
}
