import type { Provider } from '@unifault/core'
import { type DiscordCode, apiCodes, edgeCodes } from './generated/discord/codes.ts'

export type { DiscordCode } from './generated/discord/codes.ts'

/**
 * Discord. A 429 carries `retry_after` in float seconds and often no code; Cloudflare in front of it answers in plain
 * text (https://docs.discord.com/developers/topics/opcodes-and-status-codes).
 */
export const discord: Provider<'discord', DiscordCode> = {
  id: 'discord',
  name: 'Discord',
  hosts: ['discord.com', 'discordapp.com'],
  docs: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes',
  dialects: [
    {
      name: 'edge',
      code: { at: '$text', match: /^error code: (\d{3,4})\s*$/ },
      requestId: '@cf-ray',
      codes: edgeCodes,
    },
    {
      name: 'api',
      // Business objects may have a `code` (an invite has), but none of them has `message` beside it.
      requires: 'message',
      code: 'code',
      message: 'message',
      requestId: '@cf-ray',
      wait: { at: 'retry_after', unit: 's' },
      // Takes every failure, a 429 without a code too; a message that was sent is below 400.
      success: { $status: [200, 201, 202, 203, 204, 205, 206, 301, 302, 304] },
      codes: apiCodes,
    },
  ],
}
