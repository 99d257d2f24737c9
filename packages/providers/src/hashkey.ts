import type { Provider } from '@unifault/core'
import { type HashkeyCode, apiCodes } from './generated/hashkey/codes.ts'

export type { HashkeyCode } from './generated/hashkey/codes.ts'

/**
 * HashKey: real statuses; a failure has a number in `code`, a success none, 0 or "0000". The codes of single orders
 * are business data.
 * Its page of codes gives each the HTTP status and the message (https://hashkeypro-apidoc.readme.io/reference/error-codes),
 * its streams show `code` and `msg` (https://hashkeyglobal-apidoc.readme.io/reference/public-stream); answers over HTTP are
 * as ccxt@4.5.84 js/src/hashkey.js reads them.
 */
export const hashkey: Provider<'hashkey', HashkeyCode> = {
  id: 'hashkey',
  name: 'HashKey',
  hosts: ['hashkey.com'],
  docs: 'https://hashkeypro-apidoc.readme.io/reference/error-codes',
  dialects: [{ name: 'api', code: 'code', message: 'msg', success: { $status: [200] }, codes: apiCodes }],
}
