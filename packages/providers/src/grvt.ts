import type { Provider } from '@unifault/core'
import { type GrvtCode, apiCodes } from './generated/grvt/codes.ts'

export type { GrvtCode } from './generated/grvt/codes.ts'

/**
 * GRVT: `code`, `message` and `status`, in its light form `c`, `m` and `s`; a success has `result`.
 * Documented: gravity-technologies/api-spec@eed18e5a2517 artifacts/apidocs.
 */
export const grvt: Provider<'grvt', GrvtCode> = {
  id: 'grvt',
  name: 'GRVT',
  hosts: ['grvt.io'],
  docs: 'https://api-docs.grvt.io/trading_api/',
  dialects: [
    {
      name: 'api',
      code: ['code', 'c'],
      message: ['message', 'm'],
      success: { $status: [200, 201, 202, 204] },
      codes: apiCodes,
    },
  ],
}
