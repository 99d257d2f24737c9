import type { Provider } from '@unifault/core'
import { type QiniuCode, apiCodes } from './generated/qiniu/codes.ts'

export type { QiniuCode } from './generated/qiniu/codes.ts'

/**
 * Qiniu (七牛云): `error`, at times with a `code`, beside HTTP statuses of its own up to 701.
 * https://developer.qiniu.com/kodo/3928/error-responses
 */
export const qiniu: Provider<'qiniu', QiniuCode> = {
  id: 'qiniu',
  name: 'Qiniu',
  hosts: ['qiniuapi.com', 'qiniup.com', 'qbox.me', 'api.qiniu.com', 'rs.qiniu.com'],
  docs: 'https://developer.qiniu.com/kodo/3928/error-responses',
  // The statuses beside which there is no code.
  status: {
    419: 'account-disabled',
    478: 'unavailable',
    573: 'throttled',
    608: 'precondition-failed',
    612: 'not-found',
    614: 'already-exists',
    630: 'quota-exhausted',
    631: 'not-found',
    640: 'invalid-parameter',
    701: 'precondition-failed',
  },
  dialects: [
    {
      name: 'api',
      requires: 'error',
      code: 'code',
      message: 'error',
      requestId: '@x-reqid',
      success: [200],
      codes: apiCodes,
    },
    {
      name: 'plain',
      requires: 'error',
      message: 'error',
      requestId: '@x-reqid',
      // Without a code the status decides.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
