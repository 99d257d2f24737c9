import type { Provider } from '@unifault/core'
import { type OpenTelekomCloudCode, apiCodes } from './generated/open-telekom-cloud/codes.ts'

export type { OpenTelekomCloudCode } from './generated/open-telekom-cloud/codes.ts'

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
      // Below HTTP 400 jobs tell of their own failure in these places.
      success: { $status: [200, 201, 202, 203, 204, 206] },
      code: [
        'error_code',
        'errCode',
        'error.code',
        'badRequest.code',
        'itemNotFound.code',
        'code',
        'externalMessage.code',
        // The registry of images answers with a list.
        '0.errorCode',
      ],
      message: [
        'error_msg',
        'errMsg',
        'error.message',
        'badRequest.message',
        'itemNotFound.message',
        'message',
        'externalMessage.message',
        '0.errorMessage',
      ],
      requestId: ['request_id', '@x-request-id', '@x-openstack-request-id'],
      codes: apiCodes,
    },
  ],
}
