// The taxonomy: what a reason is, what follows from it, and which reason a bare HTTP status stands for.

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

/** The finer cause; it belongs to exactly one category. `Reason<'auth'>` are the reasons of one category. */
export type Reason<C extends Category = Category> = ReasonsByCategory[C]

/** What a row says of its code: a reason, or that it is no error. */
export type Outcome = Reason | 'ok'

/**
 * What may be done again with the same request.
 * `after-wait`: after the known wait or a back-off. `if-idempotent`: likewise, when repeating does no harm (RFC 9110 section 9.2.2).
 * `after-recovery`: once the recovery is done. `poll`: ask for the result later, never repeat the request. `never`: the answer will not change.
 */
export type Retry = 'after-wait' | 'if-idempotent' | 'after-recovery' | 'poll' | 'never'

/** What cures the error, in one word for each way out. */
export type Recovery =
  | 'sign-in'
  | 'refresh-token'
  | 'start-over'
  | 'fix-config'
  | 'ask-user'
  | 'sign-again'
  | 'request-access'
  | 'wait'
  | 'pay'
  | 'fix-request'
  | 'retry'
  | 'report'

/** What follows from a reason: category, the HTTP status to answer with, recovery, and the default retry where it is not `never`. */
export type Traits = readonly [category: Category, status: number, recovery: Recovery, retry?: Retry]

/** Everything that follows from a reason, in one table. Its order is the order of `reasons`, no more. */
export const traits: { readonly [R in Reason]: Traits } = {
  unauthenticated: ['auth', 401, 'sign-in'],
  'token-expired': ['auth', 401, 'refresh-token', 'after-recovery'],
  'token-invalid': ['auth', 401, 'refresh-token', 'after-recovery'],
  'token-revoked': ['auth', 401, 'sign-in'],
  'grant-invalid': ['auth', 400, 'start-over'],
  'client-invalid': ['auth', 401, 'fix-config'],
  'credentials-invalid': ['auth', 401, 'ask-user'],
  'signature-invalid': ['auth', 401, 'fix-config'],
  'clock-skew': ['auth', 401, 'sign-again', 'after-recovery'],
  'permission-denied': ['auth', 403, 'request-access'],
  'scope-insufficient': ['auth', 403, 'request-access'],
  'client-restricted': ['auth', 403, 'fix-config'],
  'account-disabled': ['auth', 403, 'ask-user'],
  'action-required': ['auth', 403, 'ask-user'],
  'authorization-pending': ['auth', 400, 'wait', 'poll'],
  throttled: ['rate-limit', 429, 'wait', 'after-wait'],
  'quota-exhausted': ['rate-limit', 429, 'wait'],
  'payment-required': ['rate-limit', 402, 'pay'],
  'abuse-blocked': ['rate-limit', 429, 'ask-user'],
  'missing-parameter': ['param', 400, 'fix-request'],
  'invalid-parameter': ['param', 400, 'fix-request'],
  'out-of-range': ['param', 400, 'fix-request'],
  'content-rejected': ['param', 400, 'fix-request'],
  unsupported: ['param', 400, 'fix-request'],
  'not-found': ['param', 404, 'fix-request'],
  'already-exists': ['param', 409, 'fix-request'],
  'in-progress': ['param', 409, 'wait', 'after-wait'],
  'payment-declined': ['param', 402, 'ask-user'],
  'precondition-failed': ['param', 409, 'fix-request'],
  internal: ['server', 500, 'retry', 'if-idempotent'],
  unavailable: ['server', 503, 'retry', 'if-idempotent'],
  timeout: ['server', 504, 'retry', 'if-idempotent'],
  network: ['server', 502, 'retry', 'if-idempotent'],
  'malformed-response': ['server', 502, 'retry', 'if-idempotent'],
  unknown: ['server', 502, 'report'],
}

/** All 35 reasons. */
export const reasons: readonly Reason[] = /* @__PURE__ */ Object.keys(traits) as Reason[]

/**
 * The category that a reason belongs to.
 *
 * @returns undefined for what is no reason
 * @example
 * categoryOf('throttled') // 'rate-limit'
 */
export function categoryOf<R extends Reason>(reason: R): { [C in Category]: R extends Reason<C> ? C : never }[Category]
export function categoryOf(reason: string): Category | undefined
export function categoryOf(reason: string): Category | undefined {
  return Object.hasOwn(traits, reason) ? traits[reason as Reason][0] : undefined
}

/** HTTP status → reason, when nothing in the answer says more. RFC 9110 section 15 unless another source stands beside the line. */
const reasonsByStatus: Readonly<Record<number, Reason>> = {
  401: 'unauthenticated',
  402: 'payment-required',
  403: 'permission-denied',
  404: 'not-found',
  405: 'unsupported',
  406: 'unsupported',
  407: 'unauthenticated',
  408: 'timeout',
  409: 'precondition-failed',
  410: 'not-found',
  411: 'missing-parameter',
  412: 'precondition-failed',
  413: 'out-of-range',
  414: 'out-of-range',
  415: 'unsupported',
  416: 'out-of-range',
  420: 'throttled', // X and others, before 429 was published
  421: 'unavailable', // the wrong connection, not a wrong request
  423: 'in-progress', // RFC 4918 section 11.3
  425: 'in-progress', // RFC 8470 section 5.2
  426: 'unsupported',
  428: 'precondition-failed', // RFC 6585 section 3
  429: 'throttled', // RFC 6585 section 4
  431: 'out-of-range', // RFC 6585 section 5
  451: 'client-restricted', // RFC 7725
  461: 'action-required', // Xiaohongshu: a captcha
  499: 'timeout', // nginx: the client closed the request
  501: 'unsupported',
  502: 'unavailable',
  503: 'unavailable',
  504: 'timeout',
  505: 'unsupported',
  507: 'quota-exhausted', // RFC 4918 section 11.5
  511: 'action-required', // RFC 6585 section 6
  520: 'unavailable', // 520 to 527: Cloudflare could not get a sound answer from the origin
  521: 'unavailable',
  522: 'unavailable',
  523: 'unavailable',
  524: 'timeout',
  525: 'unavailable',
  526: 'unavailable',
  527: 'unavailable',
  529: 'unavailable', // overloaded (Anthropic, Qualys)
}

interface Headed {
  readonly status: number
  header(name: string): string | undefined
}

/** The reason of a status from 400 on, with the headers that make it finer. */
export function reasonOfStatus(answer: Headed): Reason {
  const { status } = answer
  // RFC 6750 section 3.1
  if (status === 401 && /\berror="?invalid_token\b/.test(answer.header('www-authenticate')?.slice(0, 4096) ?? ''))
    return 'token-invalid'
  if (status === 403 || status === 413 || status === 503) {
    if (answer.header('retry-after') !== undefined) return 'throttled'
    // GitHub and others answer 403 when the window is used up.
    if (status !== 413 && isUsedUp(answer)) return 'throttled'
  }
  const known = Object.hasOwn(reasonsByStatus, status) ? reasonsByStatus[status] : undefined
  return known ?? (status < 500 ? 'invalid-parameter' : 'internal')
}

function isUsedUp(answer: Headed): boolean {
  return (
    ['ratelimit-remaining', 'x-ratelimit-remaining', 'x-rate-limit-remaining'].some(
      (name) => answer.header(name)?.trim() === '0',
    ) || /(?:^|[;,])\s*(?:r|remaining)=0(?!\d)/.test(answer.header('ratelimit')?.slice(0, 1024) ?? '')
  )
}

/** Whether an HTTP status leaves room for a reason: what the status says clearly, no sentence of the body changes. */
export function admits(status: number, reason: Reason): boolean {
  const [category] = traits[reason]
  if (status <= 400 || status === 409 || status === 422) return true
  // Limits and empty purses are told under these too.
  if (status === 401 || status === 403) return category !== 'server' && (status === 403 || category !== 'param')
  if (status === 402) return category === 'rate-limit' || reason === 'payment-declined'
  if (status === 404 || status === 410) return category === 'param'
  if (status === 429) return category === 'rate-limit' || reason === 'unavailable'
  // Frameworks answer 500 for a token that has expired.
  return status < 500 ? category !== 'server' : category !== 'param'
}
