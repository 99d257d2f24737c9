import type { Provider } from '@unifault/core'
import { type VimeoCode, apiCodes } from './generated/vimeo/codes.ts'

export type { VimeoCode } from './generated/vimeo/codes.ts'

/**
 * Vimeo: `error_code` and `developer_message` beside the words for users in `error`; older paths answer with `error` alone
 * (https://github.com/vimeo/openapi).
 */
export const vimeo: Provider<'vimeo', VimeoCode> = {
  id: 'vimeo',
  name: 'Vimeo',
  hosts: ['api.vimeo.com'],
  docs: 'https://developer.vimeo.com/api/reference',
  dialects: [
    {
      name: 'api',
      requires: ['error', 'error_code'],
      code: 'error_code',
      message: ['developer_message', 'error'],
      codes: apiCodes,
    },
    { name: 'legacy', requires: 'error', message: 'error', success: { $status: [200, 201, 202, 204] } },
  ],
}
