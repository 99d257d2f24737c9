import type { Provider } from '@unifault/core'
import { type TogetherCode, apiCodes } from './generated/together/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

export type { TogetherCode } from './generated/together/codes.ts'

/**
 * Together, in OpenAI's shape. The type `credit_limit` is the rate limit of an account without a plan.
 * https://docs.together.ai/docs/error-codes
 */
export const together: Provider<'together', TogetherCode> = {
  id: 'together',
  name: 'Together AI',
  hosts: ['api.together.xyz', 'api.together.ai'],
  docs: 'https://docs.together.ai/docs/error-codes',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/completions', '*/embeddings'],
  dialects: [/* @__PURE__ */ openaiCompatible(apiCodes)],
}
