import type { Provider } from '@unifault/core'
import { type SlackCode, apiCodes } from './generated/slack/codes.ts'

export type { SlackCode } from './generated/slack/codes.ts'

/**
 * Slack. Refusals are HTTP 200 with `ok: false` and a word (https://docs.slack.dev/apis/web-api/#evaluating_responses);
 * `warning` beside `ok: true` is a success, and a 429 has no body.
 */
export const slack: Provider<'slack', SlackCode> = {
  id: 'slack',
  name: 'Slack',
  hosts: ['slack.com'],
  docs: 'https://docs.slack.dev/apis/web-api/#responses',
  dialects: [
    {
      name: 'api',
      requires: { ok: [true, false] },
      code: 'error',
      message: ['response_metadata.messages.0', 'errors.0', 'detail'],
      requestId: '@x-slack-req-id',
      param: 'arg',
      success: { ok: [true] },
      codes: apiCodes,
    },
  ],
}
