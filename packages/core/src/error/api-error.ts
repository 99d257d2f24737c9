import type { Category, Reason } from '../taxonomy/reason.ts'
import type { Recovery } from '../taxonomy/recovery.ts'
import type { Retry } from '../taxonomy/retry.ts'

/** What decided. `unmapped`: a code that no table knows. `transport`: no answer came. */
export type Evidence = 'code' | 'protocol' | 'message' | 'status' | 'transport' | 'unmapped'

/** The evidence behind an ApiError: the dialect that claimed the answer and the row of its table that matched. */
export interface MatchedBy {
  readonly by: Evidence
  readonly dialect?: string
  readonly row?: { readonly code: string; readonly when?: string }
}

/** The request, as far as it may be shown: origin and path, never user info, query or fragment. */
export interface ErrorRequest {
  readonly method: string
  readonly url: string | undefined
  /** RFC 9110 section 9.2.2, or the request carried an `Idempotency-Key`. */
  readonly idempotent: boolean
}

/** One of several faults that an answer lists, such as a field that failed validation. */
export interface Issue {
  readonly param?: string
  readonly code?: string
  readonly message?: string
}

/** An ApiError of one category. Every field is always present, and undefined when unknown. */
export interface ApiErrorOf<C extends Category> extends Error {
  readonly name: 'ApiError'
  /** Who has to act. */
  readonly category: C
  /** The finer cause. */
  readonly reason: Reason<C>
  /** What may be done again with the same request. */
  readonly retry: Retry
  /** `after-wait`, or `if-idempotent` and repeating this request does no harm. */
  readonly isRetryable: boolean
  readonly recovery: Recovery
  /** The provider's id; undefined for an unknown host. */
  readonly provider: string | undefined
  /** The provider's own code, most specific place first; for a transport failure the system's, such as `ECONNREFUSED`. */
  readonly code: string | undefined
  /** The wrapper's code, where the provider wraps the real one. */
  readonly outerCode: string | undefined
  /** The HTTP status as it came; undefined when no answer came. */
  readonly status: number | undefined
  /** How long to wait, in milliseconds from now: 0 to 24 h. */
  readonly retryAfterMs: number | undefined
  readonly requestId: string | undefined
  /** The parameter that the provider blames. */
  readonly param: string | undefined
  readonly issues: readonly Issue[]
  /** The provider's own words, scrubbed: at most 512 characters, no control characters, no secrets. */
  readonly providerMessage: string | undefined
  /** The provider's page about its errors. */
  readonly docUrl: string | undefined
  readonly matchedBy: MatchedBy
  readonly request: ErrorRequest
  /** Always undefined: loggers print causes, and the client's own error carries secrets. `originOf` has it. */
  readonly cause?: undefined
  /** Exactly the fields above and `message`. */
  toJSON(): Record<string, unknown>
}

/**
 * One shape for every API error.
 *
 * @example
 * switch (error.category) {
 *   case 'auth': return signIn()
 *   case 'rate-limit': return waitFor(error.retryAfterMs)
 *   case 'param': return showHint(error.param)
 *   case 'server': return tryLater()
 * }
 */
export type ApiError<C extends Category = Category> = { [K in C]: ApiErrorOf<K> }[C]
