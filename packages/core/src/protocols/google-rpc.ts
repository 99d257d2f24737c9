import { own } from '../answer.ts'
import type { Protocol } from '../dialect.ts'
import { parseWait } from '../wait.ts'

/** google.rpc.Code (googleapis/googleapis, google/rpc/code.proto): which cause each name stands for when nothing finer is said. */
const codes = {
  CANCELLED: 'timeout',
  UNKNOWN: 'internal',
  INVALID_ARGUMENT: 'invalid-parameter',
  DEADLINE_EXCEEDED: 'timeout',
  NOT_FOUND: 'not-found',
  ALREADY_EXISTS: 'already-exists',
  PERMISSION_DENIED: 'permission-denied',
  UNAUTHENTICATED: 'unauthenticated',
  RESOURCE_EXHAUSTED: 'throttled',
  FAILED_PRECONDITION: 'precondition-failed',
  ABORTED: 'in-progress',
  OUT_OF_RANGE: 'out-of-range',
  UNIMPLEMENTED: 'unsupported',
  INTERNAL: 'internal',
  UNAVAILABLE: 'unavailable',
  DATA_LOSS: 'internal',
} as const

/** The first items of a list; none of what is no list. */
function items(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list.slice(0, 16) : []
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** google.rpc.Status in JSON (AIP-193), with the wait of its `RetryInfo` and the fields of its `BadRequest`. */
export const googleRpc: Protocol = {
  isProtocol: true,
  name: 'google-rpc',
  codes,
  judge({ value }) {
    const error = own(value, 'error')
    const code = own(error, 'status')
    if (typeof code !== 'string' || !Object.hasOwn(codes, code)) return undefined
    const details = items(own(error, 'details'))
    const issues = details
      .flatMap((detail) => items(own(detail, 'fieldViolations')))
      .map((violation) => ({ param: text(own(violation, 'field')), message: text(own(violation, 'description')) }))
    const waits = details.map((detail) => parseWait(own(detail, 'retryDelay'), 's', 0))
    return {
      code,
      message: text(own(error, 'message')),
      waitMs: waits.find((wait) => wait !== undefined),
      param: issues.at(0)?.param,
      issues,
    }
  },
}
