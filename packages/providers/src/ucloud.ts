import type { Provider } from '@unifault/core'
import { type UcloudCode, apiCodes } from './generated/ucloud/codes.ts'

export type { UcloudCode } from './generated/ucloud/codes.ts'

/**
 * UCloud: HTTP 200 with `RetCode`, 0 on success, and `Message`. What has become of several items stands in `DataSet`.
 */
export const ucloud: Provider<'ucloud', UcloudCode> = {
  id: 'ucloud',
  name: 'UCloud',
  hosts: ['api.ucloud.cn', 'api.service.ucloud.cn'],
  docs: 'https://docs.ucloud.cn/api/summary/public',
  dialects: [
    {
      name: 'api',
      code: 'RetCode',
      message: 'Message',
      requestId: '@x-ucloud-request-uuid',
      success: [0],
      codes: apiCodes,
    },
  ],
}
