import { defineProvider, envelope, jsonp, type Provider } from '@unifault/core'
import { tencentMap as codes, type TencentMapCode } from './generated/codes.ts'

/**
 * Tencent location services: HTTP 200 with `status`, where 0 is the success (Amap's is 1).
 * https://lbs.qq.com/service/webService/webServiceGuide/status
 */
export const tencentMap: Provider<'tencent-map', TencentMapCode> = defineProvider({
  id: 'tencent-map',
  name: 'Tencent Location Service',
  hosts: ['map.qq.com'],
  docs: 'https://lbs.qq.com/service/webService/webServiceGuide/status',
  dialects: [
    envelope({
      name: 'web-service',
      readers: [jsonp],
      code: 'status',
      message: 'message',
      requestId: 'request_id',
      success: [0],
      codes: codes.webService,
    }),
  ],
})
