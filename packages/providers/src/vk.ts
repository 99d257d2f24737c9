import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type VkCode, apiCodes } from './generated/vk/codes.ts'

export type { VkCode } from './generated/vk/codes.ts'

/**
 * VK: HTTP 200 with `error` in place of `response`; what failed inside `execute` is beside a response in
 * `execute_errors`. The sign-in pages speak OAuth.
 */
export const vk: Provider<'vk', VkCode> = {
  id: 'vk',
  name: 'VK',
  hosts: ['api.vk.com', 'api.vk.ru', 'oauth.vk.com', 'oauth.vk.ru', 'id.vk.com'],
  docs: 'https://dev.vk.com/ru/reference/errors',
  dialects: [
    {
      name: 'api',
      code: ['error.error_code'],
      message: 'error.error_msg',
      codes: apiCodes,
    },
    oauth,
  ],
}
