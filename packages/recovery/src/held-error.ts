import { type ApiError, createClassifier } from '@unifault/core'
import type { Trip } from './part.ts'

/** Knows how a request may be shown: without its secrets. */
const classify = /* @__PURE__ */ createClassifier([])

/** The ApiError of a call that was not sent: its provider had said wait, or was down. */
export function heldError({ outgoing, place }: Trip, ms: number, isDown: boolean): ApiError {
  const { method = '', url = '' } = outgoing ?? {}
  const shown = classify.failure({ kind: 'network' }, { url, method: method.toUpperCase() })
  const reason = isDown ? 'unavailable' : 'throttled'
  const view = {
    name: 'ApiError',
    message: `${place && `${place}: `}${reason}: held back, not sent`,
    category: isDown ? 'server' : 'rate-limit',
    reason,
    retry: 'after-wait',
    isRetryable: true,
    recovery: isDown ? 'retry' : 'wait',
    retryAfterMs: Math.ceil(ms),
    issues: [],
    matchedBy: { by: 'transport' },
    request: { ...shown?.request, idempotent: true },
  }
  // The brand makes it an ApiError in every copy of core.
  const brand = { [Symbol.for('unifault.ApiError')]: true, toJSON: () => ({ ...view, v: 1 }) }
  return Object.assign(new Error(), view, brand) as unknown as ApiError
}
