// Whole answers for mocked servers. What is made is judged by the provider before it is given away, so that it means what was asked for.
import { own } from './answer.ts'
import { checkOptions, invalidOption, type Kinds, nearest } from './check.ts'
import { type Classifier, createClassifier } from './classify.ts'
import { everyRow, CodeTable, type Row } from './codes.ts'
import type { Dialect } from './dialect.ts'
import { meaningOf, type Texts } from './views.ts'
import { fakeBodies, fakeSuccesses, isNarrow, urlOf, type Wish } from './fake-bodies.ts'
import type { FakeAnswer } from './fake-draft.ts'
import { compileGlob } from './place.ts'
import type { Provider, ProviderIdentity } from './provider.ts'
import type { Outcome, Reason } from './reasons.ts'
import { checkIsProvider } from './checks.ts'
import { texts as english } from './texts/en.ts'

/** What an answer shall tell beside its code; all of it may be left out. */
export interface FakeResponseOptions {
  /** Where the answer is asked for; what a code means may depend on host and path. */
  readonly url?: string | undefined
  /** The dialect by its name, where several have the code. */
  readonly dialect?: string | undefined
  /** The row by its condition, such as `status=429`, where a code has several. */
  readonly when?: string | undefined
  /** The HTTP status; else the row's, else 200 where this provider's errors are 200, else the reason's. */
  readonly status?: number | undefined
  /** The provider's words. */
  readonly message?: string | undefined
  /** Texts whose words for this code are the message: `@unifault/providers/<id>/texts/zh`. */
  readonly texts?: Texts | readonly Texts[] | undefined
  /** The wait that the answer asks for, in milliseconds: where this provider tells one, else in `Retry-After`. */
  readonly retryAfterMs?: number | undefined
  /** Where this provider tells one, else in `x-request-id`; `fake-request-id` where it is left out and the provider tells one. */
  readonly requestId?: string | undefined
}

/** One event of a stream of server-sent events. */
export interface FakeEvent {
  /** Its name; empty where it has none. */
  readonly event: string
  /** Its data, as text. */
  readonly data: string
}

const anything = (): void => undefined
const wait = (value: unknown, name: string): void => {
  if (typeof value !== 'number' || !(value >= 0 && value <= 86_400_000))
    throw invalidOption(name, 'milliseconds from 0 to 86400000', value)
}
const status = (value: unknown, name: string): void => {
  const number = Number.isInteger(value) ? (value as number) : NaN
  if (!(number >= 200 && number <= 599) || [204, 205, 304].includes(number))
    throw invalidOption(name, 'an HTTP status from 200 to 599 that has a body', value)
}

/** What each option of an answer may be, for packages that pass these options on. */
export const fakeResponseKinds: Kinds = {
  url: 'string',
  dialect: 'string',
  when: 'string',
  status,
  message: 'string',
  texts: anything,
  retryAfterMs: wait,
  requestId: 'string',
}

/**
 * An answer in the provider's own shape that carries one of its codes, for a mocked server.
 *
 * @returns status, headers and body text; classified by this provider at this `url` it gives an ApiError with this code
 * @throws TypeError that names the option, when no table of the provider has the code, or none of its answers can carry it
 * @example
 * const { status, headers, body } = fakeResponse(bilibili, '-101')
 * http.get(url, () => new HttpResponse(body, { status, headers }))
 */
export function fakeResponse<Code extends string>(
  provider: ProviderIdentity<string, Code>,
  code: NoInfer<Code>,
  options: FakeResponseOptions = {},
): FakeAnswer {
  const whole = checked(provider, options)
  const classify = silent(whole)
  return find(whole, code, options, (dialect, row, told) => fakeRow(whole, dialect, row, code, classify, told))
}

/**
 * One event of a stream that tells an error in the provider's own shape.
 *
 * @throws TypeError that names the option, when no table of the provider has the code, or no event can carry it
 * @example
 * const { event, data } = fakeEvent(anthropic, 'overloaded_error') // 'error', '{"type":"error","error":{…}}'
 */
export function fakeEvent<Code extends string>(
  provider: ProviderIdentity<string, Code>,
  code: NoInfer<Code>,
  options: Omit<FakeResponseOptions, 'status'> = {},
): FakeEvent {
  const whole = checked(provider, options)
  const classify = silent(whole)
  const headers = { 'content-type': 'text/event-stream' }
  return find(whole, code, options, (dialect, row, told) => {
    for (const { body, url } of candidates(whole, dialect, row, code, told)) {
      if (!body.startsWith('{')) continue
      const { type } = JSON.parse(body) as { type?: unknown }
      for (const event of [type, ''].filter((one) => typeof one === 'string'))
        if (carries(classify({ method: 'POST', status: 200, headers, url, body, event }), dialect, row, {}))
          return { event, data: body }
    }
    return undefined
  })
}

/**
 * A success in the provider's own shape, as bare as it can be.
 *
 * @throws TypeError when no answer of the provider's shapes is a success at this URL
 * @example
 * fakeSuccess(bilibili).body // '{"code":0,"message":"ok"}'
 */
export function fakeSuccess(provider: ProviderIdentity, options: Pick<FakeResponseOptions, 'url'> = {}): FakeAnswer {
  const whole = checked(provider, options)
  const classify = silent(whole)
  const url = options.url ?? 'https://api.example.com/'
  for (const answer of fakeSuccesses(whole.dialects, url))
    if (classify({ method: 'GET', ...answer }) === undefined) return answer
  throw invalidOption('url', `one where ${whole.id} has a success without data`, url)
}

function checked(provider: ProviderIdentity, options: object): Provider {
  checkIsProvider(provider, 'provider')
  checkOptions(options, fakeResponseKinds)
  return provider
}

function silent(provider: Provider): Classifier {
  return createClassifier(provider, { onDefect: () => undefined })
}

type Told = Omit<FakeResponseOptions, 'dialect' | 'when'>

/** What the first of the rows of a code gives. */
function find<T>(
  provider: Provider,
  code: string,
  { dialect: wanted, when, ...told }: FakeResponseOptions,
  make: (dialect: Dialect, row: Row, told: Told) => T | undefined,
): T {
  const { dialects, id } = provider
  const chosen = dialects.filter((dialect) => wanted === undefined || nameOf(dialect) === wanted)
  if (chosen.length === 0) throw invalidOption('dialect', `one of ${dialects.map(nameOf).join(', ')}`, wanted)
  // The plainest answer first: a row of the code itself before a family's, one without a condition, the envelope of most answers.
  const rank = (dialect: Dialect, row: Row): number =>
    4 * Number(row.code !== code) + 2 * Number(!!row.when) + Number(isNarrow(dialect))
  const ofCode = chosen
    .flatMap((dialect) => rowsOf(provider, dialect, code).map((row) => [dialect, row] as const))
    .sort((a, b) => rank(...a) - rank(...b))
  if (ofCode.length === 0) throw unknownCode(chosen, id, code)
  const rows = ofCode.filter(([, row]) => when === undefined || (row.when ?? '') === when)
  if (rows.length === 0) {
    const conditions = [...new Set(ofCode.map(([, row]) => JSON.stringify(row.when ?? '')))]
    throw invalidOption('when', `a condition of ${code}: ${conditions.join(' or ')}`, when)
  }
  for (const [dialect, row] of rows) {
    const made = make(dialect, row, told)
    if (made !== undefined) return made
  }
  const where = told.url === undefined ? '' : ` at ${told.url}`
  const { message } = invalidOption('code', `one that an answer of ${id}${where} can carry`, code)
  const elsewhere = told.url === undefined ? undefined : urlFor(provider, rows, code)
  throw new TypeError(elsewhere === undefined ? message : `${message}; it counts at ${elsewhere}`)
}

/** A URL of the provider where one of the rows counts. */
function urlFor(provider: Provider, rows: readonly (readonly [Dialect, Row])[], code: string): string | undefined {
  for (const [dialect, row] of rows)
    for (const at of [...hostsOf(provider, dialect), 'api.example.com']) {
      const url = urlOf({ at: { host: at }, row }, dialect)
      if (fakeRow(provider, dialect, row, code, silent(provider), { url }) !== undefined) return url
    }
  return undefined
}

function hostsOf(provider: Provider, dialect: Dialect): string[] {
  return (dialect.hosts ?? provider.hosts ?? []).map((host) => host.replaceAll('*', 'x'))
}

function nameOf({ name = 'envelope' }: Dialect): string {
  return name
}

function unknownCode(dialects: readonly Dialect[], id: string, code: string): TypeError {
  const { message } = invalidOption('code', `a code of ${id}`, code)
  const all = dialects.flatMap((dialect) => [...errorRows(dialect).exact.keys()])
  const near = typeof code === 'string' ? nearest(code, all) : undefined
  return new TypeError(near === undefined ? message : `${message}; did you mean ${JSON.stringify(near)}?`)
}

/** The rows of a dialect that are errors. */
interface ErrorRows {
  readonly exact: ReadonlyMap<string, readonly Row[]>
  readonly families: readonly { readonly row: Row; readonly matches: (code: string) => boolean }[]
}

const tables = /* @__PURE__ */ new WeakMap<Dialect, ErrorRows>()

function errorRows(dialect: Dialect): ErrorRows {
  let found = tables.get(dialect)
  if (found === undefined) {
    const rows = [...everyRow(new CodeTable(dialect.codes ?? {}))].filter(({ outcome }) => outcome !== 'ok')
    const isFamily = ({ code }: Row): boolean => code.includes('*')
    found = {
      exact: Map.groupBy(
        rows.filter((row) => !isFamily(row)),
        ({ code }) => code,
      ),
      families: rows.filter(isFamily).map((row) => ({ row, matches: compileGlob(row.code) })),
    }
    tables.set(dialect, found)
  }
  return found
}

/** The rows that a code has in a dialect; families stand for the codes that they hold. */
function rowsOf({ overrides }: Provider, dialect: Dialect, code: string): Row[] {
  const outcome = own(overrides, code) as Outcome | undefined
  const { exact, families } = errorRows(dialect)
  return [
    ...(outcome === undefined || outcome === 'ok' ? [] : [{ code, outcome }]),
    ...(exact.get(code) ?? []),
    ...families.filter(({ row, matches }) => row.code === code || matches(code)).map(({ row }) => row),
  ]
}

/** Whether an error was decided by this very row, and tells what was asked for. */
function carries(error: ReturnType<Classifier>, dialect: Dialect, row: Row, told: Told): boolean {
  const { matchedBy, retryAfterMs = NaN, requestId } = error ?? {}
  return (
    matchedBy?.dialect === nameOf(dialect) &&
    matchedBy.row?.code === row.code &&
    (matchedBy.row.when ?? '') === (row.when ?? '') &&
    (told.retryAfterMs === undefined || Math.abs(retryAfterMs - told.retryAfterMs) <= 1000) &&
    (told.requestId === undefined || requestId === told.requestId)
  )
}

/** Whether answers of a dialect have a request id where everyone sees it: in a header, in a text, or near the top. */
function tellsRequestId({ requestId }: Dialect): boolean {
  const place = [requestId].flat()[0]
  return place !== undefined && (typeof place !== 'string' || place.split('.').length <= 2)
}

function messagesOf({ id }: Provider, dialect: Dialect, row: Row, { message, texts }: Told): string[] {
  if (message !== undefined) return [message]
  // A row with a condition on the message takes no other words.
  const asked = /(?:^| )message=(.*)$/.exec(row.when ?? '')?.[1]?.replace('*', 'x')
  if (asked !== undefined) return [asked]
  const reason = row.outcome as Reason
  const matchedBy = {
    by: 'code' as const,
    dialect: nameOf(dialect),
    row: { code: row.code, ...(row.when !== undefined && { when: row.when }) },
  }
  const said = texts && meaningOf({ reason, provider: id, code: row.code, matchedBy }, texts)
  return [said, english.reasons?.[reason], 'failed'].filter((one) => one !== undefined)
}

/** Answers that may carry a row. A mocked server may stand anywhere, so an unknown host comes before those of the provider. */
function* candidates(provider: Provider, dialect: Dialect, row: Row, code: string, told: Told): Generator<FakeAnswer> {
  if (dialect.judge !== undefined && !dialect.isProtocol) return
  const places: Wish['at'][] =
    told.url === undefined
      ? ['api.example.com', ...hostsOf(provider, dialect)].map((host) => ({ host }))
      : [{ url: told.url }]
  const wish = {
    row,
    code,
    status: told.status,
    messages: messagesOf(provider, dialect, row, told),
    requestId: told.requestId ?? (tellsRequestId(dialect) ? 'fake-request-id' : undefined),
    waitMs: told.retryAfterMs,
  }
  for (const at of places) yield* fakeBodies(dialect, { ...wish, at })
}

/** An answer that this very row of this dialect decides; undefined when the dialect's shape cannot carry it. */
export function fakeRow(
  provider: Provider,
  dialect: Dialect,
  row: Row,
  code: string = row.code,
  classify: Classifier = silent(provider),
  told: Told = {},
): FakeAnswer | undefined {
  for (const answer of candidates(provider, dialect, row, code, told))
    if (carries(classify({ method: 'GET', ...answer }), dialect, row, told)) return answer
  return undefined
}
