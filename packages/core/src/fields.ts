// From a finding to the fields of an ApiError: retry, wait, ids, and texts that are fit to be shown.
import {
  isRecord,
  methodOf,
  own,
  type RawResponse,
  readHeader,
  type ReceivedAnswer,
  splitUrl,
  toUrl,
} from './answer.ts'
import type { ApiErrorParts, Evidence, MatchedBy } from './api-error.ts'
import type { Issue } from './dialect.ts'
import type { Failure } from './failure.ts'
import type { Finding } from './finding.ts'
import type { Words } from './provider.ts'
import { type Reason, type Retry, traits } from './reasons.ts'
import { cleanId, type Redact, type RequestView, shownUrl } from './redact/request.ts'
import type { Judge } from './select.ts'
import { clampWait, headerWait } from './wait.ts'

/** A request without an answer, as far as the adapter knows it. */
export type FailedRequest = Pick<RawResponse, 'url' | 'method' | 'requestHeaders' | 'requestBody'>

/** What the fields depend on beside the answer. */
export interface Setting {
  readonly redactor: (request: RequestView) => Redact
  readonly words: Words | undefined
  /** The caller says that repeating does no harm. */
  readonly idempotent: boolean | undefined
  /** Content of a stream had been handed on before. */
  readonly delivered: boolean
}

/** RFC 9110 section 9.2.2, and QUERY (draft-ietf-httpbis-safe-method-w-body). */
const idempotentMethods = /^(?:GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/
const requestIdHeaders = ['x-request-id', 'request-id', 'x-requestid', 'x-trace-id', 'x-correlation-id']

/** The fields of an error that an answer tells. */
export function fieldsOfAnswer(finding: Finding, answer: ReceivedAnswer, setting: Setting): ApiErrorParts {
  const { fault, row, dialect, by, reason, judge, confidence } = finding
  const { raw, status } = answer
  const shown = status >= 100 && status <= 999 ? Math.floor(status) : undefined
  const [redact, parts] = common(judge, raw, answer.path, setting)
  const waitMs = waitOf(finding, answer, setting.words)
  const retry = retryOf(reason, by, answer, waitMs, row?.retry)
  // A code that a table knows is no secret, though a short secret may be part of it.
  const code = (text: string | undefined): string | undefined => (text === row?.code ? text : clean(text, redact, 128))
  const matchedBy: { -readonly [K in keyof MatchedBy]: MatchedBy[K] } = { by }
  if (dialect !== undefined) matchedBy.dialect = dialect
  if (row !== undefined) matchedBy.row = row.when ? { code: row.code, when: row.when } : { code: row.code }
  if (confidence !== undefined) matchedBy.confidence = confidence
  return {
    ...parts,
    reason,
    retry,
    isRetryable: isRetryable(retry, parts.request.idempotent),
    status: shown,
    retryAfterMs: waitMs,
    code: code(fault.code),
    outerCode: code(fault.outerCode),
    requestId: cleanId(fault.requestId) ?? cleanId(requestIdHeaders.map((name) => answer.header(name)).find(Boolean)),
    param: clean(fault.param, redact, 128),
    issues: (fault.issues ?? [])
      .slice(0, 16)
      .filter(isRecord)
      .map((issue) => cleanIssue(issue, redact)),
    providerMessage: cleanWords(fault.message, redact),
    matchedBy,
  }
}

/** The fields of an error of a request that got no answer. */
export function fieldsOfFailure(
  { reason, retry, code }: Failure,
  request: FailedRequest,
  judge: Judge | undefined,
  prefix: string,
  setting: Setting,
): ApiErrorParts {
  const [redact, parts] = common(judge, request, splitUrl(request.url).path.slice(prefix.length) || '/', setting)
  return {
    ...parts,
    reason,
    retry,
    isRetryable: isRetryable(retry, parts.request.idempotent),
    status: undefined,
    retryAfterMs: undefined,
    code: clean(code, redact, 64),
    outerCode: undefined,
    requestId: undefined,
    param: undefined,
    issues: [],
    providerMessage: undefined,
    matchedBy: { by: 'transport' },
  }
}

function common(
  judge: Judge | undefined,
  raw: FailedRequest & { readonly requestUrl?: unknown },
  path: string,
  { redactor, idempotent, delivered }: Setting,
): [Redact, Pick<ApiErrorParts, 'provider' | 'docUrl' | 'request' | 'delivered'>] {
  const { requestUrl, requestHeaders } = raw
  const url = toUrl(raw.url)
  const redact = redactor({
    url,
    firstUrl: requestUrl === undefined || requestUrl === raw.url ? undefined : toUrl(requestUrl),
    headers: requestHeaders,
    get body() {
      return raw.requestBody
    },
  })
  const method = methodOf(raw.method)
  const provider = judge?.provider
  const key = (own(provider, 'idempotencyHeader') as string | undefined)?.toLowerCase() ?? 'idempotency-key'
  return [
    redact,
    {
      provider: provider?.id,
      docUrl: own(provider, 'docs') as string | undefined,
      delivered,
      request: {
        // OpenTelemetry's word for a method that is none.
        method: /^[A-Z]{1,16}$/.test(method) ? method : '_OTHER',
        url: shownUrl(url, redact),
        idempotent:
          idempotent ??
          (idempotentMethods.test(method) ||
            readHeader(requestHeaders, key) !== undefined ||
            judge?.idempotentPaths.some((matches) => matches(path)) === true),
      },
    },
  ]
}

function isRetryable(retry: Retry, idempotent: boolean): boolean {
  return retry === 'after-wait' || (retry === 'if-idempotent' && idempotent)
}

function waitOf({ reason, fault }: Finding, answer: ReceivedAnswer, words: Words | undefined): number | undefined {
  const { status } = answer
  const isLimited = traits[reason][0] === 'rate-limit' || status === 429 || status === 503
  const ofHeader = headerWait((name) => answer.header(name), isLimited, Date.now())
  const ofProvider = fault.waitMs === undefined ? undefined : clampWait(fault.waitMs)
  // `Retry-After` has whole seconds: what the provider says within the same second is finer.
  const isFiner = ofHeader !== undefined && ofProvider !== undefined && Math.abs(ofHeader - ofProvider) < 1000
  if (ofHeader !== undefined && !isFiner) return ofHeader
  if (ofProvider !== undefined) return ofProvider
  return isLimited && fault.message !== undefined ? words?.wait?.(fault.message) : undefined
}

/** A reason's retry as this answer's evidence leaves it. */
function retryOf(
  reason: Reason,
  by: Evidence,
  answer: ReceivedAnswer,
  waitMs: number | undefined,
  ofRow: Retry | undefined,
): Retry {
  // The server's own word stands before all: OpenAI and Anthropic, Stripe.
  const should = answer.header('x-should-retry') ?? answer.header('stripe-should-retry')
  if (should === 'true') return 'after-wait'
  if (should === 'false') return 'never'
  if (ofRow !== undefined) return ofRow
  const retry = traits[reason][3] ?? 'never'
  if (by === 'words') {
    // Words alone never repeat what might do harm, and refresh a token only where the status says so too.
    if (retry === 'after-wait') return 'if-idempotent'
    if (retry === 'poll' || (retry === 'after-recovery' && answer.status !== 401)) return 'never'
    return retry
  }
  if (waitMs !== undefined && (reason === 'unavailable' || reason === 'quota-exhausted' || reason === 'unknown'))
    return 'after-wait'
  // RFC 9110 sections 15.5.9 and 15.5.20: the server took nothing in, the client may repeat on a new connection.
  if (by === 'status' && (answer.status === 408 || answer.status === 421) && retry === 'if-idempotent')
    return 'after-wait'
  return retry
}

function clean(text: unknown, redact: Redact, most: number): string | undefined {
  return (typeof text === 'string' ? redact(text, most) : undefined) || undefined
}

/** Text that was decoded with the wrong charset says nothing, and differs between clients. */
function cleanWords(text: unknown, redact: Redact): string | undefined {
  return typeof text === 'string' && text.slice(0, 512).includes('\uFFFD') ? undefined : clean(text, redact, 512)
}

function cleanIssue(issue: object, redact: Redact): Issue {
  const kept: { param?: string; code?: string; message?: string } = {}
  for (const name of ['param', 'code', 'message'] as const) {
    const text = own(issue, name)
    const shown = name === 'message' ? cleanWords(text, redact) : clean(text, redact, 128)
    if (shown !== undefined) kept[name] = shown
  }
  return kept
}
