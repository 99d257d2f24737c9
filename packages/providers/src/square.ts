import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type SquareCode, apiCodes } from './generated/square/codes.ts'

export type { SquareCode } from './generated/square/codes.ts'

/**
 * Square: real statuses and `errors[]` with `category`, `code` and `detail`, of which the first decides. A payment
 * inside an answer that succeeded may list errors of its own.
 */
export const square: Provider<'square', SquareCode> = {
  id: 'square',
  name: 'Square',
  hosts: ['connect.squareup.com', 'connect.squareupsandbox.com'],
  docs: 'https://developer.squareup.com/docs/build-basics/general-considerations/handling-errors',
  dialects: [
    {
      name: 'api',
      code: ['errors.0.code', 'errors.0.category'],
      message: 'errors.0.detail',
      requestId: ['@square-request-id', '@x-request-id'],
      param: 'errors.0.field',
      issues: { at: 'errors', param: 'field', code: 'code', message: 'detail' },
      codes: apiCodes,
    },
    oauth,
  ],
}
