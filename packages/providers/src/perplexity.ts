import type { Provider } from '@unifault/core'
import { type PerplexityCode, apiCodes } from './generated/perplexity/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

export type { PerplexityCode } from './generated/perplexity/codes.ts'

/**
 * Perplexity, in OpenAI's shape, but `code` repeats the HTTP status as a number and the type is what tells more.
 * https://docs.perplexity.ai/docs/sdk/error-handling
 */
export const perplexity: Provider<'perplexity', PerplexityCode> = {
  id: 'perplexity',
  name: 'Perplexity',
  hosts: ['api.perplexity.ai'],
  docs: 'https://docs.perplexity.ai/docs/sdk/error-handling',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['/chat/completions'],
  dialects: [/* @__PURE__ */ openaiCompatible(apiCodes, { code: ['error.type', 'error.code'] })],
}
