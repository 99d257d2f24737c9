import { defineProvider, type Provider } from '@unifault/core'
import { groq as codes, type GroqCode } from './generated/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

/**
 * Groq, in OpenAI's shape. `rate_limit_exceeded` with 413 is one request above the limit per minute: waiting does not help.
 * https://console.groq.com/docs/errors
 */
export const groq: Provider<'groq', GroqCode> = defineProvider({
  id: 'groq',
  name: 'Groq',
  hosts: ['api.groq.com'],
  docs: 'https://console.groq.com/docs/errors',
  dialects: [openaiCompatible({ codes: codes.api })],
  // 424: a request that this one depends on failed; 498: the flex tier is at capacity.
  status: { 424: 'precondition-failed', 498: 'unavailable' },
})
