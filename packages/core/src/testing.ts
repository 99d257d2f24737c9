// Errors and answers for tests of one's own.
import { type ApiError, type ApiErrorOf, type ApiErrorParts, createApiError } from './api-error.ts'
import { checkOptions, isReason, type Kinds } from './check.ts'
import { type Category, type Reason, traits } from './reasons.ts'

export type { FakeAnswer as FakeResponse } from './fake-draft.ts'
export {
  type FakeEvent,
  fakeEvent,
  fakeResponse,
  fakeResponseKinds,
  type FakeResponseOptions,
  fakeSuccess,
} from './fake-response.ts'
export { nearest } from './check.ts'

/** The fields that a test cares about; the others follow from the reason. */
export type FakeApiErrorOptions<R extends Reason = Reason> = {
  /** What the error is to mean. */
  readonly reason: R
} & Partial<Omit<ApiErrorParts, 'reason'>>

/** The category that a reason belongs to. */
type CategoryOf<R extends Reason> = { [C in Category]: R extends Reason<C> ? C : never }[Category]

const anything = (): void => undefined
/** What follows from the reason cannot be given. */
const fakeKinds: Kinds = {
  reason: isReason,
  retry: 'string',
  isRetryable: 'boolean',
  provider: 'string',
  code: 'string',
  outerCode: 'string',
  status: 'number',
  retryAfterMs: 'number',
  requestId: 'string',
  param: 'string',
  issues: anything,
  providerMessage: 'string',
  docUrl: 'string',
  matchedBy: 'object',
  request: 'object',
  delivered: 'boolean',
}

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
  checkOptions(options, fakeKinds)
  isReason(options.reason, 'reason')
  const [, status, , retry = 'never'] = traits[options.reason]
  const request = { method: 'GET', url: 'https://api.example.com/', idempotent: true }
  const isTransport = options.reason === 'network' // no answer came
  const given = { retry, request, ...options }
  return createApiError(
    {
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
      delivered: false,
      matchedBy: { by: isTransport ? 'transport' : options.code === undefined ? 'status' : 'code' },
      isRetryable: given.retry === 'after-wait' || (given.retry === 'if-idempotent' && given.request.idempotent),
      ...given,
    },
    fakeApiError,
  ) as ApiError & ApiErrorOf<CategoryOf<R>>
}
