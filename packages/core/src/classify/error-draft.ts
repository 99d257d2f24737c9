import type { Issue } from '../error/api-error.ts'
import type { ApiErrorParts } from '../error/create-api-error.ts'
import type { RequestView } from '../error/request-view.ts'
import { type Scrub, scrubber } from '../error/scrubber.ts'
import { shownUrl } from '../error/shown-url.ts'
import type { Provider } from '../provider/provider.ts'
import type { Fault } from '../provider/verdict.ts'
import { firstItems } from '../reading/first-items.ts'
import { headerWait } from '../reading/header-wait.ts'
import { isRecord } from '../reading/is-record.ts'
import { own } from '../reading/own.ts'
import { readHeader } from '../reading/read-header.ts'
import { methodOf, type ReceivedAnswer, toUrl } from '../reading/received-answer.ts'
import { clampWait } from '../reading/wait.ts'
import type { Reason } from '../taxonomy/reason.ts'
import { type ReasonTraits, reasonTraits } from '../taxonomy/reason-traits.ts'
import type { Retry } from '../taxonomy/retry.ts'
import type { FailedRequest } from './create-classifier.ts'
import type { Finding } from './finding.ts'
import { isIdempotentMethod, retryOf } from './retry-of.ts'
import { readFailure, type TransportFailure } from './transport-failure.ts'

/** An error that is known but not yet made: making it captures a stack, and a passed one needs none. */
export interface ErrorDraft {
  readonly reason: Reason
  readonly unmapped: boolean
  parts(): ApiErrorParts
}

const requestIdHeaders = ['x-request-id', 'request-id', 'x-requestid', 'x-trace-id']

/** The draft of what was found in an answer. */
export function draftOfAnswer(finding: Finding, answer: ReceivedAnswer, provider: Provider | undefined): ErrorDraft {
  const reason = finding.outcome as Reason
  return {
    reason,
    unmapped: finding.unmapped,
    parts() {
      const { fault, row, dialect, by } = finding
      const { raw, url, status } = answer
      const shown = status >= 100 && status <= 999 ? Math.floor(status) : undefined
      const [category] = reasonTraits.get(reason) as ReasonTraits
      const limited = category === 'rate-limit' || status === 429 || status === 503
      const retryAfterMs =
        headerWait((name) => answer.header(name), limited, Date.now()) ??
        (fault.waitMs === undefined ? undefined : clampWait(fault.waitMs))
      const when = own(row, 'when') as string | undefined
      const matched = row && { code: row.code, ...(when === undefined ? {} : { when }) }
      const firstUrl = raw.requestUrl === undefined ? undefined : toUrl(raw.requestUrl)
      const view = { method: answer.method, url, firstUrl, headers: raw.requestHeaders, body: raw.requestBody }
      const scrub = scrubber(view)
      return {
        ...common(reason, retryOf(reason, by, shown, retryAfterMs), provider, view, scrub),
        // A code that a table knows is no secret, though a short secret may be part of it.
        code: fault.code === row?.code ? fault.code : clean(fault.code, scrub, 128),
        outerCode: fault.outerCode === row?.code ? fault.outerCode : clean(fault.outerCode, scrub, 128),
        status: shown,
        retryAfterMs,
        requestId:
          cleanId(fault.requestId, scrub) ??
          cleanId(requestIdHeaders.map((name) => answer.header(name)).find(Boolean), scrub),
        param: clean(fault.param, scrub, 128),
        issues: firstItems(fault.issues)
          .filter(isRecord)
          .map((issue) => cleanIssue(issue, scrub)),
        providerMessage: cleanMessage(fault.message, scrub),
        matchedBy: {
          by,
          ...(dialect === undefined ? {} : { dialect }),
          ...(matched === undefined ? {} : { row: matched }),
        },
      }
    },
  }
}

/** The draft of a request that got no answer. */
export function draftOfFailure(
  failure: TransportFailure,
  request: FailedRequest,
  url: URL | undefined,
  provider: Provider | undefined,
): ErrorDraft {
  const { reason, retry, code } = readFailure(failure)
  return {
    reason,
    unmapped: false,
    parts() {
      const method = methodOf(request)
      const view = { method, url, headers: request.requestHeaders, body: request.requestBody }
      const scrub = scrubber(view)
      return {
        ...common(reason, retry, provider, view, scrub),
        code,
        outerCode: undefined,
        status: undefined,
        retryAfterMs: undefined,
        requestId: undefined,
        param: undefined,
        issues: [],
        providerMessage: undefined,
        matchedBy: { by: 'transport' },
      }
    },
  }
}

type Common = Pick<ApiErrorParts, 'reason' | 'retry' | 'isRetryable' | 'provider' | 'docUrl' | 'request'>

function common(reason: Reason, retry: Retry, provider: Provider | undefined, view: RequestView, scrub: Scrub): Common {
  const idempotent = isIdempotentMethod(view.method) || readHeader(view.headers, 'idempotency-key') !== undefined
  return {
    reason,
    retry,
    isRetryable: retry === 'after-wait' || (retry === 'if-idempotent' && idempotent),
    provider: provider?.id,
    docUrl: provider?.docs,
    request: {
      method: /^[A-Z]{1,16}$/.test(view.method) ? view.method : '_OTHER', // OpenTelemetry's word for a method that is none
      url: shownUrl(view.url, scrub),
      idempotent,
    },
  }
}

function clean(text: string | undefined, scrub: Scrub, most: number): string | undefined {
  return (typeof text === 'string' ? scrub(text, most) : undefined) || undefined
}

/** Text that was decoded with the wrong charset says nothing, and differs between clients. */
function cleanMessage(text: string | undefined, scrub: Scrub): string | undefined {
  return typeof text !== 'string' || text.slice(0, 512).includes('\uFFFD') ? undefined : clean(text, scrub, 512)
}

/** A request id is a token, never a sentence. */
function cleanId(text: string | undefined, scrub: Scrub): string | undefined {
  const id = clean(text, scrub, 256)
  return id !== undefined && /^[\w.:/+=@|-]{1,200}$/.test(id) ? id : undefined
}

function cleanIssue(issue: NonNullable<Fault['issues']>[number], scrub: Scrub): Issue {
  const [param, code, message] = ['param', 'code', 'message'].map((name) => own(issue, name) as string | undefined)
  const kept: { param?: string; code?: string; message?: string } = {}
  const [cleanParam, cleanCode, cleanText] = [
    clean(param, scrub, 128),
    clean(code, scrub, 128),
    cleanMessage(message, scrub),
  ]
  if (cleanParam !== undefined) kept.param = cleanParam
  if (cleanCode !== undefined) kept.code = cleanCode
  if (cleanText !== undefined) kept.message = cleanText
  return kept
}
