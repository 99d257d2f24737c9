// The interceptors: who is asked, and what becomes of the verdict.
import { type ApiError, apiErrorOf, type Call, type PerCallOptions, type Provider } from '@unifault/core'
import { attachApiError, type AxiosCall, checkThat, setOrigin } from '@unifault/core/adapter'
import type { AxiosError, AxiosResponse } from 'axios'
import {
  AxiosAnswer,
  attemptOf,
  blobOf,
  bodyOf,
  type Config,
  isEmptied,
  isResponse,
  keptText,
  perCallOf,
  readBlob,
  urlOf,
} from './answer.ts'
import { failureOf, noteRequest } from '#failure'
import {
  axiosErrorClassFor,
  axiosErrorFor,
  type AxiosLike,
  type Installation,
  type InstallOptions,
  load,
  mirrorStatus,
  prototype,
  type Settings,
  settingsOf,
  slotOf,
} from './instance.ts'

/** Where `using` is older than the runtime, bundlers and compilers look for this one. */
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose')

interface Installed extends Installation {
  readonly settings: () => Settings
  /** Puts the interceptors where they are missing, such as after `interceptors.response.clear()`. */
  readonly use: (settings: Settings) => void
}

/** Who changes the answers of an instance. Observers are not counted. */
const installations = new WeakMap<object, Installed>()

/** What observers have found: that is no verdict for who stands behind them. */
const observed = new WeakSet<ApiError>()

/**
 * Makes an axios instance reject with an ApiError: for the statuses that `validateStatus` refuses, for errors that a body tells under
 * any status, and for requests without an answer. Successes, cancelled requests, and the user's own limits, mistakes and failed uploads
 * stay as they are. Installing again with the same providers in the same order, and the same `mode`, renews the options in place.
 *
 * Install before axios-retry and axios-auth-refresh, so that they see ApiErrors. The default condition of axios-retry then decides as
 * without ours, with one difference: `code` is the system's (`ENOTFOUND`) where the fetch adapter has only `ERR_NETWORK` or none.
 *
 * @param instance `axios`, or what `axios.create()` gives; ES module or CommonJS
 * @param providers one provider, which judges every URL, or a list, which is asked by host
 * @returns `eject`, which undoes it
 * @throws TypeError that names the option, when one is malformed, or when the instance has another installation
 * @example
 * installApiErrors(axios, [bilibili, baidu])
 * try {
 *   await axios.get('https://api.bilibili.com/x/web-interface/nav')
 * } catch (error) {
 *   if (isApiError(error) && error.category === 'auth') await signIn()
 * }
 */
export function installApiErrors(
  instance: AxiosLike,
  providers: Provider | readonly Provider[],
  options: InstallOptions = {},
): Installation {
  const interceptors = (instance as Partial<AxiosLike> | undefined)?.interceptors
  const isAxios = typeof interceptors?.response?.use === 'function' && typeof interceptors.request?.use === 'function'
  checkThat(isAxios, 'instance', 'an axios instance', typeof instance)
  const settings = settingsOf(providers, options)
  if (settings.mode === 'observe') return install(instance, settings)
  const known = installations.get(instance)
  if (known === undefined) {
    const installed = install(instance, settings)
    installations.set(instance, installed)
    return installed
  }
  const { ids, mode } = known.settings()
  if (ids !== settings.ids || mode !== settings.mode)
    throw new TypeError(
      `\`instance\` has unifault with ${ids} in mode '${mode}': call \`eject()\` of that before it takes ${settings.ids} in mode '${settings.mode}'`,
    )
  known.use(settings)
  return known
}

/** A call that has ended: with an answer, an error of axios, or both. */
interface Ended {
  readonly response: AxiosResponse<unknown> | undefined
  readonly error: AxiosError | undefined
  readonly config: Config
  readonly perCall: PerCallOptions
}

function install(instance: AxiosLike, first: Settings): Installed {
  let settings = first
  /** Whether answers arrive as axios made them is known from the first one on. */
  let isArrivalKnown = false
  let isUnwrappedTold = false
  /** What an observer has told of: plug-ins send requests through the instance again, and their outcome passes twice. */
  const told = new WeakSet<object>()

  /** Nothing of ours may take the place of the user's answer or error. */
  function attempt<T>(step: () => T): T | undefined {
    try {
      return step()
    } catch (error) {
      settings.report(error, 'axios')
      return undefined
    }
  }

  /** A malformed option is refused before anything is sent. */
  function noted(config: Config): Config {
    const perCall = perCallOf(config)
    noteRequest(config)
    const { recovery, provider, idempotencyHeader, report, mode } = settings
    if (recovery && perCall && mode !== 'observe')
      recovery.axios({
        config,
        instance,
        load,
        errorClass: () => axiosErrorClassFor(instance),
        judge: judgeAttempt,
        provider,
        idempotencyHeader,
        report,
      })
    return config
  }

  /** Called where axios asks whether `noted` is to run: if it ran, it would delay every call. */
  function note(config: Config): false {
    noted(config)
    return false
  }

  function fulfilled(response: AxiosResponse): unknown {
    return settled(response, undefined, fulfilled)
  }

  function rejected(error: AxiosError): unknown {
    if (typeof error !== 'object' || error === null) throw error // an interceptor's own, which may well be undefined
    return settled(undefined, error, rejected)
  }

  /** What a call ends in: the answer or the error as it came, unless it is judged to be ours. */
  function settled(answer: AxiosResponse | undefined, error: AxiosError | undefined, caller: Call['caller']): unknown {
    const ended = attempt(() => (error === undefined ? endedWell(answer as AxiosResponse) : endedBadly(error)))
    const response = ended?.response
    const verdict = (blob: unknown, above: Call['caller']): unknown => {
      const apiError = ended && attempt(() => judge(ended, blob, above))
      if (apiError === undefined) return asItCame(answer, error)
      if (settings.mode === 'replace') throw apiError
      if (settings.mode === 'observe') {
        for (const carrier of [response, error])
          if (carrier !== undefined) {
            told.add(carrier)
            observed.add(apiError)
            if (apiErrorOf(carrier) === undefined) attachApiError(carrier, apiError)
          }
        return asItCame(answer, error)
      }
      if (error === undefined)
        return axiosErrorFor(instance, apiError, response as AxiosResponse).then((made) => attached(made, apiError))
      return attached(error, apiError)
    }
    const blob = response && attempt(() => blobOf(response))
    const isRead =
      blob &&
      attempt(
        () => settings.classify.judges(urlOf(instance, response.request, response.config), ended?.perCall) === 'all',
      )
    if (!isRead) return verdict(undefined, caller)
    const read = readBlob(blob).then(function judged(body) {
      return verdict(body, judged)
    })
    return settings.mode === 'observe' && error === undefined && response.status < 400 ? response : read
  }

  /** Undefined when the answer is to stay: it was judged already, has lost its envelope, or the call switches us off. */
  function endedWell(answer: AxiosResponse): Ended | undefined {
    if (!isArrivalKnown || (answer as AxiosResponse | null)?.data === undefined) tellUnwrapped(answer)
    return isResponse(answer) && !told.has(answer) ? endedAs(answer.config, answer, undefined) : undefined
  }

  /** Undefined when the error is to stay: not of axios, cancelled by the user, judged already, or the call switches us off. */
  function endedBadly(error: AxiosError): Ended | undefined {
    const inner = apiErrorOf(error)
    if (inner !== undefined && (!observed.has(inner) || told.has(error))) return undefined
    // As `axios.isAxiosError`: the mark is the same for every copy of axios, its class and name are not.
    if (!error?.isAxiosError || error.code === 'ERR_CANCELED') return undefined
    const response = isResponse(error.response) ? error.response : undefined
    return endedAs(error.config ?? response?.config ?? {}, response, error)
  }

  function endedAs(config: Config, response: Ended['response'], error: Ended['error']): Ended | undefined {
    const perCall = perCallOf(config)
    return perCall && { response, error, config, perCall }
  }

  /** What one attempt of a recoverer came to, below the interceptors. Hooks are told of those that are repeated; the last comes to us. */
  function judgeAttempt(settled: Parameters<AxiosCall['judge']>[0], again?: Call['told']): ApiError | undefined {
    return attempt(() => {
      const response = 'response' in settled ? (settled.response as AxiosResponse) : undefined
      const ended = response
        ? endedAs(response.config, response, undefined)
        : endedBadly((settled as { error: AxiosError }).error)
      return ended && judge(ended, undefined, judgeAttempt, again ? { told: again } : { quiet: true })
    })
  }

  /** @param blob what a Blob holds; else the body is what axios made of the answer */
  function judge(
    { response, error, config, perCall }: Ended,
    blob: unknown,
    caller: Call['caller'],
    more?: Call,
  ): ApiError | undefined {
    const { classify, keep, mode } = settings
    // `silentJSONParsing: false` says that JSON is due, whatever the media type; the data is still the raw text.
    const isBadJson = error?.name === 'SyntaxError' && typeof response?.data === 'string'
    const body = blob ?? (isBadJson ? response.data : response && bodyOf(response))
    const origin = { headers: response?.headers, body }
    const call: Call = {
      ...perCall,
      origin: keep === 'all' ? { error, response, ...origin } : origin,
      accepted: error === undefined,
      told: attemptOf(config),
      prototype,
      caller,
      ...more,
    }
    const json = { 'content-type': 'application/json' }
    const headers: unknown = isBadJson ? Object.assign({}, response.headers, json) : response?.headers
    const answer = new AxiosAnswer(instance, config, response, headers, body)
    const failure = error && !isBadJson && !(response && response.status >= 400) ? failureOf(error) : undefined
    const apiError = failure ? classify.failure(failure, answer, call) : response && classify(answer, call)
    if (apiError !== undefined) {
      if (failure && mode === 'replace') mirrorStatus(error, apiError)
      if (keep === 'text') setOrigin(apiError, { ...origin, body: keptText(body, origin.headers) })
    }
    return apiError
  }

  /** Tells once when what arrives has surely lost its envelope: an interceptor or a transform before ours has unwrapped it. */
  function tellUnwrapped(answer: unknown): void {
    // Later on, what is no response may be one that was judged before: a plug-in sends requests through the instance again.
    const isUnwrapped = isResponse(answer)
      ? isEmptied(answer) && settings.classify.judges(urlOf(instance, answer.request, answer.config)) !== false
      : !isArrivalKnown
    isArrivalKnown = true
    if (!isUnwrapped || isUnwrappedTold) return
    isUnwrappedTold = true
    const error = new TypeError(
      'errors are missed in data that was unwrapped before: add what unwraps it after installApiErrors',
    )
    settings.report(error, 'an earlier interceptor or transformResponse')
  }

  const { request, response } = instance.interceptors
  const slots = [slotOf(request, noted, undefined, { runWhen: note }), slotOf(response, fulfilled, rejected)]
  const installed: Installed = {
    settings: () => settings,
    use(later) {
      settings = later
      for (const slot of slots) slot.use()
    },
    eject() {
      if (installations.get(instance) === installed) installations.delete(instance)
      for (const slot of slots) slot.eject()
    },
    [dispose]: () => installed.eject(),
  }
  installed.use(first)
  return installed
}

function asItCame(answer: AxiosResponse | undefined, error: AxiosError | undefined): unknown {
  if (error === undefined) return answer
  throw error
}

/** Rejects with axios' own error, which has ours behind it. */
function attached(error: Error, apiError: ApiError): never {
  if (error !== apiError) attachApiError(error, apiError)
  throw error
}
