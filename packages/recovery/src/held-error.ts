import type { ApiError } from '@unifault/core'
import type { Trip } from './part.ts'

/** The ApiError of a call that was not sent: its provider had said wait, or was down. */
export function heldError({ outgoing, place }: Trip, ms: number, isDown: boolean): ApiError {
  const { method = '', url = '' } = outgoing ?? {}
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
    request: { method: method.toUpperCase(), url: url.split(/[?#]/)[0], idempotent: true },
  }
  // The brand makes it an ApiError in every copy of core.
  const brand = { [Symbol.for('unifault.ApiError')]: true, toJSON: () => ({ ...view, v: 1 }) }
  return Object.assign(new Error(), view, brand) as unknown as ApiError
}
