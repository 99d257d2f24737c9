import type { Provider } from '@unifault/core'
import { type BlofinCode, apiCodes } from './generated/blofin/codes.ts'

export type { BlofinCode } from './generated/blofin/codes.ts'

/**
 * BloFin: `code` "0" on success; where orders failed, the first of them tells its own code in `data`.
 * Observed answers: ccxt@4.5.84 js/src/blofin.js.
 */
export const blofin: Provider<'blofin', BlofinCode> = {
  id: 'blofin',
  name: 'BloFin',
  hosts: ['blofin.com'],
  docs: 'https://docs.blofin.com/index.html#errors',
  dialects: [
    {
      name: 'api',
      requires: 'msg',
      code: [{ at: 'data.0.code', match: /^(?!0$)(\d+)$/ }, 'code'],
      message: ['data.0.msg', 'msg'],
      success: [0],
      codes: apiCodes,
    },
  ],
}
