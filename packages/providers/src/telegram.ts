import type { Provider } from '@unifault/core'
import { type TelegramCode, apiCodes } from './generated/telegram/codes.ts'

export type { TelegramCode } from './generated/telegram/codes.ts'

/**
 * Telegram Bot API. `error_code` repeats the HTTP status, so the description decides between the causes; it survives
 * proxies that answer HTTP 200 (https://core.telegram.org/bots/api#making-requests).
 */
export const telegram: Provider<'telegram', TelegramCode> = {
  id: 'telegram',
  name: 'Telegram Bot API',
  hosts: ['api.telegram.org'],
  docs: 'https://core.telegram.org/bots/api#making-requests',
  dialects: [
    {
      name: 'api',
      requires: { ok: [true, false] },
      code: 'error_code',
      message: 'description',
      wait: { at: 'parameters.retry_after', unit: 's' },
      success: { ok: [true] },
      codes: apiCodes,
    },
  ],
}
