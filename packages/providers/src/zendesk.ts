import type { Provider } from '@unifault/core'
import { type ZendeskCode, apiCodes } from './generated/zendesk/codes.ts'

export type { ZendeskCode } from './generated/zendesk/codes.ts'

/**
 * Zendesk: a word in `error` with a `description` and a record of `details`; some interfaces have `error{title,message}`.
 * https://developer.zendesk.com/api-reference/introduction/requests/
 */
export const zendesk: Provider<'zendesk', ZendeskCode> = {
  id: 'zendesk',
  name: 'Zendesk',
  hosts: ['zendesk.com'],
  docs: 'https://developer.zendesk.com/api-reference/introduction/requests/',
  dialects: [
    {
      name: 'api',
      code: 'error',
      message: ['details.base.0.description', 'description', 'error.message', 'error.title'],
      requestId: '@x-zendesk-request-id',
      codes: apiCodes,
    },
    {
      name: 'titled',
      requires: 'error.title',
      message: ['error.message', 'error.title'],
      requestId: '@x-zendesk-request-id',
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
