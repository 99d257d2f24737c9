import type { Provider } from '@unifault/core'
import { type PortoneCode, apiCodes } from './generated/portone/codes.ts'

export type { PortoneCode } from './generated/portone/codes.ts'

/**
 * PortOne V2: real statuses, and the kind of the fault in `type` beside `message`; a payment that failed is HTTP 200
 * and business data.
 */
export const portone: Provider<'portone', PortoneCode> = {
  id: 'portone',
  name: 'PortOne',
  hosts: ['api.portone.io'],
  docs: 'https://developers.portone.io/api/rest-v2',
  dialects: [
    {
      name: 'api',
      code: 'type',
      message: 'message',
      success: { $status: [200, 201, 202, 204] },
      codes: apiCodes,
    },
  ],
}
