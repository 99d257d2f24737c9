import { defineProvider, type Provider } from '@unifault/core'
import { moonshot as codes, type MoonshotCode } from './generated/codes.ts'
import { openaiCompatible } from './openai-compatible.ts'

/**
 * Moonshot (Kimi): `error{type,message}` without a code. 429 is throttling, an overloaded engine or an empty account: the
 * type tells them apart.
 * https://platform.kimi.com/docs/api/errors
 */
export const moonshot: Provider<'moonshot', MoonshotCode> = defineProvider({
  id: 'moonshot',
  name: 'Moonshot',
  hosts: ['moonshot.cn', 'moonshot.ai', 'api.kimi.com'],
  docs: 'https://platform.kimi.com/docs/api/errors',
  dialects: [
    openaiCompatible({
      code: 'error.type',
      wait: { at: { at: 'error.message', match: /\btry again after (\d{1,9}) seconds?\b/ }, unit: 's' },
      codes: codes.api,
    }),
  ],
  // The coding plan names this cause only in words: https://www.kimi.com/code/docs/en/kimi-code/error-reference.html
  messages: [{ match: "You've reached your usage limit*", reason: 'quota-exhausted' }],
})
