import type { Provider } from '@unifault/core'
import { type CerebrasCode, apiCodes } from './generated/cerebras/codes.ts'

export type { CerebrasCode } from './generated/cerebras/codes.ts'

/**
 * Cerebras: `message`, `type`, `param` and `code`, without a record around them.
 * https://inference-docs.cerebras.ai/support/error
 */
export const cerebras: Provider<'cerebras', CerebrasCode> = {
  id: 'cerebras',
  name: 'Cerebras',
  hosts: ['api.cerebras.ai'],
  docs: 'https://inference-docs.cerebras.ai/support/error',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/completions', '*/embeddings'],
  dialects: [
    {
      name: 'api',
      requires: ['message', 'type'],
      success: { $status: [200, 201, 202, 204] },
      code: ['code', 'type'],
      message: 'message',
      param: 'param',
      requestId: '@x-request-id',
      wait: [
        { at: '@x-ratelimit-reset-requests-day', unit: 's', spent: '@x-ratelimit-remaining-requests-day' },
        { at: '@x-ratelimit-reset-tokens-minute', unit: 's', spent: '@x-ratelimit-remaining-tokens-minute' },
      ],
      codes: apiCodes,
    },
  ],
}
