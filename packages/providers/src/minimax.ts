import type { Provider } from '@unifault/core'
import { sse } from '@unifault/core/readers'
import { type MinimaxCode, apiCodes } from './generated/minimax/codes.ts'

export type { MinimaxCode } from './generated/minimax/codes.ts'

/**
 * MiniMax: HTTP 200 with `base_resp{status_code,status_msg}`; the interfaces in OpenAI's and Anthropic's shape put the same
 * code in brackets at the end of the message.
 * https://platform.minimaxi.com/docs/api-reference/errorcode
 */
export const minimax: Provider<'minimax', MinimaxCode> = {
  id: 'minimax',
  name: 'MiniMax',
  hosts: ['minimaxi.com', 'minimax.io', 'minimax.chat'],
  docs: 'https://platform.minimaxi.com/docs/api-reference/errorcode',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '/v1/text/chatcompletion_v2', '/v1/embeddings'],
  dialects: [
    {
      name: 'api',
      readers: [sse],
      code: ['base_resp.status_code', { at: 'error.message', match: /\((\d{4,5})\)$/ }],
      message: ['base_resp.status_msg', 'error.message'],
      requestId: ['trace_id', '@trace-id', 'request_id'],
      success: [0],
      codes: apiCodes,
    },
  ],
}
