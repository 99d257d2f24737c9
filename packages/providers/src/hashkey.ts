import type { Provider } from '@unifault/core'
import { type HashkeyCode, apiCodes } from './generated/hashkey/codes.ts'

export type { HashkeyCode } from './generated/hashkey/codes.ts'

/** HashKey: negative numbers beside `msg`, as Binance has them; a success has no code, or 0. */
export const hashkey: Provider<'hashkey', HashkeyCode> = {
  id: 'hashkey',
  name: 'HashKey',
  hosts: ['hashkey.com'],
  docs: 'https://hashkeyglobal-apidoc.readme.io/reference/error-code',
  dialects: [
    { name: 'api', requires: 'msg', code: 'code', message: 'msg', success: [0, 200, '0000'], codes: apiCodes },
  ],
  // A firewall rule; an address that went on after 429.
  status: { 403: 'abuse-blocked', 418: 'abuse-blocked' },
}
