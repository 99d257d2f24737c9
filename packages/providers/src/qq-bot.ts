import type { Provider } from '@unifault/core'
import { type QqBotCode, apiCodes } from './generated/qq-bot/codes.ts'

export type { QqBotCode } from './generated/qq-bot/codes.ts'

/**
 * QQ's bots: `code` and `message` with real statuses, of newer interfaces also `err_code`; a message that waits for
 * review is HTTP 202 with a code of its own and no failure. The trace is in a header.
 */
export const qqBot: Provider<'qq-bot', QqBotCode> = {
  id: 'qq-bot',
  name: 'QQ Bot',
  hosts: ['api.sgroup.qq.com', 'bots.qq.com'],
  docs: 'https://bot.q.qq.com/wiki/develop/api-v2/openapi/error/error.html',
  dialects: [
    {
      name: 'api',
      code: ['err_code', 'code'],
      message: 'message',
      requestId: ['@x-tps-trace-id', 'trace_id'],
      success: [0, 304_023, 304_024],
      codes: apiCodes,
    },
  ],
}
