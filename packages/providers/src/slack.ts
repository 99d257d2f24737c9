import { defineProvider, envelope, type Provider } from '@unifault/core'
import { slack as codes, type SlackCode } from './generated/codes.ts'

/**
 * Slack. Refusals are HTTP 200 with `ok: false` and a word (https://docs.slack.dev/apis/web-api/#evaluating_responses);
 * `warning` beside `ok: true` is a success, and a 429 has no body.
 */
export const slack: Provider<'slack', SlackCode> = defineProvider({
  id: 'slack',
  name: 'Slack',
  hosts: ['slack.com'],
  docs: 'https://docs.slack.dev/apis/web-api/#responses',
  dialects: [
    envelope({
      name: 'api',
      requires: { ok: [true, false] },
      code: 'error',
      message: ['response_metadata.messages.0', 'errors.0', 'detail'],
      requestId: '@x-slack-req-id',
      param: 'arg',
      success: { ok: [true] },
      codes: codes.api,
    }),
  ],
})
