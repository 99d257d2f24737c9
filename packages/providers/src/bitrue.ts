import type { Provider } from '@unifault/core'
import { type BitrueCode, apiCodes } from './generated/bitrue/codes.ts'

export type { BitrueCode } from './generated/bitrue/codes.ts'

/**
 * Bitrue: negative numbers beside `msg`; futures tell success as code "0".
 * Documented: Bitrue-exchange/Spot-official-api-docs@36e2d0ac31a3 README.md; 418: ccxt@4.5.84 js/src/bitrue.js.
 */
export const bitrue: Provider<'bitrue', BitrueCode> = {
  id: 'bitrue',
  name: 'Bitrue',
  hosts: ['bitrue.com'],
  docs: 'https://github.com/Bitrue-exchange/Spot-official-api-docs',
  dialects: [{ name: 'api', requires: 'msg', code: 'code', message: 'msg', success: [0, 200], codes: apiCodes }],
  // An address that went on after 429.
  status: { 418: 'abuse-blocked' },
}
