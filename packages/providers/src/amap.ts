import type { Provider } from '@unifault/core'
import { jsonp, xmlTags } from '@unifault/core/readers'
import { type AmapCode, webServiceCodes } from './generated/amap/codes.ts'

export type { AmapCode } from './generated/amap/codes.ts'

/**
 * Amap (AutoNavi) web services: always HTTP 200. `status` is "1" or 1 on success, but `infocode` decides: "10000" is the
 * success. The track service and the version 4 routes say the same with `errcode` (10000, respectively 0).
 * https://lbs.amap.com/api/webservice/guide/tools/info
 */
export const amap: Provider<'amap', AmapCode> = {
  id: 'amap',
  name: 'Amap',
  hosts: ['amap.com'],
  docs: 'https://lbs.amap.com/api/webservice/guide/tools/info',
  dialects: [
    {
      name: 'web-service',
      readers: [xmlTags, jsonp],
      code: ['infocode', 'response.infocode', 'errcode'],
      message: ['info', 'response.info', 'errmsg'],
      success: [10000, 0],
      codes: webServiceCodes,
    },
  ],
}
