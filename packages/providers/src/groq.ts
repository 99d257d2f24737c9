import type { Provider } from '@unifault/core'
import { type GroqCode, apiCodes } from './generated/groq/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

export type { GroqCode } from './generated/groq/codes.ts'

/**
 * Groq, in OpenAI's shape. `rate_limit_exceeded` with 413 is one request above the limit per minute: waiting does not help.
 * https://console.groq.com/docs/errors
 */
export const groq: Provider<'groq', GroqCode> = {
  id: 'groq',
  name: 'Groq',
  hosts: ['api.groq.com'],
  docs: 'https://console.groq.com/docs/errors',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/responses'],
  dialects: [/* @__PURE__ */ openaiCompatible(apiCodes)],
  // 424: a request that this one depends on failed; 498: the flex tier is at capacity.
  status: { 424: 'precondition-failed', 498: 'unavailable' },
}
