import type { Provider } from '@unifault/core'
import { type KlarnaCode, apiCodes } from './generated/klarna/codes.ts'

export type { KlarnaCode } from './generated/klarna/codes.ts'

/**
 * Klarna: `error_code` with `error_messages` and `correlation_id`; the newer interfaces have `error_type`, `error_message` and `error_id`.
 * https://docs.klarna.com/api/errors
 */
export const klarna: Provider<'klarna', KlarnaCode> = {
  id: 'klarna',
  name: 'Klarna',
  hosts: ['klarna.com'],
  docs: 'https://docs.klarna.com/api/errors',
  dialects: [
    {
      name: 'api',
      code: ['error_code', 'error_type'],
      message: ['error_messages.0', 'error_message'],
      requestId: ['correlation_id', 'error_id', '@klarna-correlation-id'],
      param: 'validation_errors.0.parameter',
      issues: { at: 'validation_errors', param: 'parameter', message: 'reason' },
      codes: apiCodes,
    },
  ],
}
