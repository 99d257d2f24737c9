import type { CodeRows, Dialect } from '@unifault/core'
import { sse } from '@unifault/core/readers'

/**
 * The error shape that OpenAI made common: `error{message,type,param,code}`, where `code` may be null and then the type
 * speaks. The wait of a throttled request stands in headers of OpenAI's own, or only in the words (`Please try again in 6.596s`).
 * https://developers.openai.com/api/docs/guides/error-codes
 *
 * @param codes the platform's code table
 * @param more what the platform does differently
 */
/* @__NO_SIDE_EFFECTS__ */
export function openaiCompatible<Code extends string = never>(
  codes: CodeRows<Code>,
  more: Dialect<Code> = {},
): Dialect<Code> {
  return {
    name: 'api',
    // A refused stream is answered with one event.
    readers: [sse],
    code: ['error.code', 'error.type'],
    message: 'error.message',
    param: 'error.param',
    requestId: '@x-request-id',
    wait: [
      { at: '@retry-after-ms', unit: 'ms' },
      { at: '@x-ratelimit-reset-requests', unit: 'duration', spent: '@x-ratelimit-remaining-requests' },
      { at: '@x-ratelimit-reset-tokens', unit: 'duration', spent: '@x-ratelimit-remaining-tokens' },
      { at: { at: 'error.message', match: /\btry again in (\d{1,9}(?:\.\d{1,17})?)s\b/ }, unit: 's' },
    ],
    codes,
    ...more,
  }
}
