import type { Provider } from '@unifault/core'
import { type BitfinexCode, apiCodes } from './generated/bitfinex/codes.ts'

export type { BitfinexCode } from './generated/bitfinex/codes.ts'

/**
 * Bitfinex: V2 answers arrays, `["error", code, message]` for a failure
 * (https://docs.bitfinex.com/docs/requirements-and-limitations). A notification tells in its seventh place whether an
 * order was taken.
 * Observed answers: ccxt@4.5.84 js/src/bitfinex.js.
 */
export const bitfinex: Provider<'bitfinex', BitfinexCode> = {
  id: 'bitfinex',
  name: 'Bitfinex',
  hosts: ['bitfinex.com'],
  docs: 'https://docs.bitfinex.com/docs/abbreviations-glossary',
  dialects: [
    { name: 'api', requires: { '0': ['error'] }, code: '1', message: '2', codes: apiCodes },
    // `{"code":503,"error":"temporarily_unavailable","error_description":"…"}`: the gateway.
    { name: 'gateway', requires: 'error_description', code: 'error', message: 'error_description', codes: apiCodes },
    {
      name: 'notification',
      requires: { '6': ['SUCCESS', 'ERROR', 'FAILURE'] },
      code: '6',
      message: '7',
      success: ['SUCCESS'],
    },
  ],
}
