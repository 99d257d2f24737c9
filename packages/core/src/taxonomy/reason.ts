/** The finer causes, by the category that each belongs to. */
interface ReasonsByCategory {
  /** The credentials, the identity or the permission must change. */
  auth:
    | 'unauthenticated'
    | 'token-expired'
    | 'token-invalid'
    | 'token-revoked'
    | 'grant-invalid'
    | 'client-invalid'
    | 'credentials-invalid'
    | 'signature-invalid'
    | 'clock-skew'
    | 'permission-denied'
    | 'scope-insufficient'
    | 'client-restricted'
    | 'account-disabled'
    | 'action-required'
    | 'authorization-pending'
  /** Slow down, wait or buy more. */
  'rate-limit': 'throttled' | 'quota-exhausted' | 'payment-required' | 'abuse-blocked'
  /** The request must change: its values, its target, or the state that it assumes. */
  param:
    | 'missing-parameter'
    | 'invalid-parameter'
    | 'out-of-range'
    | 'content-rejected'
    | 'unsupported'
    | 'not-found'
    | 'already-exists'
    | 'in-progress'
    | 'payment-declined'
    | 'precondition-failed'
  /** The provider, or the path to it, failed. */
  server: 'internal' | 'unavailable' | 'timeout' | 'network' | 'malformed-response' | 'unknown'
}

/** Who has to act. */
export type Category = keyof ReasonsByCategory

/** The finer cause; belongs to exactly one category. `Reason<'auth'>` are the reasons of one category. */
export type Reason<C extends Category = Category> = ReasonsByCategory[C]
