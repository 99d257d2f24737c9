import type { Provider } from '@unifault/core'
import { type AirtableCode, apiCodes } from './generated/airtable/codes.ts'

export type { AirtableCode } from './generated/airtable/codes.ts'

/**
 * Airtable: `error{type,message}`, or the type alone as `error`.
 * https://airtable.com/developers/web/api/errors
 */
export const airtable: Provider<'airtable', AirtableCode> = {
  id: 'airtable',
  name: 'Airtable',
  hosts: ['api.airtable.com'],
  docs: 'https://airtable.com/developers/web/api/errors',
  dialects: [
    {
      name: 'api',
      code: ['error.type', 'error'],
      message: 'error.message',
      requestId: '@x-airtable-request-id',
      codes: apiCodes,
    },
  ],
}
