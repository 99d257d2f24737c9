// An ApiError as others want it: in words for people, as the answer of one's own server (RFC 9457), and for telemetry (OpenTelemetry).
import { own } from './answer.ts'
import { type ApiError, isApiError } from './api-error.ts'
import { checkKind, invalidOption } from './check.ts'
import type { Issue } from './dialect.ts'
import { apiErrorOf } from './origin.ts'
import { type Reason, traits } from './reasons.ts'

/** What codes mean in one language, as `@unifault/providers/<id>/texts/<language>` and `@unifault/core/texts/<language>` export it. */
export interface Texts {
  /** Such as `zh` or `en`. */
  readonly language: string
  /** Whose codes they are; undefined for words about reasons. */
  readonly provider?: string | undefined
  /** Dialect → lines of `code TAB when TAB text`, as generated from the catalog. */
  readonly dialects?: Readonly<Record<string, string>> | undefined
  /** Dialect → lines of `code TAB when TAB remedy`. */
  readonly remedies?: Readonly<Record<string, string>> | undefined
  /** Reason → words. */
  readonly reasons?: Readonly<Record<Reason, string>> | undefined
}

const decoded = /* @__PURE__ */ new WeakMap<object, Map<string, string>>()

function linesOf(tables: Readonly<Record<string, string>>): Map<string, string> {
  let meanings = decoded.get(tables)
  if (meanings === undefined) {
    decoded.set(tables, (meanings = new Map()))
    for (const dialect of Object.keys(tables))
      for (const line of (tables[dialect] as string).split('\n')) {
        const cut = line.lastIndexOf('\t')
        meanings.set(`${dialect}\t${line.slice(0, cut)}`, line.slice(cut + 1))
      }
  }
  return meanings
}

/** What a text is looked up by. */
type Explained = Pick<ApiError, 'provider' | 'matchedBy' | 'code' | 'reason'>

/**
 * The text of the row that decided; of an error that a family decided, that of its very code where the texts have one: compact tables
 * leave out rows that their family decides alike.
 */
function findText(
  { provider, matchedBy, code }: Explained,
  texts: Texts | readonly Texts[],
  kind: 'dialects' | 'remedies',
): string | undefined {
  const { row, dialect } = matchedBy
  if (row === undefined) return undefined
  for (const one of [texts].flat()) {
    const tables = one.provider === provider ? own(one, kind) : undefined
    if (tables === undefined) continue
    const lines = linesOf(tables as Readonly<Record<string, string>>)
    const found =
      (row.code.includes('*') && code !== undefined ? lines.get(`${dialect}\t${code}\t`) : undefined) ??
      lines.get(`${dialect}\t${row.code}\t${row.when ?? ''}`)
    if (found) return found
  }
  return undefined
}

/**
 * What an error means, in the language of the given texts: the row's own text where the catalog has one, else the words of the reason
 * where texts of `@unifault/core/texts/…` are among them.
 *
 * @param texts one set of texts, or several; the first that knows the error answers
 * @returns undefined when no text knows it
 * @throws TypeError when `error` is no ApiError
 * @example
 * import { texts } from '@unifault/providers/bilibili/texts/zh'
 * import { texts as words } from '@unifault/core/texts/zh'
 * explain(error, [texts, words]) // '账号未登录'
 */
export function explain(error: ApiError, texts: Texts | readonly Texts[]): string | undefined {
  return meaningOf(checked(error), texts)
}

function checked(error: ApiError): ApiError {
  if (!isApiError(error)) throw invalidOption('error', 'an ApiError', typeof error)
  return error
}

/** As `explain`, for an error that is yet to be made. */
export function meaningOf(error: Explained, texts: Texts | readonly Texts[]): string | undefined {
  return (
    findText(error, texts, 'dialects') ??
    [texts]
      .flat()
      .map((one) => own(one.reasons, error.reason))
      .find((words): words is string => typeof words === 'string')
  )
}

/**
 * What the provider says to do about an error, in the language of the given texts.
 *
 * @returns undefined when the row has no published remedy
 * @throws TypeError when `error` is no ApiError
 * @example
 * const remedy = remedyOf(error, texts) // such as '请检查 access_token 是否过期'
 */
export function remedyOf(error: ApiError, texts: Texts | readonly Texts[]): string | undefined {
  return findText(checked(error), texts, 'remedies')
}

/** An RFC 9457 problem details object; everything beyond `status`, `title`, `type` and `detail` is an extension member. */
export interface ProblemDetails {
  /** Always `about:blank`: the reason is in a member of its own. */
  readonly type: string
  /** Of a gateway the phrase of its status, of a relay the reason. */
  readonly title: string
  /** The HTTP status to answer with. */
  readonly status: number
  /** Of a relay: the provider's own words. */
  readonly detail?: string
  /** Who has to act, as the caller is told it. */
  readonly category: string
  /** The finer cause, as the caller is told it. */
  readonly reason: string
  /** Of a relay: the id of the provider. */
  readonly provider?: string
  /** Of a relay: the provider's code. */
  readonly code?: string
  /** Of a relay: the provider's request id. */
  readonly requestId?: string
  /** Of a relay: the parameter that is blamed. */
  readonly param?: string
  /** Of a relay: all faults that the provider lists. */
  readonly issues?: readonly Issue[]
  /** Seconds, as in the `Retry-After` field. */
  readonly retryAfter?: number
}

/**
 * An ApiError as the problem details that one's own server answers with.
 *
 * @throws TypeError when `error` is no ApiError or `as` is neither word
 * @param as `relay`: the caller's own request and credentials were passed on, so the caller is told what the provider said.
 *   `gateway`: they were ours, so the caller learns only that something behind us failed: 502, 503 or 504 (RFC 9110 section 15.6).
 * @example
 * const problem = toProblemDetails(error, 'relay')
 * response.status(problem.status).type('application/problem+json').send(problem)
 */
export function toProblemDetails(error: ApiError, as: 'gateway' | 'relay' = 'gateway'): ProblemDetails {
  if (!isApiError(error)) throw invalidOption('error', 'an ApiError', typeof error)
  checkKind(['gateway', 'relay'], as, 'as')
  const { category, reason, retryAfterMs } = error
  // An error of a newer copy may have a reason that this one does not know.
  const [, statusOut] = traits[reason] ?? traits.unknown
  const wait = retryAfterMs === undefined ? {} : { retryAfter: Math.ceil(retryAfterMs / 1000) }
  if (as !== 'relay') {
    const status = category === 'rate-limit' ? 503 : statusOut === 503 || statusOut === 504 ? statusOut : 502
    const isOurs = category !== 'server' && category !== 'rate-limit'
    return {
      type: 'about:blank',
      title: status === 502 ? 'Bad Gateway' : status === 503 ? 'Service Unavailable' : 'Gateway Timeout',
      status,
      category: 'server',
      reason: isOurs ? 'internal' : status === 503 ? 'unavailable' : reason,
      ...wait,
    }
  }
  const { provider, code, requestId, param, issues, providerMessage } = error
  return {
    type: 'about:blank',
    title: reason,
    status: statusOut,
    ...(providerMessage === undefined ? {} : { detail: providerMessage }),
    category,
    reason,
    ...(provider === undefined ? {} : { provider }),
    ...(code === undefined ? {} : { code }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(param === undefined ? {} : { param }),
    ...(issues.length === 0 ? {} : { issues }),
    ...wait,
  }
}

/**
 * What a server answers with for any error that it has caught: status, headers and body text, or nothing for what is no ApiError.
 *
 * @param as see `toProblemDetails`
 * @example
 * const parts = problemParts(error)
 * if (parts === undefined) throw error
 * response.writeHead(parts.status, parts.headers).end(parts.body)
 */
export function problemParts(
  error: unknown,
  as: 'gateway' | 'relay' = 'gateway',
): { status: number; headers: Record<string, string>; body: string } | undefined {
  const apiError = apiErrorOf(error)
  if (apiError === undefined) return undefined
  const problem = toProblemDetails(apiError, as)
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' }
  if (problem.retryAfter !== undefined) headers['retry-after'] = String(problem.retryAfter)
  return { status: problem.status, headers, body: JSON.stringify(problem) }
}

/** Attribute values that OpenTelemetry accepts. */
export type OtelAttributes = Record<string, string | number | boolean>

/**
 * An ApiError as OpenTelemetry attributes.
 *
 * @returns `metric`: few distinct values, fit for a metric's dimensions; `span`: these and the single occurrence; `exception`: what
 *   `span.recordException` takes. `error.type`, `http.*` and `exception.*` follow the semantic conventions; never a URL, header or body.
 * @example
 * const { span: attributes, exception } = toOtelAttributes(error)
 * span.setAttributes(attributes)
 * span.recordException(exception)
 */
export function toOtelAttributes(error: ApiError): {
  metric: OtelAttributes
  span: OtelAttributes
  exception: { name: string; message: string; stack?: string }
} {
  const metric = defined({
    'error.type': error.reason,
    'http.request.method': error.request.method,
    'http.response.status_code': error.status,
    'unifault.category': error.category,
    'unifault.provider': error.provider,
  })
  const span = defined({
    ...metric,
    'exception.type': error.name,
    'exception.message': error.message,
    'unifault.code': error.code,
    'unifault.outer_code': error.outerCode,
    'unifault.matched_by': error.matchedBy.by,
    'unifault.request_id': error.requestId,
    'unifault.retry': error.retry,
    'unifault.retry_after_ms': error.retryAfterMs,
  })
  const { name, message, stack } = error
  return { metric, span, exception: stack === undefined ? { name, message } : { name, message, stack } }
}

function defined(attributes: Record<string, string | number | boolean | undefined>): OtelAttributes {
  const kept: OtelAttributes = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) kept[name] = value
  return kept
}
