import type { Provider } from '@unifault/core'

/**
 * Twitch: `error`, the words of the status, `status` and `message`; the sign-in answers with the latter two.
 * https://dev.twitch.tv/docs/api/guide/
 */
export const twitch: Provider<'twitch'> = {
  id: 'twitch',
  name: 'Twitch',
  hosts: ['twitch.tv'],
  docs: 'https://dev.twitch.tv/docs/api/guide/',
  messages: [{ match: /^invalid (?:access|oauth) token$/i, reason: 'token-invalid' }],
  dialects: [
    {
      name: 'helix',
      requires: ['status', 'message'],
      message: 'message',
      wait: { at: '@ratelimit-reset', unit: 'epoch-s', spent: '@ratelimit-remaining' },
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
