import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type TencentCloudCode, apiCodes, cosCodes } from './generated/tencent-cloud/codes.ts'

export type { TencentCloudCode } from './generated/tencent-cloud/codes.ts'

/**
 * Tencent Cloud: API 3.0 answers HTTP 200 with `Response.Error` and dotted codes whose first part is the common code; the
 * object storage (COS) answers S3-like XML, on copies even with HTTP 200.
 * https://cloud.tencent.com/document/api/382/38780 and https://cloud.tencent.com/document/product/436/7730
 */
export const tencentCloud: Provider<'tencent-cloud', TencentCloudCode> = {
  id: 'tencent-cloud',
  name: 'Tencent Cloud',
  hosts: ['tencentcloudapi.com', 'myqcloud.com'],
  docs: 'https://cloud.tencent.com/document/api',
  dialects: [
    {
      name: 'api',
      code: 'Response.Error.Code',
      message: 'Response.Error.Message',
      requestId: 'Response.RequestId',
      codes: apiCodes,
    },
    {
      name: 'cos',
      readers: [xmlTags],
      hosts: ['*.myqcloud.com'],
      code: 'Error.Code',
      message: 'Error.Message',
      requestId: ['Error.RequestId', '@x-cos-request-id'],
      codes: cosCodes,
    },
  ],
}
