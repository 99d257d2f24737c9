import type { Evidence } from '../error/api-error.ts'
import type { Reason } from '../taxonomy/reason.ts'
import { type ReasonTraits, reasonTraits } from '../taxonomy/reason-traits.ts'
import type { Retry } from '../taxonomy/retry.ts'

/** RFC 9110 section 9.2.2, and QUERY (draft-ietf-httpbis-safe-method-w-body). */
const idempotent: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY'])

/** Whether repeating a request does no harm by its method. */
export function isIdempotentMethod(method: string): boolean {
  return idempotent.has(method)
}

/** A reason's retry as this answer's evidence leaves it. */
export function retryOf(reason: Reason, by: Evidence, status: number | undefined, waitMs: number | undefined): Retry {
  const [, , , retry] = reasonTraits.get(reason) as ReasonTraits
  if (waitMs !== undefined && (reason === 'unavailable' || reason === 'quota-exhausted')) return 'after-wait'
  // RFC 9110 sections 15.5.9 and 15.5.20: the server took nothing in, the client may repeat on a new connection.
  if (by === 'status' && (status === 408 || status === 421) && retry === 'if-idempotent') return 'after-wait'
  return retry
}
