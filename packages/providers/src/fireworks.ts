import type { Provider } from '@unifault/core'
import { openaiCompatible } from './openai-compatible.ts'

/**
 * Fireworks, in OpenAI's shape. Its documented list is one of HTTP statuses, among them 412 for a suspended account.
 * https://docs.fireworks.ai/guides/inference-error-codes
 */
export const fireworks: Provider<'fireworks'> = {
  id: 'fireworks',
  name: 'Fireworks AI',
  hosts: ['api.fireworks.ai'],
  docs: 'https://docs.fireworks.ai/guides/inference-error-codes',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/completions', '*/embeddings'],
  status: { 412: 'account-disabled' },
  dialects: [/* @__PURE__ */ openaiCompatible({})],
}
