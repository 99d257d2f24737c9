// fetch, or what is called like it, whose failures are ApiErrors.
import { apiErrorOf, type ClassifierOptions, type PerCall, type Provider } from '@unifault/core'
import {
  attachApiError,
  checkClassifierOptions,
  checkThat,
  createJudging,
  type Judging,
  own,
  ownOptions,
  readPerCall,
  type Recoverer,
} from '@unifault/core/adapter'
import {
  answeringUrl,
  attachTo,
  type BodyOptions,
  bodyOptionKinds,
  type Exam,
  examine,
  idsOf,
  isAnswer,
  isCancelled,
  isOwnUpload,
  judgeFailure,
  type Layer,
  observeAnswer,
  readRequest,
  releaseBody,
  renews,
  urlOf,
} from './adapter.ts'

/** What `wrapFetch` takes. */
export interface WrapFetchOptions extends ClassifierOptions, BodyOptions {
  /**
   * `'replace'` (the default): failures reject with an ApiError. `'observe'`: nothing changes, for SDKs that bring their own errors and
   * retries; hooks are told, `apiErrorOf` answers for the Response, its headers and what fetch throws, and `observed(response)` waits.
   */
  readonly mode?: 'replace' | 'observe' | undefined
  /** What repeats, refreshes and cools down, from `createRecovery`. */
  readonly recovery?: Recoverer | undefined
}

/** The runtime's own fetch, and functions that are written like it. */
type StandardFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** Any function that is called like fetch: undici's, node-fetch's, a service binding's. */
export type AnyFetch = (...request: never[]) => Promise<unknown>

/** What the function takes; one that takes nothing, such as a mock, is called like fetch. */
type InputOf<F extends AnyFetch> = Parameters<F> extends [] ? string | URL | Request : Parameters<F>[0]
type InitOf<F extends AnyFetch> = Parameters<F>[1] extends undefined ? RequestInit : NonNullable<Parameters<F>[1]>

/** The wrapped function, with one more member of `init`. */
export type WrappedFetch<F extends AnyFetch> = F &
  ((
    input: InputOf<F>,
    init?: InitOf<F> & {
      /** `false` switches us off for this call; else what stands instead of the instance's own. */
      readonly apiErrors?: PerCall | undefined
    },
  ) => ReturnType<F>)

type CalledFetch = (input: unknown, init?: RequestInit, ...rest: unknown[]) => Promise<unknown>

/** The caller's further arguments → which attempt it is. A recoverer's call has their list as its only further argument. */
const attempts = /* @__PURE__ */ new WeakMap<object, number>()

interface Settings {
  readonly classify: Judging
  readonly options: WrapFetchOptions
}

/** On wrapped functions: the layers around the bare one. Registered, so that two copies of this package know each other's. */
const mark = Symbol.for('unifault.fetch')
const modes = ['replace', 'observe'] as const

/**
 * fetch whose failures are ApiErrors: 4xx and 5xx, errors that a body tells under any status, and failures without an answer.
 *
 * - What it resolves with is the Response that came, its body unread. Below 400 the beginning of texty bodies of judged hosts is looked at,
 *   on a clone: at most 64 KiB, and 100 ms, or one second for what promises to be small. An error that comes later is told by the
 *   Response's own `json()`, `text()` and their kin. From 400 on at most 64 KiB and one second of any body are read.
 * - Aborts and time-outs by the caller's own signal, failures of what he uploads, and misuse stay his own errors.
 * - Wrapping a wrapped function with the same providers and mode renews its options in place.
 *
 * @param fetch a function, or an object with a `fetch` method, such as a service binding; that one is looked up at each call
 * @param providers one provider, which judges every URL, or a list, which is asked by host
 * @throws TypeError that names the option, when one is malformed, or both providers, when it is wrapped for others already
 * @example
 * const apiFetch = wrapFetch(fetch, [bilibili, baidu])
 * const response = await apiFetch('https://api.bilibili.com/x/web-interface/nav')
 * @example
 * const observing = wrapFetch(fetch, openai, { mode: 'observe', onError: report })
 * const client = new OpenAI({ apiKey: 'sk-example', fetch: observing })
 */
export function wrapFetch<F extends StandardFetch>(
  fetch: F,
  providers: Provider | readonly Provider[],
  options?: WrapFetchOptions,
): WrappedFetch<F>
export function wrapFetch<F extends AnyFetch>(
  fetch: F,
  providers: Provider | readonly Provider[],
  options?: WrapFetchOptions,
): WrappedFetch<F>
export function wrapFetch<F extends AnyFetch>(
  service: { readonly fetch: F },
  providers: Provider | readonly Provider[],
  options?: WrapFetchOptions,
): WrappedFetch<F>
export function wrapFetch(
  fetch: CalledFetch | { readonly fetch: CalledFetch },
  providers: Provider | readonly Provider[],
  given: WrapFetchOptions = {},
): CalledFetch {
  const service = typeof fetch === 'function' ? undefined : fetch
  const isFetch = typeof (service ? service.fetch : fetch) === 'function'
  checkThat(isFetch, 'fetch', 'a function, or an object with a `fetch` method', fetch)
  let settings = settingsOf(providers, given)
  const { mode = 'replace' } = settings.options
  const ids = idsOf(providers)
  const layers = (service === undefined ? (fetch as { [mark]?: readonly Layer[] })[mark] : undefined) ?? []
  if (renews(layers, 'fetch', { ids, mode }, settings)) return fetch as CalledFetch
  const bare: CalledFetch = service === undefined ? (fetch as CalledFetch) : (...asked) => service.fetch(...asked)

  const bound =
    'id' in providers ? { provider: providers.id, idempotencyHeader: providers.idempotencyHeader } : undefined

  /** @param further what a fetch of the user's own takes beside */
  async function wrapped(input: unknown, init?: RequestInit, ...further: unknown[]): Promise<unknown> {
    const { classify, options } = settings
    const attempt = attempts.get(further[0] as object)
    const rest = (attempt === undefined ? further : further[0]) as unknown[]
    const perCall = readPerCall(own(init, 'apiErrors'), 'apiErrors')
    if (perCall === undefined) return bare(input, init, ...rest)
    if (options.recovery !== undefined && attempt === undefined && mode === 'replace') {
      const send = (input: unknown, init: RequestInit | undefined, attempt: number): Promise<unknown> => {
        attempts.set(rest, attempt)
        return wrapped(input, init, rest)
      }
      return options.recovery.fetch({ input, init, ...bound, send })
    }
    const told = attempt === undefined ? undefined : { attempt }
    const wasUsed = hasUsedBody(input, init)
    let response: unknown
    const examOf = (asked: string, url?: string): Exam => ({
      classify,
      options,
      asked: readRequest(input, init, asked),
      call: { ...perCall, caller: wrapped, told },
      url,
    })
    try {
      response = await bare(input, init, ...rest)
    } catch (error) {
      if (apiErrorOf(error) !== undefined || wasUsed || isMisuse(error, input, init)) throw error
      const exam = examOf(urlOf(input))
      if (isCancelled(error, exam.asked.signal) || isOwnUpload(error, uploadOf(input, init))) throw error
      const found = judgeFailure({ kind: 'network', error }, exam)
      if (found !== undefined && mode === 'replace') throw found
      // SDKs keep what fetch throws, or its cause alone.
      for (const one of [error, (error as { cause?: unknown } | null | undefined)?.cause])
        if (found !== undefined && typeof one === 'object' && one !== null) attachApiError(one, found)
      throw error
    }
    if (!isAnswer(response)) return response
    const { status, headers } = response
    const asked = urlOf(input)
    const url = answeringUrl(response, asked)
    const who = classify.judges(url, perCall)
    if (who === false || (who === 'failures' && status < 400)) {
      if (options.onUnjudged)
        classify.unjudged({ url, method: readRequest(input, init).method, status, headers }, 'host')
      return response
    }
    const exam = examOf(asked, url)
    if (mode === 'observe') {
      const answer = observeAnswer(response, exam)
      const observed = answer instanceof Promise ? await answer : answer
      if (observed.error !== undefined) attachTo(observed.response, observed.error)
      return observed.response
    }
    const examined = await examine(response, exam)
    if (examined.error === undefined) return examined.response
    releaseBody(examined, options)
    throw examined.error
  }
  const layer: Layer = { ids, mode, renew: (next) => void (settings = next as Settings) }
  return copyStatics(service === undefined ? fetch : undefined, wrapped, [...layers, layer])
}

function settingsOf(providers: Provider | readonly Provider[], given: WrapFetchOptions): Settings {
  checkClassifierOptions(given, { ...bodyOptionKinds, mode: modes })
  const options = ownOptions(given)
  const {
    mode: _mode,
    lateErrors: _late,
    streams: _streams,
    bodies: _bodies,
    keep: _keep,
    recovery: _recovery,
    ...others
  } = options
  return { options, classify: createJudging(providers, others).classify }
}

/** What libraries keep on their fetch, such as `fetch.Response` or `preconnect`, is on the wrapped one too. */
function copyStatics(fetch: unknown, wrapped: CalledFetch, layers: readonly Layer[]): CalledFetch {
  const statics = fetch === undefined ? {} : Object.getOwnPropertyDescriptors(fetch as object)
  for (const name of ['length', 'name', 'prototype', 'arguments', 'caller', mark]) Reflect.deleteProperty(statics, name)
  return Object.defineProperties(wrapped, { ...statics, [mark]: { value: layers } })
}

/** What the caller uploads; of a Request it is a stream, whatever it was made of, and a missing one is none. */
function uploadOf(input: unknown, init: RequestInit | undefined): unknown {
  return init?.body ?? (typeof input === 'object' && input !== null ? (input as Partial<Request>).body : undefined)
}

/** Whether what shall be sent is read, or being read, already: fetch will refuse it. To be asked before the call. */
function hasUsedBody(input: unknown, init: RequestInit | undefined): boolean {
  const body: unknown = init?.body ?? undefined
  if (body !== undefined) return (body as Partial<ReadableStream>).locked === true
  return typeof input === 'object' && input !== null && (input as Partial<Request>).bodyUsed === true
}

/**
 * Whether fetch failed because of its arguments: those never make a Request either. The Fetch standard reports both misuse and network
 * failure as a TypeError, and runtimes word them differently. What is to be sent is not touched.
 */
function isMisuse(error: unknown, input: unknown, init: RequestInit | undefined): boolean {
  if (!(error instanceof TypeError)) return false
  const { method, headers, mode, credentials, cache, redirect, referrer, integrity } = init ?? {}
  const hasBody = (init?.body ?? undefined) !== undefined
  try {
    const parts = { method, headers, mode, credentials, cache, redirect, referrer, integrity }
    const known = Object.entries(parts).filter(([, value]) => value !== undefined)
    const request = new Request(urlOf(input), Object.fromEntries(known) as RequestInit)
    return hasBody && /^(?:GET|HEAD)$/.test(request.method)
  } catch {
    return true
  }
}
