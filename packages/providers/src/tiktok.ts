import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type TiktokCode, apiCodes } from './generated/tiktok/codes.ts'

export type { TiktokCode } from './generated/tiktok/codes.ts'

/**
 * TikTok for developers: every answer has `error`, whose code is `ok` on success; the sign-in answers as OAuth.
 * https://developers.tiktok.com/doc/tiktok-api-v2-error-handling
 */
export const tiktok: Provider<'tiktok', TiktokCode> = {
  id: 'tiktok',
  name: 'TikTok',
  hosts: ['open.tiktokapis.com'],
  docs: 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
  dialects: [
    {
      name: 'api',
      code: 'error.code',
      message: 'error.message',
      requestId: 'error.log_id',
      success: ['ok'],
      codes: apiCodes,
    },
    oauth,
  ],
}
