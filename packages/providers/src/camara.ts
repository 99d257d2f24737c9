import type { Provider } from '@unifault/core'
import { type CamaraCode, apiCodes } from './generated/camara/codes.ts'

export type { CamaraCode } from './generated/camara/codes.ts'

/**
 * CAMARA, the interfaces of mobile networks, the same at every operator: `status`, `code` and `message`, where `status`
 * repeats the HTTP status. `withHosts` names the operator.
 */
export const camara: Provider<'camara', CamaraCode> = {
  id: 'camara',
  name: 'CAMARA',
  docs: 'https://github.com/camaraproject/Commonalities/blob/main/documentation/CAMARA-API-Design-Guide.md',
  dialects: [
    {
      name: 'api',
      requires: ['status', 'code', 'message'],
      code: 'code',
      message: 'message',
      requestId: '@x-correlator',
      success: { $status: [200, 201, 202, 204] },
      codes: apiCodes,
    },
  ],
}
