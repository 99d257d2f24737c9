import type { Provider } from '@unifault/core'
import { type PostgrestCode, apiCodes } from './generated/postgrest/codes.ts'

export type { PostgrestCode } from './generated/postgrest/codes.ts'

/**
 * PostgREST, for servers of one's own (`withHosts`): `PGRST` codes of its own and PostgreSQL's SQLSTATE, both in `code`.
 * Rows of a table may have a column of that name, so below 300 nothing is an error.
 * https://docs.postgrest.org/en/stable/references/errors.html
 */
export const postgrest: Provider<'postgrest', PostgrestCode> = {
  id: 'postgrest',
  name: 'PostgREST',
  docs: 'https://docs.postgrest.org/en/stable/references/errors.html',
  dialects: [
    {
      name: 'api',
      requires: 'message',
      code: { at: 'code', match: /^(PGRST\w{3}|PT\d{3}|[\dA-Z]{2}\w*)$/ },
      message: 'message',
      success: { $status: [200, 201, 204, 206] },
      codes: apiCodes,
    },
  ],
}
