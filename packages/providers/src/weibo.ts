import { defineProvider, envelope, type Provider } from '@unifault/core'
import { weibo as codes, type WeiboCode } from './generated/codes.ts'

/**
 * Weibo's open platform: the text stands in `error`, and `request` is a path, never a request id.
 * https://open.weibo.com/wiki/Error_code
 */
export const weibo: Provider<'weibo', WeiboCode> = defineProvider({
  id: 'weibo',
  name: 'Weibo',
  hosts: ['api.weibo.com'],
  docs: 'https://open.weibo.com/wiki/Error_code',
  dialects: [
    envelope({
      name: 'api',
      code: 'error_code',
      message: ['error_description', 'error'],
      codes: codes.api,
    }),
  ],
})
