import type { Provider } from '@unifault/core'
import { type PacificaCode, apiCodes } from './generated/pacifica/codes.ts'

export type { PacificaCode } from './generated/pacifica/codes.ts'

/** Pacifica: real statuses; 422 has the number of the rule that was broken in `code`, beside words in `error`. */
export const pacifica: Provider<'pacifica', PacificaCode> = {
  id: 'pacifica',
  name: 'Pacifica',
  hosts: ['pacifica.fi'],
  docs: 'https://docs.pacifica.fi/api-documentation/api/error-codes',
  dialects: [
    {
      name: 'api',
      requires: { success: [false, undefined] },
      code: ['code', { at: 'error', match: /^([a-z]+(?:_[a-z]+)+)$/ }],
      message: ['error', 'message'],
      codes: apiCodes,
    },
  ],
  // A restricted region.
  status: { 403: 'client-restricted' },
}
