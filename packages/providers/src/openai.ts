import { defineProvider, envelope, type Provider } from '@unifault/core'
import { openai as codes, type OpenaiCode } from './generated/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

/**
 * OpenAI. `code` may be null, then the type decides; 429 is throttling (`rate_limit_exceeded`) or an empty account
 * (`insufficient_quota`), which no waiting cures.
 * https://developers.openai.com/api/docs/guides/error-codes
 */
export const openai: Provider<'openai', OpenaiCode> = defineProvider({
  id: 'openai',
  name: 'OpenAI',
  hosts: ['api.openai.com'],
  docs: 'https://developers.openai.com/api/docs/guides/error-codes',
  dialects: [
    // A job that was asked for tells of its own failure in `error`: the asking has succeeded.
    envelope({
      name: 'job',
      requires: { object: ['fine_tuning.job', 'video', 'eval.run'] },
      code: 'object',
      success: ['fine_tuning.job', 'video', 'eval.run'],
    }),
    openaiCompatible({ codes: codes.api }),
  ],
})
