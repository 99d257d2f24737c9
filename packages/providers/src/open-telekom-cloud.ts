import type { Provider } from '@unifault/core'
import { type OpenTelekomCloudCode, apiCodes } from './generated/open-telekom-cloud/codes.ts'

export type { OpenTelekomCloudCode } from './generated/open-telekom-cloud/codes.ts'

/** Below HTTP 400 jobs tell of their own failure in these places. */
const failed = [
  400, 401, 402, 403, 404, 405, 406, 408, 409, 411, 412, 413, 414, 415, 422, 429, 494, 500, 501, 502, 503, 504,
]

/**
 * Open Telekom Cloud: the interfaces of Huawei Cloud: `error_code` and `error_msg`, or an object around `code` and
 * `message` that is named `error` or after the fault, with real statuses.
 */
export const openTelekomCloud: Provider<'open-telekom-cloud', OpenTelekomCloudCode> = {
  id: 'open-telekom-cloud',
  name: 'Open Telekom Cloud',
  hosts: ['otc.t-systems.com'],
  docs: 'https://docs.otc.t-systems.com/',
  dialects: [
    {
      name: 'api',
      requires: { $status: failed },
      code: ['error_code', 'errCode', 'error.code', 'badRequest.code', 'itemNotFound.code', 'code', 'externalMessage.code'],
      message: [
        'error_msg',
        'errMsg',
        'error.message',
        'badRequest.message',
        'itemNotFound.message',
        'message',
        'externalMessage.message',
      ],
      requestId: ['request_id', '@x-request-id', '@x-openstack-request-id'],
      codes: apiCodes,
    },
  ],
}
