import type { Provider } from '@unifault/core'
import { type OpenaiCode, apiCodes } from './generated/openai/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

export type { OpenaiCode } from './generated/openai/codes.ts'

/**
 * OpenAI. `code` may be null, then the type decides; 429 is throttling (`rate_limit_exceeded`) or an empty account
 * (`insufficient_quota`), which no waiting cures.
 * https://developers.openai.com/api/docs/guides/error-codes
 */
export const openai: Provider<'openai', OpenaiCode> = {
  id: 'openai',
  name: 'OpenAI',
  hosts: ['api.openai.com'],
  docs: 'https://developers.openai.com/api/docs/guides/error-codes',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['/v1/chat/completions', '/v1/responses', '/v1/completions', '/v1/embeddings', '/v1/moderations'],
  // Another request holds what this one asks for; OpenAI's own clients ask again.
  status: { 409: 'in-progress' },
  dialects: [
    // A job that was asked for tells of its own failure in `error`: the asking has succeeded.
    {
      name: 'job',
      requires: { object: ['fine_tuning.job', 'video', 'eval.run'] },
      code: 'object',
      success: ['fine_tuning.job', 'video', 'eval.run'],
    },
    // Events of the Responses API: https://developers.openai.com/api/reference/resources/responses/streaming-events
    {
      name: 'events',
      requires: { type: ['error', 'response.failed', 'response.error'] },
      code: ['response.error.code', 'error.code', 'error.type', 'code'],
      message: ['response.error.message', 'error.message', 'message'],
      param: ['error.param', 'param'],
      requestId: '@x-request-id',
      codes: apiCodes,
    },
    /* @__PURE__ */ openaiCompatible(apiCodes),
  ],
}
