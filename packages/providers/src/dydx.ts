import type { Provider } from '@unifault/core'
import { type DydxCode, apiCodes } from './generated/dydx/codes.ts'

export type { DydxCode } from './generated/dydx/codes.ts'

/**
 * dYdX: a node answers a broadcast transaction with the code and the codespace of the module that refused it; the
 * numbers are those of the module `clob`. The indexer lists faults of parameters without a code. Nodes are run by
 * many: name them with `withHosts`.
 * Observed: ccxt@4.5.84 js/src/dydx.js; fields: dydxprotocol/v4-clients@e761be3e2c0a.
 */
export const dydx: Provider<'dydx', DydxCode> = {
  id: 'dydx',
  name: 'dYdX',
  hosts: ['dydx.trade', 'dydx.exchange'],
  docs: 'https://docs.dydx.xyz/',
  dialects: [
    {
      name: 'api',
      requires: { 'result.codespace': ['clob'] },
      code: 'result.code',
      message: ['result.log', 'result.data'],
      requestId: 'result.hash',
      codes: apiCodes,
    },
    {
      name: 'rest',
      requires: { 'tx_response.codespace': ['clob'] },
      code: 'tx_response.code',
      message: 'tx_response.raw_log',
      requestId: 'tx_response.txhash',
      codes: apiCodes,
    },
  ],
}
