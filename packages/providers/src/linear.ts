import type { Provider } from '@unifault/core'
import { graphql } from '@unifault/core/protocols'
import { type LinearCode, apiCodes } from './generated/linear/codes.ts'

export type { LinearCode } from './generated/linear/codes.ts'

/**
 * Linear: GraphQL, whose errors carry a type of their own in `extensions.type`.
 * https://linear.app/developers/graphql
 */
export const linear: Provider<'linear', LinearCode> = {
  id: 'linear',
  name: 'Linear',
  hosts: ['api.linear.app'],
  docs: 'https://linear.app/developers/graphql',
  dialects: [
    {
      name: 'api',
      code: 'errors.0.extensions.type',
      message: ['errors.0.extensions.userPresentableMessage', 'errors.0.message'],
      requestId: '@x-request-id',
      issues: { at: 'errors', code: 'extensions.type', message: 'message' },
      codes: apiCodes,
    },
    graphql,
  ],
}
