import type { Provider } from '@unifault/core'
import { sse } from '@unifault/core/readers'
import { type ZhipuCode, apiCodes } from './generated/zhipu/codes.ts'

export type { ZhipuCode } from './generated/zhipu/codes.ts'

/**
 * Zhipu (BigModel, Z.ai): `error{code,message}` with a number in a string. 429 is throttling, a spent plan or arrears: the
 * code tells them apart. Knowledge and file interfaces answer `code` 200 on success.
 * https://docs.bigmodel.cn/cn/api/api-code
 */
export const zhipu: Provider<'zhipu', ZhipuCode> = {
  id: 'zhipu',
  name: 'Zhipu',
  hosts: ['open.bigmodel.cn', 'api.z.ai'],
  docs: 'https://docs.bigmodel.cn/cn/api/api-code',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/embeddings'],
  dialects: [
    {
      name: 'api',
      readers: [sse],
      code: ['error.code', { at: 'error.type', match: /^(\d{3,5})$/ }, 'code'],
      message: ['error.message', 'message', 'msg'],
      requestId: 'request_id',
      success: [200],
      codes: apiCodes,
    },
  ],
}
