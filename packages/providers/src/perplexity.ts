import { defineProvider, type Provider } from '@unifault/core'
import { perplexity as codes, type PerplexityCode } from './generated/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

/**
 * Perplexity, in OpenAI's shape, but `code` repeats the HTTP status as a number and the type is what tells more.
 * https://docs.perplexity.ai/docs/sdk/error-handling
 */
export const perplexity: Provider<'perplexity', PerplexityCode> = defineProvider({
  id: 'perplexity',
  name: 'Perplexity',
  hosts: ['api.perplexity.ai'],
  docs: 'https://docs.perplexity.ai/docs/sdk/error-handling',
  dialects: [openaiCompatible({ code: ['error.type', 'error.code'], codes: codes.api })],
})
