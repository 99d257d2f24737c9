import type { Provider } from '@unifault/core'
import { type BackpackCode, apiCodes } from './generated/backpack/codes.ts'

export type { BackpackCode } from './generated/backpack/codes.ts'

/**
 * Backpack: real statuses, and a word in `code` beside `message`.
 * Observed answers: ccxt@4.5.84 js/src/backpack.js.
 */
export const backpack: Provider<'backpack', BackpackCode> = {
  id: 'backpack',
  name: 'Backpack',
  hosts: ['backpack.exchange'],
  docs: 'https://docs.backpack.exchange/',
  dialects: [
    {
      name: 'api',
      requires: 'message',
      code: 'code',
      message: 'message',
      success: { $status: [200, 201, 202, 204] },
      codes: apiCodes,
    },
  ],
}
