import type { Provider } from '@unifault/core'
import { type ToobitCode, apiCodes } from './generated/toobit/codes.ts'

export type { ToobitCode } from './generated/toobit/codes.ts'

/** Toobit: negative numbers beside `msg`, as Binance has them; a success has no code, or 200. */
export const toobit: Provider<'toobit', ToobitCode> = {
  id: 'toobit',
  name: 'Toobit',
  hosts: ['toobit.com'],
  docs: 'https://toobit-docs.github.io/apidocs/spot/v1/en/',
  dialects: [{ name: 'api', requires: 'msg', code: 'code', message: 'msg', success: [0, 200], codes: apiCodes }],
  // A firewall rule; an address that went on after 429.
  status: { 403: 'abuse-blocked', 418: 'abuse-blocked' },
}
