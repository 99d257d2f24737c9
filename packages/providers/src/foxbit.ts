import type { Provider } from '@unifault/core'
import { type FoxbitCode, apiCodes } from './generated/foxbit/codes.ts'

export type { FoxbitCode } from './generated/foxbit/codes.ts'

/**
 * Foxbit: real statuses, and `error` with a number and words: the two places that ccxt@4.5.84 js/src/foxbit.js reads. No
 * document of its own that we could read shows the envelope.
 */
export const foxbit: Provider<'foxbit', FoxbitCode> = {
  id: 'foxbit',
  name: 'Foxbit',
  hosts: ['foxbit.com.br'],
  docs: 'https://docs.foxbit.com.br/rest/v3/',
  dialects: [
    {
      name: 'api',
      code: 'error.code',
      message: 'error.message',
      codes: apiCodes,
    },
  ],
}
