import type { Provider } from '@unifault/core'
import { type PostmarkCode, apiCodes } from './generated/postmark/codes.ts'

export type { PostmarkCode } from './generated/postmark/codes.ts'

/**
 * Postmark: HTTP 422 (or 200) with `ErrorCode` and `Message`. Its codes 400 to 503 are no HTTP statuses: 401 is an unconfirmed sender,
 * 406 an inactive recipient.
 * https://postmarkapp.com/developer/api/overview#error-codes
 */
export const postmark: Provider<'postmark', PostmarkCode> = {
  id: 'postmark',
  name: 'Postmark',
  hosts: ['api.postmarkapp.com'],
  docs: 'https://postmarkapp.com/developer/api/overview#error-codes',
  dialects: [
    {
      name: 'api',
      code: 'ErrorCode',
      message: 'Message',
      success: [0],
      codes: apiCodes,
    },
  ],
}
