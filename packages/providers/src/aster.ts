import type { Provider } from '@unifault/core'
import { type AsterCode, apiCodes } from './generated/aster/codes.ts'

export type { AsterCode } from './generated/aster/codes.ts'

/**
 * Aster: errors are negative numbers beside `msg`, as Binance's futures have them; a success has no code, or 200 with
 * a message.
 * Documented: asterdex/api-docs@265e024b22c0.
 */
export const aster: Provider<'aster', AsterCode> = {
  id: 'aster',
  name: 'Aster',
  hosts: ['asterdex.com'],
  docs: 'https://github.com/asterdex/api-docs',
  dialects: [{ name: 'api', requires: 'msg', code: 'code', message: 'msg', success: [0, 200], codes: apiCodes }],
  // A firewall rule; an address that went on after 429.
  status: { 403: 'abuse-blocked', 418: 'abuse-blocked' },
}
