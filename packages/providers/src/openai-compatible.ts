import { envelope, type Envelope, type EnvelopeOptions } from '@unifault/core'

/**
 * The error shape that OpenAI made common: `error{message,type,param,code}`, where `code` may be null and then the type
 * speaks. The wait of a throttled request is often only in the words (`Please try again in 6.596s`).
 * https://developers.openai.com/api/docs/guides/error-codes
 *
 * @param options what a platform does differently, and its code table
 */
export function openaiCompatible<const Code extends string = never>(
  options: Partial<EnvelopeOptions<Code>>,
): Envelope<Code> {
  return envelope<Code>({
    name: 'api',
    code: ['error.code', 'error.type'],
    message: 'error.message',
    param: 'error.param',
    requestId: '@x-request-id',
    wait: { at: { at: 'error.message', match: /\btry again in (\d{1,9}(?:\.\d{1,9})?)s\b/ }, unit: 's' },
    ...options,
  })
}
