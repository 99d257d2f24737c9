import { own } from '../answer.ts'
import type { Protocol } from '../dialect.ts'

/** Apollo Server's and the GraphQL-over-HTTP community's `extensions.code`; the specification names none. */
const codes = {
  GRAPHQL_PARSE_FAILED: 'invalid-parameter',
  GRAPHQL_VALIDATION_FAILED: 'invalid-parameter',
  BAD_USER_INPUT: 'invalid-parameter',
  BAD_REQUEST: 'invalid-parameter',
  OPERATION_RESOLUTION_FAILURE: 'invalid-parameter',
  PERSISTED_QUERY_NOT_FOUND: 'not-found',
  PERSISTED_QUERY_NOT_SUPPORTED: 'unsupported',
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'permission-denied',
  INTERNAL_SERVER_ERROR: 'internal',
} as const

/** GraphQL errors (GraphQL specification section 7.1.2): a non-empty `errors` list is an error at any status, partial data included. */
export const graphql: Protocol = {
  isProtocol: true,
  name: 'graphql',
  codes,
  judge({ value }) {
    const errors = own(value, 'errors')
    if (!Array.isArray(errors) || errors.length === 0) return undefined
    const issues = errors.slice(0, 16).map((one) => ({ message: own(one, 'message') }))
    if (!issues.every((issue): issue is { message: string } => typeof issue.message === 'string')) return undefined
    const first: unknown = errors.at(0)
    const found = [own(own(first, 'extensions'), 'code'), own(first, 'type'), own(first, 'code')]
      .filter((code) => (typeof code === 'string' && code !== '') || Number.isSafeInteger(code))
      .map(String)
    return {
      code: found.at(0),
      outerCode: found.length > 1 ? found.at(-1) : undefined,
      codes: found,
      message: issues.at(0)?.message,
      issues,
    }
  },
}
