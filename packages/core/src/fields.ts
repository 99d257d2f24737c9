// From a finding to the fields of an ApiError: retry, wait, ids, and texts that are fit to be shown.
import { addressOf, isRecord, own, type RawResponse, readHeader, type ReceivedAnswer } from './answer.ts'
import type { MatchedBy, ShownFields } from './api-error.ts'
import type { Issue } from './dialect.ts'
import type { Finding } from './finding.ts'
import type { Call } from './options.ts'
import type { Words } from './provider.ts'
import { type Retry, traits } from './reasons.ts'
import { cleanId } from './redact/find.ts'
import { type Redact, type RequestView, shownUrl } from './redact/request.ts'
import { clampWait, headerWait } from './wait.ts'

/** A request without an answer, as far as the adapter knows it. */
export type FailedRequest = Pick<RawResponse, 'url' | 'method' | 'requestHeaders' | 'requestBody'>

/** RFC 9110 section 9.2.2, and QUERY (draft-ietf-httpbis-safe-method-w-body). */
const idempotentMethods = /^(?:GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/
const methodName = /^[A-Z]{1,16}$/
const requestIdHeaders = ['x-request-id', 'request-id', 'x-requestid', 'x-trace-id', 'x-correlation-id']

/** The fields of an error, as an answer tells them, or a request that got none. */
export function fieldsOf(
  finding: Finding,
  answer: ReceivedAnswer,
  call: Call,
  redactor: (request: RequestView) => Redact,
  words: Words | undefined,
): ShownFields {
  const { reason, row, judge, source } = finding
  const { code, outerCode, message } = finding.fault
  const { requestId, param, waitMs, issues } = source ? source.details(answer) : finding.fault
  const { raw, method, status } = answer
  const { requestUrl, requestHeaders } = raw
  const url = addressOf(raw.url)
  const provider = judge?.provider
  const redact = redactor({
    url,
    firstUrl: requestUrl === undefined || requestUrl === raw.url ? undefined : addressOf(requestUrl),
    headers: requestHeaders,
    body: bodyOf(raw),
  })
  const isIdempotent =
    call.idempotent ??
    (idempotentMethods.test(method) ||
      readHeader(requestHeaders, provider?.idempotencyHeader?.toLowerCase() ?? 'idempotency-key') !== undefined ||
      judge?.isIdempotent(answer.path) === true)
  const wait = waitOf(finding, answer, waitMs, words)
  const retry = retryOf(finding, answer, wait)
  const [category, , recovery] = traits[reason]
  // Every error has the same fields in the same order.
  return {
    category,
    reason,
    retry,
    isRetryable: retry === 'after-wait' || (retry === 'if-idempotent' && isIdempotent),
    recovery,
    provider: provider?.id,
    // A code that a table knows is no secret, though a short secret may be part of it.
    code: code === row?.code ? code : cleanText(redact, code),
    outerCode: outerCode === row?.code ? outerCode : cleanText(redact, outerCode),
    status: status >= 100 && status <= 999 ? Math.floor(status) : undefined,
    retryAfterMs: wait,
    requestId: cleanId(requestId) ?? cleanId(headerId(answer)),
    param: cleanText(redact, param),
    issues: issues
      ? issues
          .slice(0, 16)
          .filter(isRecord)
          .map((issue) => cleanIssue(redact, issue))
      : [],
    providerMessage: cleanWords(redact, message),
    docUrl: provider?.docs,
    matchedBy: matchedBy(finding),
    request: {
      // OpenTelemetry's word for a method that is none.
      method: methodName.test(method) ? method : '_OTHER',
      url: shownUrl(url, redact),
      idempotent: isIdempotent,
    },
    delivered: call.delivered === true,
  }
}

function bodyOf(raw: RawResponse): unknown {
  try {
    return raw.requestBody
  } catch {
    return undefined // a getter of the user's
  }
}

function matchedBy({ by, dialect, row, confidence }: Finding): MatchedBy {
  const found: { -readonly [Name in keyof MatchedBy]: MatchedBy[Name] } = { by }
  if (dialect !== undefined) found.dialect = dialect
  if (row) found.row = row.when ? { code: row.code, when: row.when } : { code: row.code }
  if (confidence !== undefined) found.confidence = confidence
  return found
}

function cleanText(redact: Redact, text: unknown, most = 128): string | undefined {
  return (typeof text === 'string' && redact(text, most)) || undefined
}

/** Text that was decoded with the wrong charset says nothing, and differs between clients. */
function cleanWords(redact: Redact, text: unknown): string | undefined {
  return typeof text === 'string' && !text.slice(0, 512).includes('\uFFFD') ? cleanText(redact, text, 512) : undefined
}

function cleanIssue(redact: Redact, issue: object): Issue {
  const kept = {
    param: cleanText(redact, own(issue, 'param')),
    code: cleanText(redact, own(issue, 'code')),
    message: cleanWords(redact, own(issue, 'message')),
  }
  return Object.fromEntries(Object.entries(kept).filter(([, text]) => text !== undefined))
}

/** The first of the usual headers that is not empty. */
function headerId(answer: ReceivedAnswer): string | undefined {
  let id: string | undefined
  requestIdHeaders.some((name) => (id = answer.header(name)))
  return id
}

function waitOf(
  { reason, fault: { message } }: Finding,
  answer: ReceivedAnswer,
  waitMs: number | undefined,
  words: Words | undefined,
): number | undefined {
  const { status } = answer
  const isLimited = traits[reason][0] === 'rate-limit' || status === 429 || status === 503
  const ofHeader = headerWait((name) => answer.header(name), isLimited, Date.now())
  const ofProvider = clampWait(waitMs ?? NaN)
  // `Retry-After` has whole seconds: what the provider says within the same second is finer.
  if (ofHeader !== undefined && !(ofProvider !== undefined && Math.abs(ofHeader - ofProvider) < 1000)) return ofHeader
  // What the words say is bounded like every wait.
  return ofProvider ?? (isLimited && message !== undefined ? clampWait(words?.wait?.(message) ?? NaN) : undefined)
}

/** A reason's retry as this answer's evidence leaves it. */
function retryOf({ reason, by, row, retry: given }: Finding, answer: ReceivedAnswer, wait: number | undefined): Retry {
  // The server's own word stands before all: OpenAI and Anthropic, Stripe.
  const should = answer.header('x-should-retry') ?? answer.header('stripe-should-retry')
  if (should === 'true') return 'after-wait'
  if (should === 'false') return 'never'
  if (row?.retry ?? given) return (row?.retry ?? given) as Retry
  const { status } = answer
  const retry = traits[reason][3] ?? 'never'
  if (by === 'words') {
    // Words alone never repeat what might do harm, and refresh a token only where the status says so too.
    if (retry === 'after-wait') return 'if-idempotent'
    return retry === 'poll' || (retry === 'after-recovery' && status !== 401) ? 'never' : retry
  }
  if (wait !== undefined && /^(?:unavailable|quota-exhausted|unknown)$/.test(reason)) return 'after-wait'
  // RFC 9110 sections 15.5.9 and 15.5.20: the server took nothing in, the client may repeat on a new connection.
  return by === 'status' && (status === 408 || status === 421) && retry === 'if-idempotent' ? 'after-wait' : retry
}
