import type { ApiError } from '../error/api-error.ts'
import { createApiError } from '../error/create-api-error.ts'
import { type Origin, setOrigin } from '../error/origin-of.ts'
import { bindProvider } from '../provider/bind-provider.ts'
import type { Provider } from '../provider/provider.ts'
import type { RawResponse } from '../reading/raw-response.ts'
import { own, ownOf } from '../reading/own.ts'
import { ReceivedAnswer, toUrl } from '../reading/received-answer.ts'
import { checkClassifierOptions } from './check-classifier-options.ts'
import type { ClassifierOptions, Pass, PerCall } from './classifier-options.ts'
import { createReporter } from './create-reporter.ts'
import { type ErrorDraft, draftOfAnswer, draftOfFailure } from './error-draft.ts'
import { judgeAnswer } from './judge-answer.ts'
import { selectAlways, type SelectProvider, selectByHost } from './select-provider.ts'
import type { TransportFailure } from './transport-failure.ts'

/** The request of a failure, as far as the adapter knows it. */
export type FailedRequest = Pick<RawResponse, 'url' | 'method' | 'requestHeaders' | 'requestBody'>

/** Makes ApiErrors of answers and failures: pure, synchronous, and it never throws. */
export interface Classifier {
  /** The error in an answer; undefined when it is a success, is passed, or nobody judges its host. */
  (raw: RawResponse, perCall?: PerCall): ApiError | undefined
  /** The error of a request without an answer; undefined when the user cancelled it, it is passed, or nobody judges its host. */
  failure(failure: TransportFailure, request: FailedRequest, perCall?: PerCall): ApiError | undefined
}

/**
 * A classifier for one provider, which judges every URL, or for a list, which is asked by host.
 *
 * @throws TypeError that names the option, the value and what was expected
 * @example
 * const classify = createClassifier([bilibili, baidu], { fallback: generic })
 * const error = classify({ url, method: 'GET', status: 200, headers, body: '{"code":-101,"message":"账号未登录"}' })
 */
export function createClassifier(providers: Provider | readonly Provider[], given: ClassifierOptions = {}): Classifier {
  const isList = Array.isArray(providers)
  const options = ownOf(given)
  checkClassifierOptions(options, isList)
  const { fallback = 'status', pass, onError, onUnknownCode } = options
  const select: SelectProvider = isList
    ? selectByHost(providers, typeof fallback === 'object' ? bindProvider(fallback, 'fallback.') : undefined)
    : selectAlways(providers as Provider)
  const report = createReporter(options.onDefect)

  function told(hook: (() => unknown) | undefined, at: string): unknown {
    try {
      const result = hook?.()
      if (result instanceof Promise) result.catch((error: unknown) => report(error, at))
      return result
    } catch (error) {
      report(error, at)
      return undefined
    }
  }

  function finish(draft: ErrorDraft, perCall: PerCall | undefined): ApiError | undefined {
    const passes = (own(perCall, 'pass') as Pass | undefined) ?? pass
    if (Array.isArray(passes) && passes.includes(draft.reason) && !(draft.unmapped && onUnknownCode)) return undefined
    const error = createApiError(draft.parts(), own(perCall, 'prototype') as object | undefined)
    const origin = own(perCall, 'origin') as Origin | undefined
    if (origin !== undefined) setOrigin(error, origin)
    if (draft.unmapped && onUnknownCode) told(() => onUnknownCode(error), 'onUnknownCode')
    const isPassed =
      typeof passes === 'function' ? told(() => passes(error), 'pass') === true : passes?.includes(error.reason)
    if (isPassed) return undefined
    if (onError) told(() => onError(error), 'onError')
    return error
  }

  function judge(raw: RawResponse, perCall: PerCall | undefined): ApiError | undefined {
    const bound = select(raw.url)
    if (bound === undefined && fallback === false) return undefined
    const answer = new ReceivedAnswer(raw, bound?.readers ?? [])
    const finding = judgeAnswer(answer, raw.url, bound, report)
    return finding && finish(draftOfAnswer(finding, answer, bound?.provider), perCall)
  }

  function classify(raw: RawResponse, perCall?: PerCall): ApiError | undefined {
    try {
      return judge(raw, perCall)
    } catch (error) {
      report(error, 'classify') // a proxy or getter of the answer that throws, or a fault of a dialect that is none
    }
    try {
      const { status } = raw // it decides alone
      return judge({ url: undefined, method: '', status, headers: undefined, body: undefined }, perCall)
    } catch {
      return undefined
    }
  }

  function judgeFailure(failure: TransportFailure, request: FailedRequest, perCall?: PerCall): ApiError | undefined {
    if (failure.kind === 'cancelled') return undefined
    const bound = select(request.url)
    if (bound === undefined && fallback === false) return undefined
    return finish(draftOfFailure(failure, request, toUrl(request.url), bound?.provider), perCall)
  }

  classify.failure = (failure: TransportFailure, request: FailedRequest, perCall?: PerCall): ApiError | undefined => {
    try {
      return judgeFailure(failure, request, perCall)
    } catch (error) {
      report(error, 'classify.failure')
    }
    try {
      return judgeFailure({ kind: failure.kind }, { url: undefined, method: '' }, perCall)
    } catch {
      return undefined
    }
  }
  return classify
}
