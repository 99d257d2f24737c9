import { isRecord } from '../reading/is-record.ts'
import { parseWait } from '../reading/wait.ts'
import type { Dialect } from './dialect.ts'
import { envelope } from './envelope.ts'

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

const status = envelope({
  name: 'google-rpc',
  requires: { 'error.status': Object.keys(codes) },
  code: 'error.status',
  message: 'error.message',
  codes,
})

const mostDetails = 16

/** google.rpc.Status in JSON (AIP-193), with the wait of its `RetryInfo` and the fields of its `BadRequest`. */
export const googleRpc: Dialect<never> = {
  name: 'google-rpc',
  codes,
  judge(answer) {
    const verdict = status.judge(answer)
    if (typeof verdict !== 'object') return verdict
    const details: unknown = (answer.value as { error: { details?: unknown } }).error.details
    const found = { ...verdict, issues: [] as { param?: string; message?: string }[] }
    for (const detail of Array.isArray(details) ? details.slice(0, mostDetails) : []) {
      if (!isRecord(detail)) continue
      found.waitMs ??= parseWait(detail['retryDelay'], 's', 0)
      const { fieldViolations } = detail
      for (const violation of Array.isArray(fieldViolations) ? fieldViolations.slice(0, mostDetails) : []) {
        if (!isRecord(violation)) continue
        const { field, description } = violation
        found.issues.push({
          ...(typeof field === 'string' ? { param: field } : {}),
          ...(typeof description === 'string' ? { message: description } : {}),
        })
      }
    }
    return { ...found, param: found.issues[0]?.param }
  },
}
