import type { Provider } from '@unifault/core'
import { type StepfunCode, apiCodes } from './generated/stepfun/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

export type { StepfunCode } from './generated/stepfun/codes.ts'

/**
 * StepFun (阶跃星辰), in OpenAI's shape with a word in `error.type`; 451 is content that moderation refused, 402 an empty balance.
 * https://platform.stepfun.com/docs/zh/api-reference/error-codes
 */
export const stepfun: Provider<'stepfun', StepfunCode> = {
  id: 'stepfun',
  name: 'StepFun',
  hosts: ['api.stepfun.com'],
  docs: 'https://platform.stepfun.com/docs/zh/api-reference/error-codes',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions'],
  status: { 451: 'content-rejected' },
  dialects: [/* @__PURE__ */ openaiCompatible(apiCodes)],
}
