import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type DropboxCode, apiCodes } from './generated/dropbox/codes.ts'

export type { DropboxCode } from './generated/dropbox/codes.ts'

/**
 * Dropbox: HTTP 409 for an error of the endpoint, with `error_summary` = the tags of the union joined by slashes and
 * some padding; the last tag is the most specific. HTTP 400 is plain text.
 */
export const dropbox: Provider<'dropbox', DropboxCode> = {
  id: 'dropbox',
  name: 'Dropbox',
  hosts: ['dropboxapi.com', 'api.dropbox.com'],
  docs: 'https://developers.dropbox.com/error-handling-guide',
  dialects: [
    {
      name: 'api',
      code: [
        { at: 'error_summary', match: /(?:^|\/)([a-z_\d]+)\/[^a-z]*$/ },
        { at: 'error_summary', match: /^([a-z_\d]+)/ },
      ],
      message: ['user_message.text', 'user_message', 'error_summary'],
      requestId: '@x-dropbox-request-id',
      wait: { at: 'error.retry_after', unit: 's' },
      codes: apiCodes,
    },
    oauth,
  ],
}
