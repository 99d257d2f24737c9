// The way of a response: select, read, judge, and one ApiError at the end. Pure, synchronous, and it never throws.
import { checkClassifierOptions } from '#checks'
import { readFailure } from '#failure'
import { redactor as defaultRedactor } from '#redact'
import { addressOf, type RawResponse, readHeader, ReceivedAnswer, splitUrl, ownOptions } from './answer.ts'
import { type ApiError, makeApiError, stacks } from './api-error.ts'
import type { TransportFailure } from './failure.ts'
import { type FailedRequest, fieldsOf } from './fields.ts'
import { enoughConfidence, type Finding, findFault, findingOf, type Readers } from './finding.ts'
import {
  type Call,
  type ClassifierOptions,
  createReporter,
  type Fallback,
  type Pass,
  type PerCallOptions,
  settle,
} from './options.ts'
import type { Provider, Words } from './provider.ts'
import { isJsonType } from './json.ts'
import { setOrigin } from './origin.ts'
import { traits } from './reasons.ts'
import { shownUrl } from './redact/request.ts'
import { atHome, judgeOf, mostOrigins, type Selected, selector } from './select.ts'

/** As much of a classifier as an adapter needs. */
export interface Judging {
  /** The error in an answer; undefined when it is a success, is passed, or nobody judges its host. */
  (raw: RawResponse, call?: Call): ApiError | undefined
  /** The error of a request without an answer; undefined when the user cancelled it, it is passed, or nobody judges its host. */
  failure(failure: TransportFailure, request: FailedRequest, call?: Call): ApiError | undefined
  /** Who judges answers of a URL: `'all'` of them, `'failures'`, from 400 on by the status, or nobody. */
  judges(url: unknown, perCall?: PerCallOptions): 'all' | 'failures' | false
  /** Tells `onUnjudged` of an answer that nobody will judge. */
  unjudged(answer: Pick<RawResponse, 'url' | 'method' | 'status' | 'headers'>, because: 'host' | 'slow'): void
}

const noCall: Call = /* @__PURE__ */ ownOptions({})
/** What is known of an answer that cannot be read. */
const nothing = { url: undefined, method: '', status: NaN, headers: undefined, body: undefined }

/** What judges, and what a classifier needs beside: who is asked in a call, and whom to tell of a defect. */
export interface Judges {
  readonly classify: Judging
  readonly ask: (url: unknown, call: Call) => Selected | undefined
  readonly readersOf: (call: Call) => Readers
  readonly report: Readers['report']
}

/**
 * Makes what judges, for a classifier or an adapter.
 *
 * @throws TypeError that names the option, the value and what was expected
 */
export function createJudging(providers: Provider | readonly Provider[], given: ClassifierOptions = {}): Judges {
  checkClassifierOptions(given)
  const options = ownOptions(given)
  const { pass, onPass, onError, onUnknownCode, onUnjudged, redact: redactor = defaultRedactor } = options
  const select = selector(providers)
  const isBound = !Array.isArray(providers)
  const report = createReporter(options.onDefect)
  const words = options.words as { model?: Words; atLeast?: number } | undefined
  const readers: Readers = {
    fallback: fallbackOf(options.fallback ?? 'status'),
    words: words && {
      model: words.model ?? (words as Words),
      atLeast: (words.model && words.atLeast) ?? (isBound ? enoughConfidence.bound : enoughConfidence.alone),
    },
    isBound,
    report,
  }
  const toldOrigins = new Set<string>()

  function fallbackOf(fallback: Fallback): Readers['fallback'] {
    return typeof fallback === 'object' ? judgeOf(fallback) : fallback
  }

  function tell<T extends readonly unknown[]>(
    hook: ((...told: T) => unknown) | undefined,
    at: string,
    ...told: T
  ): unknown {
    if (!hook) return undefined
    try {
      const result = hook(...told)
      settle(result, (error) => report(error, at))
      return result
    } catch (error) {
      report(error, at)
      return undefined
    }
  }

  /** Who is asked in a call: its own word stands before the classifier's. */
  function ask(url: unknown, { provider }: Call, answer?: ReceivedAnswer): Selected | undefined {
    return provider ? atHome(provider) : select(url, answer)
  }

  function readersOf({ fallback }: Call): Readers {
    return fallback === undefined ? readers : { ...readers, fallback: fallbackOf(fallback) }
  }

  /** What a judgement finds; where it throws, which is told, what it finds in less. */
  function attempt<T>(
    at: string,
    step: (given: T, call: Call) => Made | undefined,
    given: T,
    less: (given: T) => T,
    asked: Call | undefined,
  ): Made | undefined {
    let call = noCall
    try {
      if (asked !== undefined) call = ownOptions(asked)
      return step(given, call)
    } catch (error) {
      report(error, at) // a proxy or getter of the answer that throws, or a fault of a dialect that is none
      try {
        return step(less(given), call)
      } catch {
        return undefined
      }
    }
  }

  /** Makes the error. What it is made of is computed only where somebody will see it. */
  function make(finding: Finding, answer: ReceivedAnswer, call: Call): Made | undefined {
    const { reason, isUnmapped } = finding
    const passes = call.pass ?? pass
    const isListed = typeof passes === 'object' && (passes.includes(reason) || passes.includes(traits[reason][0]))
    if (isListed && !onPass && !(isUnmapped && onUnknownCode)) return undefined
    const { fallback } = readersOf(call)
    const words = readers.words?.model ?? (typeof fallback === 'object' ? fallback.provider.words : undefined)
    const error = makeApiError(fieldsOf(finding, answer, call, redactor, words), call.prototype)
    if (call.origin) setOrigin(error, call.origin)
    return { error, isUnmapped, passes: isListed || passes, call }
  }

  /** Tells the hooks, and lets pass what is to pass. */
  function handOut({ error, isUnmapped, passes, call }: Made): ApiError | undefined {
    const isTold = call.quiet !== true
    if (isUnmapped && isTold) tell(onUnknownCode, 'onUnknownCode', error)
    if (passes === true || (typeof passes === 'function' && tell(passes, 'pass', error) === true)) {
      if (isTold) tell(onPass, 'onPass', error)
      return undefined
    }
    if (isTold) tell(onError, 'onError', error, call.told ?? {})
    return error
  }

  function judge(raw: RawResponse, call: Call): Made | undefined {
    const answer = new ReceivedAnswer(raw)
    const selected = ask(raw.url, call, answer)
    const asked = readersOf(call)
    const first = selected?.judge ?? asked.fallback
    if (typeof first === 'object') answer.readBy(first.readers, selected?.prefix ?? '')
    else {
      if (onUnjudged && !(first && answer.status >= 400)) classify.unjudged(raw, 'host')
      if (!first) return undefined
    }
    const finding = findFault(answer, selected, asked)
    return finding && !(call.accepted === true && finding.by === 'status' && answer.status >= 400)
      ? make(finding, answer, call)
      : undefined
  }

  function judgeFailure([failure, request]: Failed, call: Call): Made | undefined {
    if (failure.kind === 'cancelled') return undefined
    const { url, method, requestHeaders, requestBody } = request
    const selected = ask(url, call)
    const first = selected?.judge ?? readersOf(call).fallback
    if (!first) return undefined
    const answer = new ReceivedAnswer({ ...nothing, url, method, requestHeaders, requestBody }, [], selected?.prefix)
    const { reason, retry, code } = readFailure(failure)
    const by = typeof first === 'object' ? first : undefined
    return make(findingOf(reason, 'transport', ownOptions({ code }), by, undefined, undefined, retry), answer, call)
  }

  // Stacks are taken in these two, as near to the caller as can be: it costs by the number of our own functions that are left out.
  function classify(raw: RawResponse, given?: Call): ApiError | undefined {
    const made = attempt('classify', judge, raw, statusOnly, given)
    if (made === undefined) return undefined
    stacks.captureStackTrace?.(made.error, made.call.caller ?? classify)
    return handOut(made)
  }

  classify.failure = function failure(
    kind: TransportFailure,
    request: FailedRequest,
    given?: Call,
  ): ApiError | undefined {
    const made = attempt('classify.failure', judgeFailure, [kind, request], kindOnly, given)
    if (made === undefined) return undefined
    stacks.captureStackTrace?.(made.error, made.call.caller ?? failure)
    return handOut(made)
  }

  classify.judges = (url: unknown, perCall?: PerCallOptions): 'all' | 'failures' | false => {
    const call = ownCall(perCall)
    const { fallback } = readersOf(call)
    return ask(url, call) || typeof fallback === 'object' ? 'all' : fallback && 'failures'
  }

  classify.unjudged = (
    { url, method, status, headers }: Pick<RawResponse, 'url' | 'method' | 'status' | 'headers'>,
    because: 'host' | 'slow',
  ): void => {
    const contentType = readHeader(headers, 'content-type')
    if (!onUnjudged || !isJsonType(contentType ?? '')) return
    const { authority, path } = splitUrl(url)
    // Short parts, and a copy of them: a part of it would keep the whole URL alive.
    const key = ` ${authority.slice(0, 256)}/${(path.split('/', 2).at(1) ?? '').slice(0, 256)} ${because}`.slice(1)
    if (toldOrigins.has(key)) return
    if (toldOrigins.size >= mostOrigins) toldOrigins.clear()
    toldOrigins.add(key)
    const redact = redactor({})
    const shown = shownUrl(addressOf(url), redact) ?? redact(path)
    tell(onUnjudged, 'onUnjudged', { url: shown, method, status, contentType, because })
  }

  return { classify, ask, readersOf, report }
}

/** An error before anybody is told of it. */
interface Made {
  readonly error: ApiError
  readonly isUnmapped: boolean
  /** True where it is to pass; else what decides about that. */
  readonly passes: Pass | true | undefined
  readonly call: Call
}

/** A request that failed, and how. */
type Failed = readonly [failure: TransportFailure, request: FailedRequest]

const statusOnly = ({ status }: RawResponse): RawResponse => ({ ...nothing, status })
const kindOnly = ([{ kind }]: Failed): Failed => [{ kind }, nothing]

/** A call's own properties. Most answers come without a call. */
function ownCall(call: Call | undefined): Call {
  return call === undefined ? noCall : ownOptions(call)
}
