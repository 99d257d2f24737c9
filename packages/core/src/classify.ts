// The way of a response: select, read, judge, and one ApiError at the end. Pure, synchronous, and it never throws.
import { redactor as defaultRedactor } from '#redact'
import { isJsonType, isRecord, own, type RawResponse, readHeader, ReceivedAnswer, splitUrl, toUrl } from './answer.ts'
import { type ApiError, apiErrorOf, type ApiErrorParts, createApiError, type Origin, setOrigin } from './api-error.ts'
import { itemsOf } from './batch.ts'
import { checkKind, checkOptions, ownOptions } from './check.ts'
import { readFailure, type TransportFailure } from './failure.ts'
import { type FailedRequest, fieldsOfAnswer, fieldsOfFailure, type Setting } from './fields.ts'
import { enoughConfidence, findFault, type Readers } from './finding.ts'
import {
  type Call,
  classifierOptionKinds,
  type ClassifierOptions,
  createReporter,
  type Fallback,
  type Pass,
  type PerCallOptions,
  settle,
  type Told,
} from './options.ts'
import type { Provider, Words } from './provider.ts'
import { type Reason, traits } from './reasons.ts'
import { shownUrl } from './redact/request.ts'
import { judgeOf, type Selected, selector } from './select.ts'

/** Makes ApiErrors of answers and failures: pure, synchronous, and it never throws. */
export interface Classifier {
  /** The error in an answer; undefined when it is a success, is passed, or nobody judges its host. */
  (raw: RawResponse, call?: Call): ApiError | undefined
  /** The error of a request without an answer; undefined when the user cancelled it, it is passed, or nobody judges its host. */
  failure(failure: TransportFailure, request: FailedRequest, call?: Call): ApiError | undefined
  /** Who judges answers of a URL: `'all'` of them, `'failures'`, from 400 on by the status, or nobody. */
  judges(url: unknown, perCall?: PerCallOptions): 'all' | 'failures' | false
  /** A verdict for each answer inside an answer, where a dialect names the list; empty where none does. */
  batch(raw: RawResponse, call?: Call): (ApiError | undefined)[]
  /** Tells `onUnjudged` of an answer that nobody will judge. */
  unjudged(answer: Pick<RawResponse, 'url' | 'method' | 'status' | 'headers'>, because: 'host' | 'slow'): void
  /**
   * The error behind an error of an SDK: the attached one, else its status, headers and body are judged anew (`status` or `statusCode`,
   * `headers`, and `error`, `raw`, `response.data` or `body`).
   */
  from(sdkError: unknown, call?: Call): ApiError | undefined
}

/** What is remembered of unjudged origins is dropped as a whole at this number. */
const mostOrigins = 512

/**
 * A classifier for one provider, which judges every URL, or for a list, which is asked by host.
 *
 * @throws TypeError that names the option, the value and what was expected
 * @example
 * const classify = createClassifier([bilibili, baidu], { fallback: generic })
 * const error = classify({ url, method: 'GET', status: 200, headers, body: '{"code":-101,"message":"账号未登录"}' })
 */
export function createClassifier(providers: Provider | readonly Provider[], given: ClassifierOptions = {}): Classifier {
  checkOptions(given, classifierOptionKinds)
  checkKind('object', providers, 'providers')
  const options = ownOptions(given)
  const { pass, onPass, onError, onUnknownCode, onUnjudged, redact: redactor = defaultRedactor } = options
  const select = selector(providers)
  const isBound = !Array.isArray(providers)
  const report = createReporter(options.onDefect)
  const words = options.words as (Words & { model?: undefined }) | { model: Words; atLeast?: number } | undefined
  const atLeast = isBound ? enoughConfidence.bound : enoughConfidence.alone
  const readers: Readers = {
    fallback: fallbackOf(options.fallback ?? 'status'),
    words:
      words && (words.model ? { model: words.model, atLeast: words.atLeast ?? atLeast } : { model: words, atLeast }),
    isBound,
    report,
  }
  const toldOrigins = new Set<string>()

  function fallbackOf(fallback: Fallback): Readers['fallback'] {
    return typeof fallback === 'object' ? judgeOf(fallback) : fallback
  }

  function tell(hook: (() => unknown) | undefined, at: string): unknown {
    try {
      const result = hook?.()
      settle(result, (error) => report(error, at))
      return result
    } catch (error) {
      report(error, at)
      return undefined
    }
  }

  /** Who judges a URL in this call: the call's own word stands before the classifier's. */
  function selectFor(url: unknown, call: Call | undefined): Selected | undefined {
    const provider = call && (own(call, 'provider') as Provider | undefined)
    return provider ? { judge: judgeOf(provider), prefix: '', isPlaced: false } : select(url)
  }

  function readersFor(call: Call | undefined): Readers {
    const fallback = call && (own(call, 'fallback') as Fallback | undefined)
    return fallback === undefined ? readers : { ...readers, fallback: fallbackOf(fallback) }
  }

  /** Makes the error and tells the hooks. What it is made of is computed only where somebody will see it. */
  function finish(
    reason: Reason,
    isUnmapped: boolean,
    make: () => ApiErrorParts,
    call: Call | undefined,
  ): ApiError | undefined {
    const passes = (own(call, 'pass') as Pass | undefined) ?? pass
    const isListed = typeof passes === 'object' && (passes.includes(reason) || passes.includes(traits[reason][0]))
    if (isListed && !onPass && !(isUnmapped && onUnknownCode)) return undefined
    const isQuiet = own(call, 'quiet') === true
    const error = createApiError(make(), own(call, 'caller') ?? classify, own(call, 'prototype') as object | undefined)
    const origin = own(call, 'origin') as Origin | undefined
    if (origin !== undefined) setOrigin(error, origin)
    if (isUnmapped && onUnknownCode && !isQuiet) tell(() => onUnknownCode(error), 'onUnknownCode')
    if (isListed || (typeof passes === 'function' && tell(() => passes(error), 'pass') === true)) {
      if (onPass && !isQuiet) tell(() => onPass(error), 'onPass')
      return undefined
    }
    if (onError && !isQuiet) tell(() => onError(error, (own(call, 'told') as Told | undefined) ?? {}), 'onError')
    return error
  }

  function settingFor(call: Call | undefined): Setting {
    return {
      redactor,
      words: readers.words?.model,
      idempotent: own(call, 'idempotent') as boolean | undefined,
      delivered: own(call, 'delivered') === true,
    }
  }

  function judge(raw: RawResponse, call: Call | undefined): ApiError | undefined {
    const selected = selectFor(raw.url, call)
    const asked = readersFor(call)
    const { fallback } = asked
    if (selected === undefined && typeof fallback !== 'object') {
      if (onUnjudged && (fallback === false || !(Number(raw.status) >= 400))) classify.unjudged(raw, 'host')
      if (fallback === false) return undefined
    }
    const first = selected?.judge ?? (typeof fallback === 'object' ? fallback : undefined)
    const answer = new ReceivedAnswer(
      raw,
      first === undefined ? [] : first.readers,
      selected === undefined ? '' : selected.prefix,
    )
    const finding = findFault(answer, selected, asked)
    if (finding === undefined) return undefined
    if (finding.by === 'status' && answer.status >= 400 && own(call, 'accepted') === true) return undefined
    const make = (): ApiErrorParts => fieldsOfAnswer(finding, answer, settingFor(call))
    return finish(finding.reason, finding.isUnmapped === true, make, call)
  }

  function judgeFailure(failure: TransportFailure, request: FailedRequest, call?: Call): ApiError | undefined {
    if (failure.kind === 'cancelled') return undefined
    const selected = selectFor(request.url, call)
    const { fallback } = readersFor(call)
    if (selected === undefined && fallback === false) return undefined
    const who = selected?.judge ?? (typeof fallback === 'object' ? fallback : undefined)
    const read = readFailure(failure)
    const prefix = selected?.prefix ?? ''
    return finish(read.reason, false, () => fieldsOfFailure(read, request, who, prefix, settingFor(call)), call)
  }

  function classify(raw: RawResponse, call?: Call): ApiError | undefined {
    try {
      return judge(raw, call)
    } catch (error) {
      report(error, 'classify') // a proxy or getter of the answer that throws, or a fault of a dialect that is none
    }
    try {
      return judge({ url: undefined, method: '', status: raw.status, headers: undefined, body: undefined }, call)
    } catch {
      return undefined
    }
  }

  classify.failure = (failure: TransportFailure, request: FailedRequest, call?: Call): ApiError | undefined => {
    try {
      return judgeFailure(failure, request, call)
    } catch (error) {
      report(error, 'classify.failure')
    }
    try {
      return judgeFailure({ kind: failure.kind }, { url: undefined, method: '' }, call)
    } catch {
      return undefined
    }
  }

  classify.judges = (url: unknown, perCall?: PerCallOptions): 'all' | 'failures' | false => {
    const selected = selectFor(url, perCall)
    const { fallback } = readersFor(perCall)
    return selected !== undefined || typeof fallback === 'object' ? 'all' : fallback === 'status' && 'failures'
  }

  classify.batch = (raw: RawResponse, call?: Call): (ApiError | undefined)[] => {
    try {
      const selected = selectFor(raw.url, call)
      const { fallback } = readersFor(call)
      const judges = [selected?.judge, typeof fallback === 'object' ? fallback : undefined]
      for (const one of judges) {
        const answer = new ReceivedAnswer(raw, one?.readers ?? [], selected?.prefix ?? '')
        for (const { batch } of one?.dialects ?? []) {
          const items = batch && itemsOf(answer, raw, batch)
          if (items !== undefined) return items.map((item) => classify(item, call))
        }
      }
    } catch (error) {
      report(error, 'classify.batch')
    }
    return []
  }

  classify.unjudged = (
    { url, method, status, headers }: Pick<RawResponse, 'url' | 'method' | 'status' | 'headers'>,
    because: 'host' | 'slow',
  ): void => {
    const contentType = readHeader(headers, 'content-type')
    if (!onUnjudged || !isJsonType(contentType ?? '')) return
    const { authority, path } = splitUrl(url)
    // A copy: a part of it would keep the whole URL alive.
    const key = ` ${authority}/${path.split('/', 2).at(1) ?? ''} ${because}`.slice(1, 1024)
    if (toldOrigins.has(key)) return
    if (toldOrigins.size >= mostOrigins) toldOrigins.clear()
    toldOrigins.add(key)
    const redact = redactor({})
    const shown = shownUrl(toUrl(url), redact) ?? redact(path)
    tell(() => onUnjudged({ url: shown, method, status, contentType, because }), 'onUnjudged')
  }

  classify.from = (sdkError: unknown, call?: Call): ApiError | undefined => {
    const known = apiErrorOf(sdkError)
    if (known !== undefined || !isRecord(sdkError)) return known
    try {
      const { response, request } = sdkError as {
        response?: Record<string, unknown>
        request?: Record<string, unknown>
      }
      const status = Number(sdkError['status'] ?? sdkError['statusCode'] ?? response?.['status'] ?? NaN)
      if (!(status >= 100)) return undefined
      const kept = sdkError['error'] ?? sdkError['raw']
      const raw = {
        url: (response?.['url'] ?? request?.['url'] ?? sdkError['url']) as string | undefined,
        method: typeof request?.['method'] === 'string' ? request['method'] : 'GET',
        status,
        headers: sdkError['headers'] ?? response?.['headers'],
        // Some keep the whole body (Anthropic), others what stands in it under `error` (OpenAI, Stripe): that is read as both.
        body:
          isRecord(kept) && !isRecord(own(kept, 'error'))
            ? { ...kept, error: kept }
            : (kept ?? response?.['data'] ?? sdkError['body']),
        requestHeaders: request?.['headers'],
      }
      return classify(raw, call)
    } catch (error) {
      report(error, 'classify.from')
      return undefined
    }
  }
  return classify
}
