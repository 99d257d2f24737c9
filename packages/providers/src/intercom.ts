import type { Provider } from '@unifault/core'
import { type IntercomCode, apiCodes } from './generated/intercom/codes.ts'

export type { IntercomCode } from './generated/intercom/codes.ts'

/**
 * Intercom: a record of the type `error.list`.
 * https://developers.intercom.com/docs/references/rest-api/errors/error-codes/
 */
export const intercom: Provider<'intercom', IntercomCode> = {
  id: 'intercom',
  name: 'Intercom',
  hosts: ['intercom.io'],
  docs: 'https://developers.intercom.com/docs/references/rest-api/errors/error-codes/',
  dialects: [
    {
      name: 'api',
      requires: { type: ['error.list'] },
      code: 'errors.0.code',
      message: 'errors.0.message',
      requestId: ['request_id', '@x-request-id'],
      param: 'errors.0.field',
      issues: { at: 'errors', param: 'field', code: 'code', message: 'message' },
      wait: { at: '@x-ratelimit-reset', unit: 'epoch-s', spent: '@x-ratelimit-remaining' },
      codes: apiCodes,
    },
  ],
}
