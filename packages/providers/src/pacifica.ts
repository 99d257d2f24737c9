import type { Provider } from '@unifault/core'
import { type PacificaCode, apiCodes } from './generated/pacifica/codes.ts'

export type { PacificaCode } from './generated/pacifica/codes.ts'

/**
 * Pacifica: real statuses; 422 has the number of the rule that was broken in `code`, beside words in `error`; what is
 * refused by its name has that in `error_id`.
 * Observed answers: ccxt@4.5.84 js/src/pacifica.js.
 */
export const pacifica: Provider<'pacifica', PacificaCode> = {
  id: 'pacifica',
  name: 'Pacifica',
  hosts: ['pacifica.fi'],
  docs: 'https://docs.pacifica.fi/api-documentation/api/error-codes',
  dialects: [
    {
      name: 'api',
      requires: { success: [false] },
      code: ['error_id', 'code'],
      message: 'error',
      codes: apiCodes,
    },
  ],
  // A restricted region.
  status: { 403: 'client-restricted' },
}
