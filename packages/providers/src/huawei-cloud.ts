import type { Provider } from '@unifault/core'
import { type HuaweiCloudCode, apiCodes } from './generated/huawei-cloud/codes.ts'

export type { HuaweiCloudCode } from './generated/huawei-cloud/codes.ts'

/** An `error_code` is an error only from HTTP 400 on: below, jobs and tasks tell of their own failure there. */
const failed = [
  400, 401, 402, 403, 404, 405, 406, 408, 409, 411, 412, 413, 414, 415, 422, 429, 494, 500, 501, 502, 503, 504,
]

/**
 * Huawei Cloud: products and the API gateway (codes `APIG.*` and `APIGW.*`) answer `error_code`, `error_msg` and
 * `request_id` with real statuses; the identity service answers `error { code, message, title }`, where `code` repeats the status.
 * https://support.huaweicloud.com/en-us/devg-apisign/api-sign-errorcode.html
 */
export const huaweiCloud: Provider<'huawei-cloud', HuaweiCloudCode> = {
  id: 'huawei-cloud',
  name: 'Huawei Cloud',
  hosts: ['myhuaweicloud.com'],
  sharedHosts: ['*.apig.*'],
  docs: 'https://support.huaweicloud.com/en-us/devg-apisign/api-sign-errorcode.html',
  dialects: [
    {
      name: 'api',
      requires: { $status: failed },
      code: ['error_code', 'error.code'],
      message: ['error_msg', 'error.message'],
      requestId: ['request_id', '@x-request-id'],
      codes: apiCodes,
    },
  ],
}
