import { firstItems } from '../reading/first-items.ts'
import { own } from '../reading/own.ts'
import type { Dialect } from './dialect.ts'
import { envelope } from './envelope.ts'

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

let first: Dialect | undefined
/** The first of the errors, as an envelope; made when the first errors have come. */
function firstError(): Dialect {
  return (first ??= envelope({
    name: 'graphql',
    code: ['errors.0.extensions.code', 'errors.0.type', 'errors.0.code'],
    message: 'errors.0.message',
    codes,
  }))
}

/** GraphQL errors (GraphQL specification section 7.1.2): a non-empty `errors` list is an error at any status, partial data included. */
export const graphql: Dialect<never> = {
  name: 'graphql',
  codes,
  judge(answer) {
    const messages = firstItems(own(answer.value, 'errors')).map((one) => own(one, 'message'))
    if (messages.length === 0 || !messages.every((message) => typeof message === 'string')) return undefined
    const verdict = firstError().judge(answer)
    const fault = typeof verdict === 'object' ? verdict : { message: messages[0] }
    return { ...fault, issues: messages.map((message) => ({ message })) }
  },
}
