import type { Provider } from '@unifault/core'
import { graphql } from '@unifault/core/protocols'
import { type SaleorCode, graphqlCodes } from './generated/saleor/codes.ts'

export type { SaleorCode } from './generated/saleor/codes.ts'

/**
 * Saleor: GraphQL; a mutation lists its own faults under its name with HTTP 200, of which the first decides, while a
 * query that failed has GraphQL's list. Name your own server with `withHosts`.
 */
export const saleor: Provider<'saleor', SaleorCode> = {
  id: 'saleor',
  name: 'Saleor',
  hosts: ['saleor.cloud'],
  docs: 'https://docs.saleor.io/api-usage/error-handling',
  dialects: [
    {
      name: 'graphql',
      code: ['data.*.errors.0.code', 'errors.0.extensions.exception.code'],
      message: ['data.*.errors.0.message', 'errors.0.message'],
      param: 'data.*.errors.0.field',
      codes: graphqlCodes,
    },
    graphql,
  ],
}
