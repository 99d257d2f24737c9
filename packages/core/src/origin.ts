// What stands behind an ApiError, the ApiError that stands behind anything, and the one that came over a wire.
import { redactor } from '#redact'
import { isRecord, own } from './answer.ts'
import { type ApiError, createApiError, type Evidence, isApiError } from './api-error.ts'
import type { Issue } from './dialect.ts'
import { type Reason, reasons, type Retry } from './reasons.ts'
import { cleanId } from './redact/find.ts'
import { clampWait } from './wait.ts'

/** The client's own error and answer behind an ApiError: as they came, on purpose out of every view. */
export interface Origin {
  /** What the client would have thrown, where the adapter keeps it. */
  readonly error: unknown
  /** The client's own response object, where the adapter keeps it. */
  readonly response: unknown
  /** The answer's headers, as the client has them. */
  readonly headers: unknown
  /** The body as the classifier saw it: parsed, text of at most 64 KiB, or undefined. */
  readonly body: unknown
}

const origins = /* @__PURE__ */ new WeakMap<object, Partial<Origin>>()
const attached = /* @__PURE__ */ new WeakMap<object, ApiError>()

/** Remembers where an ApiError came from, for as long as the error lives. */
export function setOrigin(error: object, origin: Partial<Origin>): void {
  origins.set(error, origin)
}

/**
 * The client's own error and answer behind an ApiError, as they came: for debugging and migration, not for logs. Headers and at most
 * 64 KiB of text are kept as long as the error lives; `error` and `response` only where the adapter says so.
 *
 * @returns all fields undefined for an error that has no known origin
 * @example
 * const { headers, body } = originOf(error)
 */
export function originOf(error: unknown): Origin {
  const known = isRecord(error) ? origins.get(error) : undefined
  return { error: known?.error, response: known?.response, headers: known?.headers, body: known?.body }
}

/** Remembers which ApiError stands behind a client's own error, a Response or its headers, for as long as that lives. */
export function attachApiError(carrier: object, apiError: ApiError): void {
  attached.set(carrier, apiError)
}

const ways = ['cause', 'detail', 'response', 'originalError', 'networkError', 'headers', 'error', 'lastError']
const mostSteps = 32

/**
 * The ApiError behind anything: itself when it is one, the one that an adapter has attached to an error, a Response or its headers,
 * or one that is found along `cause`, `detail`, `response`, `originalError` and their kin, as SDKs keep it.
 *
 * @returns undefined when there is none, such as for a cancelled request
 * @example
 * try {
 *   await sdk.responses.create(request)
 * } catch (error) {
 *   if (apiErrorOf(error)?.category === 'auth') await signIn()
 * }
 */
export function apiErrorOf(error: unknown): ApiError | undefined {
  const queue: unknown[] = [error]
  for (let at = 0; at < queue.length && at < mostSteps; at++) {
    const one = queue[at]
    if (isApiError(one)) return one
    if (!isRecord(one)) continue
    const found = attached.get(one)
    if (found !== undefined) return found
    for (const way of ways)
      try {
        const next = one[way]
        if (isRecord(next) && !queue.includes(next)) queue.push(next)
      } catch {
        // a getter of the user's error that throws
      }
  }
  return undefined
}

const evidences = ['code', 'protocol', 'message', 'words', 'status', 'transport', 'unmapped']
const retries = ['after-wait', 'if-idempotent', 'after-recovery', 'poll', 'never']

/**
 * The ApiError that `error.toJSON()` was made of, on the other side of a wire. The value need not be trusted: category, recovery and
 * `isRetryable` follow anew from the reason, texts are cleaned, and a reason that this version does not know becomes `unknown`.
 *
 * @returns undefined for what is no such value
 * @example
 * worker.onmessage = ({ data }) => { const error = apiErrorFrom(data); if (error !== undefined) throw error }
 */
export function apiErrorFrom(value: unknown): ApiError | undefined {
  if (isApiError(value)) return value
  try {
    return read(value)
  } catch {
    return undefined // a proxy or getter that throws: nothing that came over a wire
  }
}

function read(value: unknown): ApiError | undefined {
  if (own(value, 'v') !== 1 || typeof own(value, 'reason') !== 'string' || own(value, 'name') !== 'ApiError')
    return undefined
  const redact = redactor({})
  const text = (record: unknown, name: string, most = 128): string | undefined => {
    const words = own(record, name)
    return typeof words === 'string' ? redact(words, most) || undefined : undefined
  }
  const oneOf = <T extends string>(all: readonly string[], record: unknown, name: string, otherwise: T): T =>
    (all.includes(own(record, name) as string) ? own(record, name) : otherwise) as T
  const reason = oneOf<Reason>(reasons, value, 'reason', 'unknown')
  const retry = oneOf<Retry>(retries, value, 'retry', 'never')
  const request = own(value, 'request')
  const matchedBy = own(value, 'matchedBy')
  const row = own(matchedBy, 'row')
  const [code, when, dialect, confidence] = [
    text(row, 'code'),
    text(row, 'when', 512),
    text(matchedBy, 'dialect'),
    own(matchedBy, 'confidence'),
  ]
  const idempotent = own(request, 'idempotent') === true
  const [status, wait] = [own(value, 'status'), own(value, 'retryAfterMs')]
  const issues = own(value, 'issues')
  const method = text(request, 'method') ?? ''
  return createApiError(
    {
      reason,
      retry,
      isRetryable: retry === 'after-wait' || (retry === 'if-idempotent' && idempotent),
      provider: text(value, 'provider'),
      code: text(value, 'code'),
      outerCode: text(value, 'outerCode'),
      status: typeof status === 'number' && status >= 100 && status <= 999 ? Math.floor(status) : undefined,
      retryAfterMs: typeof wait === 'number' ? clampWait(wait) : undefined,
      requestId: cleanId(own(value, 'requestId')),
      param: text(value, 'param'),
      issues: (Array.isArray(issues) ? issues : []).slice(0, 16).filter(isRecord).map(cleanIssue),
      providerMessage: text(value, 'providerMessage', 512),
      docUrl: text(value, 'docUrl', 512),
      matchedBy: {
        by: oneOf<Evidence>(evidences, matchedBy, 'by', 'unmapped'),
        ...(dialect === undefined ? {} : { dialect }),
        ...(code === undefined ? {} : { row: when === undefined ? { code } : { code, when } }),
        ...(typeof confidence === 'number' && confidence >= 0 && confidence <= 1 ? { confidence } : {}),
      },
      request: {
        method: /^[A-Z]{1,16}$/.test(method) ? method : '_OTHER',
        url: text(request, 'url', 512),
        idempotent,
      },
      delivered: own(value, 'delivered') === true,
    },
    apiErrorFrom,
  )

  function cleanIssue(issue: unknown): Issue {
    const kept: { param?: string; code?: string; message?: string } = {}
    for (const name of ['param', 'code', 'message'] as const) {
      const words = text(issue, name, name === 'message' ? 512 : 128)
      if (words !== undefined) kept[name] = words
    }
    return kept
  }
}
