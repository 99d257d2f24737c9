import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type PinduoduoCode, routerCodes } from './generated/pinduoduo/codes.ts'

export type { PinduoduoCode } from './generated/pinduoduo/codes.ts'

/**
 * Pinduoduo open platform: always HTTP 200; `error_code` 50001 only says that a service refused, `sub_code` (often null)
 * says why. The numbers overlap with the success codes of other platforms: 10000 is a parameter error here.
 * https://open.pinduoduo.com/application/document/browse
 */
export const pinduoduo: Provider<'pinduoduo', PinduoduoCode> = {
  id: 'pinduoduo',
  name: 'Pinduoduo Open Platform',
  hosts: ['gw-api.pinduoduo.com', 'gw-upload.pinduoduo.com', 'open-api.pinduoduo.com'],
  docs: 'https://open.pinduoduo.com/application/document/browse',
  dialects: [
    {
      name: 'router',
      readers: [xmlTags],
      code: ['error_response.sub_code', 'error_response.error_code'],
      message: ['error_response.sub_msg', 'error_response.error_msg'],
      requestId: 'error_response.request_id',
      codes: routerCodes,
    },
  ],
}
