import { defineProvider, envelope, type Provider } from '@unifault/core'
import { volcengine as codes, type VolcengineCode } from './generated/codes.ts'

/**
 * Volcengine: the OpenAPI answers with `ResponseMetadata.Error`; the model service Ark answers OpenAI-like `error`, whose
 * `type` may be empty and whose request id stands only in the words. A path that is missing is a 404 without a body.
 * https://www.volcengine.com/docs/6369/68677 and https://www.volcengine.com/docs/82379/1299023
 */
export const volcengine: Provider<'volcengine', VolcengineCode> = defineProvider({
  id: 'volcengine',
  name: 'Volcengine',
  hosts: ['volcengineapi.com', 'volces.com'],
  docs: 'https://www.volcengine.com/docs/6369/68677',
  dialects: [
    envelope({
      name: 'api',
      code: 'ResponseMetadata.Error.Code',
      message: 'ResponseMetadata.Error.Message',
      requestId: 'ResponseMetadata.RequestId',
      codes: codes.api,
    }),
    envelope({
      name: 'ark',
      hosts: ['ark.*.volces.com'],
      code: 'error.code',
      message: 'error.message',
      requestId: { at: 'error.message', match: /\bRequest id: ?([\w-]+)/i },
      param: 'error.param',
      codes: codes.ark,
    }),
  ],
})
