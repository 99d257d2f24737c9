import type { Provider } from '@unifault/core'
import { type JsendCode, apiCodes } from './generated/jsend/codes.ts'

export type { JsendCode } from './generated/jsend/codes.ts'

/**
 * JSend (`withHosts`): `status` is `success`, `fail` (the caller's data) or `error` (the server), whatever the HTTP status.
 * https://github.com/omniti-labs/jsend
 */
export const jsend: Provider<'jsend', JsendCode> = {
  id: 'jsend',
  name: 'JSend',
  docs: 'https://github.com/omniti-labs/jsend',
  dialects: [
    {
      name: 'api',
      requires: { status: ['success', 'fail', 'error'] },
      code: ['code', 'status'],
      message: ['message', 'data.message'],
      issues: { at: 'data' },
      success: { status: ['success'] },
      codes: apiCodes,
    },
  ],
}
