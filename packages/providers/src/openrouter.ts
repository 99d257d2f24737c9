import type { Provider } from '@unifault/core'
import { sse } from '@unifault/core/readers'
import { type OpenrouterCode, apiCodes } from './generated/openrouter/codes.ts'

export type { OpenrouterCode } from './generated/openrouter/codes.ts'

/**
 * OpenRouter: `error.code` is the HTTP status as a number, also when a provider failed after the 200 was sent. The stable
 * word is `error_type`, which stands elsewhere in each of the three API formats; budgets and availability say more than it.
 * https://openrouter.ai/docs/api/reference/errors-and-debugging
 */
export const openrouter: Provider<'openrouter', OpenrouterCode> = {
  id: 'openrouter',
  name: 'OpenRouter',
  hosts: ['openrouter.ai'],
  docs: 'https://openrouter.ai/docs/api/reference/errors-and-debugging',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/completions'],
  dialects: [
    {
      name: 'api',
      readers: [sse],
      code: [
        // Other limits name who set them here, which is no code.
        { at: 'error.metadata.limit_source', match: /^(openrouter_\w{1,64})$/ },
        'error.availability.code',
        'error.metadata.error_type',
        'error.error_type',
        'error_type',
        // A generation that broke off keeps what came so far and tells of the failure beside it.
        'choices.0.error.metadata.error_type',
        'choices.0.error.code',
        'error.code',
      ],
      message: ['error.message', 'choices.0.error.message'],
      requestId: 'request_id',
      wait: { at: 'error.availability.retry_after', unit: 's' },
      codes: apiCodes,
    },
  ],
}
