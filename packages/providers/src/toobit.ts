import type { Provider } from '@unifault/core'
import { type ToobitCode, apiCodes } from './generated/toobit/codes.ts'

export type { ToobitCode } from './generated/toobit/codes.ts'

/**
 * Toobit: negative numbers beside `msg`, as Binance has them; a success has no code, or 200.
 * Documented: https://api-docs.toobit.com/api/usdt-m-error-codes.html.
 */
export const toobit: Provider<'toobit', ToobitCode> = {
  id: 'toobit',
  name: 'Toobit',
  hosts: ['toobit.com'],
  docs: 'https://api-docs.toobit.com/api/usdt-m-error-codes.html',
  dialects: [{ name: 'api', requires: 'msg', code: 'code', message: 'msg', success: [0, 200], codes: apiCodes }],
}
