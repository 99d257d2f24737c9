import type { ApiError, ApiErrorOf } from '../error/api-error.ts'
import { apiErrorFields, type ApiErrorParts, createApiError } from '../error/create-api-error.ts'
import { checkReason } from '../provider/check.ts'
import { refuseUnknown } from '../provider/invalid-option.ts'
import type { Category, Reason } from '../taxonomy/reason.ts'
import { type ReasonTraits, reasonTraits } from '../taxonomy/reason-traits.ts'

/** The fields that a test cares about; the others follow from the reason. */
export type FakeApiErrorOptions<R extends Reason = Reason> = { readonly reason: R } & Partial<
  Omit<ApiErrorParts, 'reason'>
>

/** The category that a reason belongs to. */
type CategoryOf<R extends Reason> = { [C in Category]: R extends Reason<C> ? C : never }[Category]

/** What follows from the reason cannot be given. */
const known = apiErrorFields.filter((field) => !['name', 'message', 'category', 'recovery'].includes(field))

/**
 * An ApiError for tests of one's own branches.
 *
 * @throws TypeError that names the option, when the reason is unknown or an option is misspelt
 * @example
 * const error = fakeApiError({ reason: 'throttled', retryAfterMs: 2000 })
 */
export function fakeApiError<const R extends Reason>(
  options: FakeApiErrorOptions<R>,
): ApiError & ApiErrorOf<CategoryOf<R>> {
  refuseUnknown(options, known)
  checkReason('reason', options.reason)
  const [, status, , retry] = reasonTraits.get(options.reason) as ReasonTraits
  const request = { method: 'GET', url: 'https://api.example.com/', idempotent: true }
  const isTransport = options.reason === 'network' // no answer came
  const given = { retry, request, ...options }
  return createApiError({
    provider: undefined,
    code: undefined,
    outerCode: undefined,
    status: isTransport ? undefined : status,
    retryAfterMs: undefined,
    requestId: undefined,
    param: undefined,
    issues: [],
    providerMessage: undefined,
    docUrl: undefined,
    matchedBy: { by: isTransport ? 'transport' : options.code === undefined ? 'status' : 'code' },
    isRetryable: given.retry === 'after-wait' || (given.retry === 'if-idempotent' && given.request.idempotent),
    ...given,
  }) as ApiError & ApiErrorOf<CategoryOf<R>>
}
