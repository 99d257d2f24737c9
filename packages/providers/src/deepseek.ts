import type { Provider } from '@unifault/core'
import { type DeepseekCode, apiCodes } from './generated/deepseek/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

export type { DeepseekCode } from './generated/deepseek/codes.ts'

/**
 * DeepSeek, in OpenAI's shape, but `code` is `invalid_request_error` for a wrong key and an empty account too: the status decides.
 * https://api-docs.deepseek.com/quick_start/error_codes
 */
export const deepseek: Provider<'deepseek', DeepseekCode> = {
  id: 'deepseek',
  name: 'DeepSeek',
  hosts: ['api.deepseek.com'],
  docs: 'https://api-docs.deepseek.com/quick_start/error_codes',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/completions'],
  dialects: [/* @__PURE__ */ openaiCompatible(apiCodes)],
}
