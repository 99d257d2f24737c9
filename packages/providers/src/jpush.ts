import type { Provider } from '@unifault/core'
import { type JpushCode, apiCodes } from './generated/jpush/codes.ts'

export type { JpushCode } from './generated/jpush/codes.ts'

/**
 * JPush (极光推送): `error{code,message}`; its statuses are proper.
 * https://docs.jiguang.cn/jpush/server/push/http_status_code/
 */
export const jpush: Provider<'jpush', JpushCode> = {
  id: 'jpush',
  name: 'JPush',
  hosts: ['jpush.cn'],
  docs: 'https://docs.jiguang.cn/jpush/server/push/http_status_code/',
  dialects: [
    {
      name: 'api',
      code: 'error.code',
      message: 'error.message',
      requestId: 'msg_id',
      wait: { at: '@x-rate-limit-reset', unit: 's', spent: '@x-rate-limit-remaining' },
      codes: apiCodes,
    },
  ],
}
