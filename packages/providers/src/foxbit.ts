import type { Provider } from '@unifault/core'
import { type FoxbitCode, apiCodes } from './generated/foxbit/codes.ts'

export type { FoxbitCode } from './generated/foxbit/codes.ts'

/** Foxbit: real statuses, and `error` with a number and words. */
export const foxbit: Provider<'foxbit', FoxbitCode> = {
  id: 'foxbit',
  name: 'Foxbit',
  hosts: ['foxbit.com.br'],
  docs: 'https://docs.foxbit.com.br/rest/v3/',
  dialects: [
    {
      name: 'api',
      code: ['error.code', 'code'],
      message: ['error.message', 'message'],
      success: { $status: [200, 201, 202, 204] },
      codes: apiCodes,
    },
  ],
}
