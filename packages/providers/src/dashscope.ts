import type { Provider } from '@unifault/core'
import { sse } from '@unifault/core/readers'
import { type DashscopeCode, modelStudioCodes } from './generated/dashscope/codes.ts'

export type { DashscopeCode } from './generated/dashscope/codes.ts'

/**
 * Alibaba Cloud Model Studio (DashScope, Qwen): natively `code,message,request_id`, in the OpenAI-compatible mode
 * `error{code,message,type}`, each with its own spelling of the same codes. `insufficient_quota` is here a limit per minute.
 * https://help.aliyun.com/zh/model-studio/error-code
 */
export const dashscope: Provider<'dashscope', DashscopeCode> = {
  id: 'dashscope',
  name: 'DashScope',
  hosts: ['dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com', 'dashscope-us.aliyuncs.com'],
  docs: 'https://help.aliyun.com/zh/model-studio/error-code',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/embeddings', '*/generation'],
  dialects: [
    {
      name: 'model-studio',
      readers: [sse],
      code: ['error.code', 'error.type', 'code'],
      message: ['error.message', 'message'],
      requestId: ['request_id', '@x-request-id'],
      param: 'error.param',
      codes: modelStudioCodes,
    },
  ],
}
