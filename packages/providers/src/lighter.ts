import type { Provider } from '@unifault/core'
import { type LighterCode, apiCodes } from './generated/lighter/codes.ts'

export type { LighterCode } from './generated/lighter/codes.ts'

/**
 * Lighter: `code` 200 on success, else a number of the exchange beside `message`.
 * Fields: elliottech/lighter-go@17f2d60e4cf5 client/http/http_types.go.
 */
export const lighter: Provider<'lighter', LighterCode> = {
  id: 'lighter',
  name: 'Lighter',
  hosts: ['zklighter.elliot.ai'],
  docs: 'https://apidocs.lighter.xyz/',
  dialects: [{ name: 'api', code: 'code', message: 'message', success: [200], codes: apiCodes }],
}
