import { defineProvider, type Provider } from '@unifault/core'
import { deepseek as codes, type DeepseekCode } from './generated/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

/**
 * DeepSeek, in OpenAI's shape, but `code` is `invalid_request_error` for a wrong key and an empty account too: the status decides.
 * https://api-docs.deepseek.com/quick_start/error_codes
 */
export const deepseek: Provider<'deepseek', DeepseekCode> = defineProvider({
  id: 'deepseek',
  name: 'DeepSeek',
  hosts: ['api.deepseek.com'],
  docs: 'https://api-docs.deepseek.com/quick_start/error_codes',
  dialects: [openaiCompatible({ codes: codes.api })],
})
