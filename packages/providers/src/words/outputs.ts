import type { Reason } from '@unifault/core'

/** What the model can say: the reasons by category, and `ok`. Their order is the order of its outputs. */
const byCategory: readonly (readonly (Reason | 'ok')[])[] = [
  [
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
  ],
  ['throttled', 'quota-exhausted', 'payment-required', 'abuse-blocked'],
  [
    'missing-parameter',
    'invalid-parameter',
    'out-of-range',
    'content-rejected',
    'unsupported',
    'not-found',
    'already-exists',
    'in-progress',
    'payment-declined',
    'precondition-failed',
  ],
  ['internal', 'unavailable', 'timeout'],
  ['ok'],
]

/** The categories in the order of the outputs; the last one is no error. */
export const categories = ['auth', 'rate-limit', 'param', 'server', 'ok'] as const

export type Outcome = Reason | 'ok'

export const outcomes: readonly Outcome[] = byCategory.flat()

/** Outcome → number of its category. */
export const categoryOf: Uint8Array = Uint8Array.from(byCategory.flatMap((list, category) => list.map(() => category)))

/** The model's columns: one for each category, which its reasons share, then one for each outcome. */
export const columns: number = categories.length + outcomes.length
