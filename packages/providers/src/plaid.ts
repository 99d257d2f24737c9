import type { Provider } from '@unifault/core'
import { type PlaidCode, apiCodes } from './generated/plaid/codes.ts'

export type { PlaidCode } from './generated/plaid/codes.ts'

/**
 * Plaid: `error_type` and, more exactly, `error_code`. The error of an item that was asked for stands deeper and is data.
 * https://plaid.com/docs/errors/
 */
export const plaid: Provider<'plaid', PlaidCode> = {
  id: 'plaid',
  name: 'Plaid',
  hosts: ['plaid.com'],
  docs: 'https://plaid.com/docs/errors/',
  dialects: [
    {
      name: 'api',
      requires: 'error_type',
      code: ['error_code', 'error_type'],
      message: 'error_message',
      requestId: 'request_id',
      codes: apiCodes,
    },
  ],
}
