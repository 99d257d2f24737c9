import type { Reason } from '@unifault/core'

const auth: ReadonlySet<Reason> = new Set<Reason>([
  'unauthenticated',
  'token-expired',
  'token-invalid',
  'token-revoked',
  'grant-invalid',
  'client-invalid',
  'credentials-invalid',
  'signature-invalid',
  'clock-skew',
  'permission-denied',
  'scope-insufficient',
  'client-restricted',
  'account-disabled',
  'action-required',
  'authorization-pending',
])
const limit: ReadonlySet<Reason> = new Set<Reason>([
  'throttled',
  'quota-exhausted',
  'payment-required',
  'abuse-blocked',
])
const failure: ReadonlySet<Reason> = new Set<Reason>(['internal', 'unavailable', 'timeout'])
const refusal: ReadonlySet<Reason> = new Set<Reason>([
  'content-rejected',
  'payment-declined',
  'already-exists',
  'in-progress',
  'unsupported',
])

/** Whether an HTTP status leaves room for a reason: what the status says clearly, no word of the body changes. */
export function admits(status: number, reason: Reason): boolean {
  if (status <= 400 || status === 422) return true
  switch (status) {
    case 401:
      return auth.has(reason)
    case 402:
      return limit.has(reason) || reason === 'payment-declined'
    case 403:
      return auth.has(reason) || limit.has(reason) || refusal.has(reason)
    case 404:
    case 410:
      return !auth.has(reason) && !limit.has(reason) && !failure.has(reason)
    case 429:
      return limit.has(reason) || reason === 'unavailable'
    default:
      return status < 500 ? !failure.has(reason) : limit.has(reason) || failure.has(reason)
  }
}
