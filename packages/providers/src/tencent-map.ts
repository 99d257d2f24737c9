import type { Provider } from '@unifault/core'
import { jsonp } from '@unifault/core/readers'
import { type TencentMapCode, webServiceCodes } from './generated/tencent-map/codes.ts'

export type { TencentMapCode } from './generated/tencent-map/codes.ts'

/**
 * Tencent location services: HTTP 200 with `status`, where 0 is the success (Amap's is 1).
 * https://lbs.qq.com/service/webService/webServiceGuide/status
 */
export const tencentMap: Provider<'tencent-map', TencentMapCode> = {
  id: 'tencent-map',
  name: 'Tencent Location Service',
  hosts: ['map.qq.com'],
  docs: 'https://lbs.qq.com/service/webService/webServiceGuide/status',
  dialects: [
    {
      name: 'web-service',
      readers: [jsonp],
      code: 'status',
      message: 'message',
      requestId: 'request_id',
      success: [0],
      codes: webServiceCodes,
    },
  ],
}
