import type { Provider } from '@unifault/core'
import { type MoonshotCode, apiCodes } from './generated/moonshot/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

export type { MoonshotCode } from './generated/moonshot/codes.ts'

/**
 * Moonshot (Kimi): `error{type,message}` without a code. 429 is throttling, an overloaded engine or an empty account: the
 * type tells them apart.
 * https://platform.kimi.com/docs/api/errors
 */
export const moonshot: Provider<'moonshot', MoonshotCode> = {
  id: 'moonshot',
  name: 'Moonshot',
  hosts: ['moonshot.cn', 'moonshot.ai', 'api.kimi.com'],
  docs: 'https://platform.kimi.com/docs/api/errors',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['/v1/chat/completions'],
  dialects: [
    /* @__PURE__ */ openaiCompatible(apiCodes, {
      code: 'error.type',
      requestId: ['@msh-request-id', '@x-request-id'],
      wait: { at: { at: 'error.message', match: /\btry again after (\d{1,9}) seconds?\b/ }, unit: 's' },
    }),
  ],
  // The coding plan names this cause only in words: https://www.kimi.com/code/docs/en/kimi-code/error-reference.html
  messages: [{ match: "You've reached your usage limit*", reason: 'quota-exhausted' }],
}
