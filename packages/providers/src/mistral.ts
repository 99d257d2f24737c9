import type { Provider } from '@unifault/core'
import { sse } from '@unifault/core/readers'
import {
  type MistralCode,
  apiCodes,
  guardrailCodes,
  validationCodes,
  workflowsCodes,
} from './generated/mistral/codes.ts'

export type { MistralCode } from './generated/mistral/codes.ts'

/**
 * Mistral: a flat `{object:'error',message,type,param,code}`; the validation list of FastAPI in `detail`; `WF_` codes of the
 * workflows; and a guardrail's refusal. The gateway before them answers with a bare `message`, where the status decides.
 * https://docs.mistral.ai/resources/error-glossary
 */
export const mistral: Provider<'mistral', MistralCode> = {
  id: 'mistral',
  name: 'Mistral',
  hosts: ['api.mistral.ai', 'codestral.mistral.ai'],
  docs: 'https://docs.mistral.ai/resources/error-glossary',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['/v1/chat/completions', '/v1/fim/completions', '/v1/embeddings', '/v1/ocr'],
  dialects: [
    {
      name: 'api',
      readers: [sse],
      requires: { object: ['error', 'Error'] },
      code: ['code', 'type'],
      message: ['message', 'message.detail.0.msg'],
      param: 'param',
      codes: apiCodes,
    },
    {
      name: 'guardrail',
      requires: 'guardrails',
      code: 'error.status',
      message: 'error.message',
      codes: guardrailCodes,
    },
    {
      name: 'workflows',
      code: { at: 'code', match: /^(WF_\d{4})$/ },
      message: 'detail',
      codes: workflowsCodes,
    },
    {
      name: 'validation',
      code: 'detail.0.type',
      message: 'detail.0.msg',
      param: ['detail.0.loc.2', 'detail.0.loc.1', 'detail.0.loc.0'],
      codes: validationCodes,
    },
  ],
}
