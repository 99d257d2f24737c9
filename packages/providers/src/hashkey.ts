import type { Provider } from '@unifault/core'
import { type HashkeyCode, apiCodes } from './generated/hashkey/codes.ts'

export type { HashkeyCode } from './generated/hashkey/codes.ts'

/**
 * HashKey: real statuses; a failure has a number in `code`, a success none, 0 or "0000". The codes of single orders
 * are business data.
 * As read by ccxt@4.5.84 js/src/hashkey.js.
 */
export const hashkey: Provider<'hashkey', HashkeyCode> = {
  id: 'hashkey',
  name: 'HashKey',
  hosts: ['hashkey.com'],
  docs: 'https://hashkeyglobal-apidoc.readme.io/reference/error-code',
  dialects: [{ name: 'api', code: 'code', message: 'msg', success: { $status: [200] }, codes: apiCodes }],
}
