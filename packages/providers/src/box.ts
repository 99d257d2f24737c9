import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type BoxCode, apiCodes } from './generated/box/codes.ts'

export type { BoxCode } from './generated/box/codes.ts'

/**
 * Box: a record of the type `error` with a word in `code`; the sign-in answers as OAuth.
 * https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/
 */
export const box: Provider<'box', BoxCode> = {
  id: 'box',
  name: 'Box',
  hosts: ['box.com'],
  docs: 'https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/',
  dialects: [
    {
      name: 'api',
      requires: { type: ['error'] },
      code: 'code',
      message: 'message',
      requestId: ['request_id', '@box-request-id'],
      param: 'context_info.errors.0.name',
      issues: { at: 'context_info.errors', param: 'name', code: 'reason', message: 'message' },
      codes: apiCodes,
    },
    oauth,
  ],
}
