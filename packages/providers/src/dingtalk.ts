import type { Provider } from '@unifault/core'
import { type DingtalkCode, apiCodes, oapiCodes } from './generated/dingtalk/codes.ts'

export type { DingtalkCode } from './generated/dingtalk/codes.ts'

/**
 * DingTalk: the old interface answers HTTP 200 with `errcode`, where 88 is only a wrapper around `sub_code`; the new one
 * answers proper statuses with a word as code, but an unknown path of its own in the old shape.
 * https://open.dingtalk.com/document/orgapp/server-api-error-codes-1
 */
export const dingtalk: Provider<'dingtalk', DingtalkCode> = {
  id: 'dingtalk',
  name: 'DingTalk',
  hosts: ['oapi.dingtalk.com', 'api.dingtalk.com'],
  docs: 'https://open.dingtalk.com/document/orgapp/server-api-error-codes-1',
  dialects: [
    {
      name: 'oapi',
      requires: ['errcode'],
      code: ['sub_code', 'errcode'],
      message: ['sub_msg', 'errmsg'],
      requestId: 'request_id',
      success: { errcode: [0] },
      codes: oapiCodes,
    },
    {
      name: 'api',
      requires: ['message'],
      code: 'code',
      message: 'message',
      requestId: 'requestid',
      codes: apiCodes,
    },
  ],
}
