import type { Provider } from '@unifault/core'
import { type BitvavoCode, apiCodes } from './generated/bitvavo/codes.ts'

export type { BitvavoCode } from './generated/bitvavo/codes.ts'

/**
 * Bitvavo: real statuses, and a number in `errorCode` beside `error`.
 * Documented: https://docs.bitvavo.com/docs/errors; headers: bitvavo/python-bitvavo-api@27c0640e8e17.
 */
export const bitvavo: Provider<'bitvavo', BitvavoCode> = {
  id: 'bitvavo',
  name: 'Bitvavo',
  hosts: ['bitvavo.com'],
  docs: 'https://docs.bitvavo.com/docs/errors',
  dialects: [
    {
      name: 'api',
      code: 'errorCode',
      message: 'error',
      // Milliseconds since 1970, when the weight is free again.
      wait: { at: '@bitvavo-ratelimit-resetat', unit: 'epoch-ms', spent: '@bitvavo-ratelimit-remaining' },
      codes: apiCodes,
    },
  ],
}
