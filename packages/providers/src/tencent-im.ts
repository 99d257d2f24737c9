import type { Provider } from '@unifault/core'
import { type TencentImCode, restCodes } from './generated/tencent-im/codes.ts'

export type { TencentImCode } from './generated/tencent-im/codes.ts'

/**
 * Tencent Cloud's instant messaging, its REST interface: HTTP 200 with `ActionStatus`, `ErrorCode` (0 on success) and
 * `ErrorInfo`.
 */
export const tencentIm: Provider<'tencent-im', TencentImCode> = {
  id: 'tencent-im',
  name: 'Tencent Cloud IM',
  hosts: [
    'console.tim.qq.com',
    'adminapisgp.im.qcloud.com',
    'adminapikr.im.qcloud.com',
    'adminapijpn.im.qcloud.com',
    'adminapiger.im.qcloud.com',
    'adminapiind.im.qcloud.com',
    'adminapiusa.im.qcloud.com',
    'adminapiidn.im.qcloud.com',
  ],
  docs: 'https://cloud.tencent.com/document/product/269/1671',
  dialects: [
    {
      name: 'rest',
      code: 'ErrorCode',
      message: 'ErrorInfo',
      requestId: 'RequestId',
      success: [0],
      codes: restCodes,
    },
  ],
}
