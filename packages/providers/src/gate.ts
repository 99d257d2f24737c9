import type { Provider } from '@unifault/core'
import { type GateCode, apiCodes } from './generated/gate/codes.ts'

export type { GateCode } from './generated/gate/codes.ts'

/**
 * Gate: real statuses, and a word in `label` beside `message` or `detail`.
 * Observed answers: ccxt@4.5.84 js/src/gate.js.
 */
export const gate: Provider<'gate', GateCode> = {
  id: 'gate',
  name: 'Gate',
  hosts: ['gateio.ws', 'gateapi.io'],
  docs: 'https://www.gate.com/docs/developers/apiv4/#label-list',
  dialects: [
    {
      name: 'api',
      code: 'label',
      message: ['message', 'detail'],
      requestId: '@x-gate-trace-id',
      // Seconds since 1970, when the window ends.
      wait: { at: '@x-gate-ratelimit-reset-timestamp', unit: 'epoch-s', spent: '@x-gate-ratelimit-requests-remain' },
      codes: apiCodes,
    },
  ],
}
