// Errors and answers for tests of one's own.
import { type ApiError, type ApiErrorOf, type ApiErrorParts, createApiError } from './api-error.ts'
import { checkOptions, invalidOption, isReason, type Kinds } from './check.ts'
import { type Classifier, createClassifier } from './classify.ts'
import { CodeTable, type Row } from './codes.ts'
import type { Dialect } from './dialect.ts'
import { type FakeAnswer, fakeBodies } from './fake-bodies.ts'
import { compileGlob } from './place.ts'
import type { Provider, ProviderIdentity } from './provider.ts'
import { type Category, type Outcome, type Reason, traits } from './reasons.ts'
import { checkIsProvider } from './select.ts'

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

/** An answer for a mocked server. */
export type FakeResponse = Omit<FakeAnswer, 'url'>

/**
 * An answer in the provider's own shape that carries one of its codes, for a mocked server.
 *
 * @returns status, headers and body text; classified by this provider it gives an ApiError with this code
 * @throws TypeError when no table of the provider has the code, or no body of its dialects' shapes can carry it
 * @example
 * const { status, headers, body } = fakeResponse(bilibili, '-101')
 * http.get(url, () => new HttpResponse(body, { status, headers }))
 */
export function fakeResponse<Code extends string>(
  provider: ProviderIdentity<string, Code>,
  code: NoInfer<Code>,
): FakeResponse {
  checkIsProvider(provider, 'provider')
  const whole = provider as unknown as Provider
  const { dialects, overrides } = whole
  const outcome = (overrides as Record<string, Outcome> | undefined)?.[code]
  const own: Row[] = outcome === undefined || outcome === 'ok' ? [] : [{ code, outcome }]
  const rows = dialects.flatMap((dialect) => [...own, ...rowsOf(dialect, code)].map((row) => [dialect, row] as const))
  if (rows.length === 0) throw invalidOption('code', `a code of ${provider.id}`, code)
  for (const [dialect, row] of rows) {
    const found = fakeRow(whole, dialect, row, code)
    if (found !== undefined) return { status: found.status, headers: found.headers, body: found.body }
  }
  throw invalidOption('code', `one that an answer of ${provider.id} can carry alone`, code)
}

/** The rows that a code has in a dialect, plain ones first; families stand for the codes that they hold. */
function rowsOf(dialect: Dialect, code: string): Row[] {
  const rows = [...new CodeTable(dialect.codes ?? {}).all()].filter(({ outcome }) => outcome !== 'ok')
  return rows
    .filter((row) => row.code === code || (row.code.includes('*') && compileGlob(row.code)(code)))
    .sort((a, b) => Number(a.code !== code) - Number(b.code !== code) || Number(!!a.when) - Number(!!b.when))
}

/**
 * An answer that this very row of this dialect decides; undefined when the dialect's shape cannot carry it.
 * A mocked server may stand anywhere, so an unknown host is tried before one of the provider's own.
 *
 * @example
 * const [dialect] = bilibili.dialects
 * const answer = fakeRow(bilibili, dialect, { code: '-101', outcome: 'unauthenticated' })
 */
export function fakeRow(
  provider: Provider,
  dialect: Dialect,
  row: Row,
  code: string = row.code,
  classify: Classifier = createClassifier(provider, { onDefect: () => undefined }),
): FakeAnswer | undefined {
  if (dialect.judge !== undefined) return undefined
  const hosts = (dialect.hosts ?? provider.hosts ?? []).map((host) => host.replaceAll('*', 'x'))
  return ['api.example.com', ...hosts]
    .flatMap((host) => fakeBodies(dialect, row, code, host))
    .find(({ url, ...answer }) => {
      const { matchedBy } = classify({ url, method: 'GET', ...answer }) ?? {}
      return (
        matchedBy?.dialect === (dialect.name ?? 'envelope') &&
        matchedBy.row?.code === row.code &&
        (matchedBy.row.when ?? '') === (row.when ?? '')
      )
    })
}
