import type { Provider } from '@unifault/core'
import { type SiliconflowCode, apiCodes } from './generated/siliconflow/codes.ts'

export type { SiliconflowCode } from './generated/siliconflow/codes.ts'

/**
 * SiliconFlow: `code,message,data`, where 20000 is the success of the account interface; a throttled request has no code and
 * some refusals are a bare JSON string, so there the status decides.
 * https://docs.siliconflow.cn/cn/faqs/error-code
 */
export const siliconflow: Provider<'siliconflow', SiliconflowCode> = {
  id: 'siliconflow',
  name: 'SiliconFlow',
  hosts: ['api.siliconflow.cn', 'api.siliconflow.com'],
  docs: 'https://docs.siliconflow.cn/cn/faqs/error-code',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['/v1/chat/completions', '/v1/embeddings', '/v1/rerank'],
  dialects: [
    {
      name: 'api',
      code: 'code',
      message: 'message',
      requestId: '@x-siliconcloud-trace-id',
      success: [20000],
      codes: apiCodes,
    },
  ],
}
