import type { Provider } from '@unifault/core'
import { sse } from '@unifault/core/readers'
import { type AnthropicCode, apiCodes } from './generated/anthropic/codes.ts'

export type { AnthropicCode } from './generated/anthropic/codes.ts'

/**
 * Anthropic: `{type:'error',error{type,message},request_id}`. An empty account and a spend limit hide in a 400
 * `invalid_request_error`, where only the message tells; 529 is overload.
 * https://platform.claude.com/docs/en/api/errors
 */
export const anthropic: Provider<'anthropic', AnthropicCode> = {
  id: 'anthropic',
  name: 'Anthropic',
  hosts: ['api.anthropic.com'],
  docs: 'https://platform.claude.com/docs/en/api/errors',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['/v1/messages', '/v1/messages/count_tokens'],
  // Another request holds what this one asks for; Anthropic's own clients ask again.
  status: { 409: 'in-progress' },
  dialects: [
    {
      name: 'api',
      readers: [sse],
      // Gateways in front of it leave the outer type out.
      requires: { type: ['error', undefined] },
      code: 'error.type',
      message: 'error.message',
      requestId: ['request_id', '@request-id'],
      codes: apiCodes,
    },
  ],
}
