import type { Provider } from '@unifault/core'
import { type BinanceCode, coinmCodes, spotCodes, usdmCodes } from './generated/binance/codes.ts'

const wait = { at: { at: 'msg', match: /banned until (\d{13})/ }, unit: 'epoch-ms' } as const
const success = [0, 200]

export type { BinanceCode } from './generated/binance/codes.ts'

/**
 * Binance: errors are negative numbers, and the same number differs between spot, USD-M and COIN-M futures, so the host
 * decides. Successes carry no code, or 200 with a message. Off these hosts the spot table speaks.
 */
export const binance: Provider<'binance', BinanceCode> = {
  id: 'binance',
  name: 'Binance',
  hosts: ['binance.com', 'binance.us', 'binance.vision', 'binancefuture.com'],
  docs: 'https://developers.binance.com/docs/binance-spot-api-docs/errors',
  dialects: [
    {
      name: 'spot',
      requires: 'msg',
      wait,
      success,
      hosts: ['api*.binance.com', 'demo-api.binance.com', 'www.binance.com', '*.binance.us', '*.binance.vision'],
      // A cancel-replace that failed names the causes inside.
      code: ['data.newOrderResponse.code', 'data.cancelResponse.code', 'code'],
      message: ['data.newOrderResponse.msg', 'data.cancelResponse.msg', 'msg'],
      codes: spotCodes,
    },
    {
      name: 'coinm',
      requires: 'msg',
      message: 'msg',
      wait,
      success,
      hosts: ['dapi*.binance.com', 'demo-dapi.binance.com', '*.binancefuture.com'],
      paths: ['/dapi/*'],
      code: 'code',
      codes: coinmCodes,
    },
    {
      name: 'usdm',
      requires: 'msg',
      message: 'msg',
      wait,
      success,
      hosts: ['fapi*.binance.com', 'demo-fapi.binance.com', 'papi*.binance.com', '*.binancefuture.com'],
      code: 'code',
      codes: usdmCodes,
    },
    // Options and other APIs have codes of their own; only the status speaks for them.
    { name: 'other', requires: 'msg', code: 'code', message: 'msg', wait, success },
  ],
  // https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md: a firewall rule; an IP that went on after 429.
  status: { 403: 'abuse-blocked', 418: 'abuse-blocked' },
}
