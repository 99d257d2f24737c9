import type { ApiError } from '@unifault/core'
import type { Trip } from './part.ts'

/** The ApiError of a call that was not sent, because its provider had said wait. */
export function heldError({ outgoing, place }: Trip, ms: number): ApiError {
  const { method = '', url = '' } = outgoing ?? {}
  const view = {
    name: 'ApiError',
    message: `${place && `${place}: `}throttled: held back, not sent`,
    category: 'rate-limit',
    reason: 'throttled',
    retry: 'after-wait',
    isRetryable: true,
    recovery: 'wait',
    retryAfterMs: Math.ceil(ms),
    issues: [],
    matchedBy: { by: 'transport' },
    request: { method: method.toUpperCase(), url: url.split(/[?#]/)[0], idempotent: true },
  }
  // The brand makes it an ApiError in every copy of core.
  const brand = { [Symbol.for('unifault.ApiError')]: true, toJSON: () => view }
  return Object.assign(new Error(), view, brand) as unknown as ApiError
}
