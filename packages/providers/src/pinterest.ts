import type { Provider } from '@unifault/core'
import { type PinterestCode, apiCodes } from './generated/pinterest/codes.ts'

export type { PinterestCode } from './generated/pinterest/codes.ts'

/**
 * Pinterest: `code` and `message`.
 * https://developers.pinterest.com/docs/api/v5/
 */
export const pinterest: Provider<'pinterest', PinterestCode> = {
  id: 'pinterest',
  name: 'Pinterest',
  hosts: ['api.pinterest.com'],
  docs: 'https://developers.pinterest.com/docs/api/v5/',
  dialects: [
    {
      name: 'api',
      requires: ['code', 'message'],
      code: 'code',
      message: 'message',
      requestId: '@x-pinterest-rid',
      success: [0],
      codes: apiCodes,
    },
  ],
}
