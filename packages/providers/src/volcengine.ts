import type { Provider } from '@unifault/core'
import { type VolcengineCode, apiCodes, arkCodes } from './generated/volcengine/codes.ts'

export type { VolcengineCode } from './generated/volcengine/codes.ts'

/**
 * Volcengine: the OpenAPI answers with `ResponseMetadata.Error`; the model service Ark answers OpenAI-like `error`, whose
 * `type` may be empty and whose request id stands only in the words. A path that is missing is a 404 without a body.
 * https://www.volcengine.com/docs/6369/68677 and https://www.volcengine.com/docs/82379/1299023
 */
export const volcengine: Provider<'volcengine', VolcengineCode> = {
  id: 'volcengine',
  name: 'Volcengine',
  hosts: ['volcengineapi.com', 'volces.com'],
  docs: 'https://www.volcengine.com/docs/6369/68677',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/embeddings'],
  dialects: [
    {
      name: 'api',
      code: 'ResponseMetadata.Error.Code',
      message: 'ResponseMetadata.Error.Message',
      requestId: 'ResponseMetadata.RequestId',
      codes: apiCodes,
    },
    {
      name: 'ark',
      hosts: ['ark.*.volces.com'],
      code: 'error.code',
      message: 'error.message',
      requestId: { at: 'error.message', match: /\bRequest id: ?([\w-]+)/i },
      param: 'error.param',
      codes: arkCodes,
    },
  ],
}
