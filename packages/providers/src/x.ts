import type { Provider } from '@unifault/core'
import { type XCode, adsCodes, v1Codes, v2Codes } from './generated/x/codes.ts'

const problem = /\/problems\/([a-z][a-z-]*)$/

export type { XCode } from './generated/x/codes.ts'

/**
 * X (Twitter): API v1.1 and GraphQL number their errors, the Ads API names them, v2 speaks problem details whose `type`
 * ends with the code. A v2 answer with data beside `errors` is a partial success
 * (https://docs.x.com/x-api/fundamentals/response-codes-and-errors).
 */
export const x: Provider<'x', XCode> = {
  id: 'x',
  name: 'X',
  hosts: ['x.com', 'twitter.com'],
  docs: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
  dialects: [
    {
      name: 'ads',
      code: { at: 'errors.0.code', match: /^([A-Z][A-Z_]+)$/ },
      message: 'errors.0.message',
      param: 'errors.0.parameter',
      requestId: '@x-transaction-id',
      codes: adsCodes,
    },
    {
      name: 'v1',
      code: 'errors.0.code',
      message: 'errors.0.message',
      requestId: '@x-transaction-id',
      codes: v1Codes,
    },
    {
      name: 'v2',
      requires: { data: [undefined] },
      code: [
        { at: 'type', match: problem },
        { at: 'errors.0.type', match: problem },
      ],
      message: ['detail', 'errors.0.detail', 'title'],
      requestId: '@x-transaction-id',
      param: ['errors.0.parameter', 'parameter'],
      codes: v2Codes,
    },
  ],
  status: { 420: 'throttled' },
}
