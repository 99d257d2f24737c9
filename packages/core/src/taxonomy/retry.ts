/**
 * What may be done again with the same request.
 * `after-wait`: after the known wait or a back-off. `if-idempotent`: likewise, when repeating does no harm (RFC 9110 section 9.2.2).
 * `after-recovery`: once the recovery is done. `poll`: ask again until the user has acted. `never`: the answer will not change.
 */
export type Retry = 'after-wait' | 'if-idempotent' | 'after-recovery' | 'poll' | 'never'
