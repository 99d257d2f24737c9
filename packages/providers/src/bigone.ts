import type { Provider } from '@unifault/core'
import { type BigoneCode, apiCodes } from './generated/bigone/codes.ts'

export type { BigoneCode } from './generated/bigone/codes.ts'

/** BigONE: `code` 0 on success, in V2 and V3 alike; V2 told faults as `errors[]`. */
export const bigone: Provider<'bigone', BigoneCode> = {
  id: 'bigone',
  name: 'BigONE',
  hosts: ['big.one'],
  docs: 'https://open.big.one/docs/api_error_codes.html',
  dialects: [
    {
      name: 'api',
      code: ['code', 'errors.0.code'],
      message: ['message', 'errors.0.message'],
      success: [0],
      codes: apiCodes,
    },
  ],
}
