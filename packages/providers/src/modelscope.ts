import type { Provider } from '@unifault/core'
import { openaiCompatible } from './openai-compatible.ts'

/**
 * ModelScope (魔搭), its inference: `errors{message,request_id}`, whose 429 is a limit of the day as well; at times OpenAI's `error`.
 * https://modelscope.cn/docs/model-service/API-Inference/intro
 */
export const modelscope: Provider<'modelscope'> = {
  id: 'modelscope',
  name: 'ModelScope',
  hosts: ['api-inference.modelscope.cn'],
  docs: 'https://modelscope.cn/docs/model-service/API-Inference/intro',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions'],
  dialects: [
    {
      name: 'api',
      requires: 'errors.message',
      message: 'errors.message',
      requestId: 'errors.request_id',
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
    /* @__PURE__ */ openaiCompatible({}),
  ],
}
