// A ky instance whose failures are ApiErrors.
import type { ApiError, ClassifierOptions, PerCall, Provider } from '@unifault/core'
import {
  checkClassifierOptions,
  checkThat,
  createJudging,
  own,
  ownOptions,
  readPerCall,
  type Recoverer,
} from '@unifault/core/adapter'
import {
  answeringUrl,
  type BodyOptions,
  bodyOptionKinds,
  idsOf,
  judgeAnswer,
  type Layer,
  renews,
  settleStacks,
  urlOf,
} from '@unifault/fetch/adapter'
import type { BeforeErrorHook, KyInstance, Options } from 'ky'
import { acceptsStatus, Attempt, attemptOf, type Call, isOff, type Mode, type Settings, tell } from './call.ts'
import { composeRetry, finishOf, recoveringFetch } from './retry.ts'

const modes: readonly Mode[] = ['replace', 'attach', 'observe', 'parseJson']

/** What `wrapKy` takes. */
export interface WrapKyOptions extends ClassifierOptions, BodyOptions {
  /**
   * `'replace'` (the default): every failure is an ApiError, and errors in bodies go through ky's own retry.
   * `'attach'`: ky's classes stay, `apiErrorOf(error)` gives the ApiError; an error in a 200 body is a ky HTTPError.
   * `'observe'`: nothing changes; hooks are told, `apiErrorOf` answers for ky's errors and Responses, `observed(response)` waits.
   * `'parseJson'`: like `'replace'`, but bodies are judged only while `.json()` parses them. It costs nothing and sees bodies of any size,
   * yet an error in a 2xx body is neither repeated nor told to `beforeError`, and `.text()` and the bare response go by the status.
   */
  readonly mode?: Mode | undefined
  /** A server that asks for a longer wait than this, in ms, is not waited for: the error comes at once. Default 60,000. */
  readonly maxWaitMs?: number | undefined
  /** What repeats, refreshes and cools down, from `createRecovery`. It alone repeats: ky's own `retry` is off. */
  readonly recovery?: Recoverer | undefined
}

/** On our init hooks: the layer that they are. Registered, so that two copies of this package know each other's. */
const mark = Symbol.for('unifault.ky')

/**
 * A ky instance whose failures are ApiErrors: 4xx and 5xx, errors that a body tells under any status, network failures and time-outs.
 * It is `ky.extend()` with an `init` and a `beforeError` hook; the given instance stays as it was. Wrapping a wrapped instance with the
 * same providers and mode renews its options in place.
 *
 * - ky's `retry` rules errors in bodies too: its `limit`, `methods` and `shouldRetry` hold. A wait that the server asks for is cut by
 *   `maxRetryAfter` only, and none above `maxWaitMs` is begun. What `error.retry` forbids, such as a sign-in or an unpaid bill under
 *   status 500, is not repeated; a code or message that asks for a wait is, under any status.
 * - What ky resolves with is the Response that came. Below 400 the beginning of texty bodies of judged hosts is looked at on a clone, at
 *   most 64 KiB and 100 ms, or one second for what promises to be small, and never longer than half of what is left of `timeout`. An
 *   error that comes later is told by the Response's own methods and by `.json()`; it is not repeated, and no `beforeError` hook sees it.
 * - `throwHttpErrors: false`: nothing of ours is thrown. Its function form rules what only the status tells.
 * - `onError` is told once for each attempt that failed, with `{ attempt, willRetry }`.
 * - `beforeError` hooks of the given instance see ky's HTTPError, those added later see the ApiError. An error in a body is an ApiError
 *   to all hooks, and no `afterResponse` hook runs for it. `apiErrorOf(error)` answers in all of them.
 * - Aborts, time-outs by a signal of the caller's own, and failures of what he uploads stay the caller's own errors.
 * - `.extend()` keeps all this, ky's `.create()` starts anew: wrap its result. What a `beforeRequest` hook answers is judged by status only.
 * - A wait for which `totalTimeout` leaves no time ends as a time-out.
 * - With any `init` hook ky hands a shallow copy of `json` to `stringifyJson`.
 *
 * @param providers one provider, which judges every URL, or a list, which is asked by host
 * @throws TypeError that names the option, when one is malformed, or both providers, when the instance is wrapped for others already
 * @example
 * const api = wrapKy(ky, [bilibili, tencent])
 * try {
 *   await api.get('https://api.bilibili.com/x/web-interface/nav').json()
 * } catch (error) {
 *   if (isApiError(error) && error.category === 'auth') signIn()
 * }
 */
export function wrapKy(
  ky: KyInstance,
  providers: Provider | readonly Provider[],
  given: WrapKyOptions = {},
): KyInstance {
  checkThat(typeof ky === 'function' && typeof ky.extend === 'function', 'ky', 'a ky instance', ky)
  let settings = settingsOf(providers, given)
  const { mode } = settings
  const layer: Layer = { ids: idsOf(providers), mode, renew: (next) => void (settings = next as Settings) }
  // Holds the place among the hooks where each call puts its own.
  const place: BeforeErrorHook = ({ error }) => error
  const init = Object.defineProperty((of: Options): void => prepare(settings, of, place), mark, { value: layer })
  let isRenewed = false
  const wrapped = ky.extend(({ hooks }) => {
    const layers = (hooks?.init ?? []).flatMap((hook) => (hook as { [mark]?: Layer })[mark] ?? [])
    isRenewed = renews(layers, 'ky', layer, settings)
    return isRenewed ? {} : { hooks: { init: [init], beforeError: [place] } }
  })
  return isRenewed ? ky : wrapped
}

function settingsOf(providers: Provider | readonly Provider[], given: WrapKyOptions): Settings {
  checkClassifierOptions(given, { ...bodyOptionKinds, mode: modes, maxWaitMs: 'number' })
  const {
    mode = 'replace',
    maxWaitMs = 60_000,
    onError,
    lateErrors,
    streams,
    bodies,
    keep,
    recovery,
    ...others
  } = ownOptions(given)
  checkThat(maxWaitMs >= 0, 'maxWaitMs', 'a number of milliseconds from 0 on', maxWaitMs)
  // `onError` is told here, since only ky's retry knows what becomes of an attempt.
  const { classify, report } = createJudging(providers, others)
  const { onUnjudged } = others
  return {
    classify,
    mode,
    maxWaitMs,
    recovery,
    bound: 'id' in providers ? { provider: providers.id, idempotencyHeader: providers.idempotencyHeader } : undefined,
    onError,
    report,
    hasOnUnjudged: onUnjudged !== undefined,
    body: { lateErrors, streams, bodies, keep },
    nearMisses: new Set(),
  }
}

/**
 * Makes one call ours, in its init hook.
 *
 * @param place the hook that our own `beforeError` replaces
 * @throws TypeError when `context.apiErrors` is malformed
 */
function prepare(settings: Settings, options: Options, place: BeforeErrorHook): void {
  const { mode } = settings
  const { context } = options
  if (context !== undefined) tellNearMisses(settings, context)
  const perCall = readPerCall(own(context, 'apiErrors'), 'context.apiErrors')
  if (perCall === undefined || (options.throwHttpErrors === false && mode !== 'observe')) return
  const { parseJson } = options
  const call: Call = { settings, perCall, options, parseJson, start: performance.now(), attempts: 0 }
  options.fetch = attemptOf(call)
  if (mode === 'parseJson') options.parseJson = parseJsonOf(call)
  options.retry = composeRetry(call)
  const { recovery } = settings
  if (recovery && mode !== 'observe') {
    options.retry = 0
    options.fetch = recoveringFetch(recovery, call, options.fetch)
  }
  // The hooks are this call's own copy.
  const hooks = ((options.hooks ??= {}).beforeError ??= [])
  const index = hooks.indexOf(place)
  hooks[index < 0 ? hooks.length : index] = finishOf(call) // a child instance may have cleared them
}

/** ky's parser, which throws when the body tells an error. For a failed status ky throws by itself and only wants the data. */
function parseJsonOf(call: Call): NonNullable<Options['parseJson']> {
  const { parseJson: given, options, settings, perCall } = call
  /** A hook may parse what the caller parses again: it is one answer, and told once. */
  let last: { readonly text: string; readonly attempt: number; readonly error: ApiError } | undefined
  return function parseJson(text, context) {
    const { response, request } = context
    // A parser of the user's own may give the members other names: then the text is judged.
    const value: unknown = given === undefined ? parsed(text) : undefined
    const asked = urlOf(request)
    if (!isOff(call) && settings.classify.judges(answeringUrl(response, asked), perCall) !== false) {
      const accepted = acceptsStatus(options, response)
      const isSame = last !== undefined && last.attempt === call.attempts && last.text === text
      const error = isSame
        ? last?.error
        : judgeAnswer(response, value ?? text, new Attempt(call, request, undefined, parseJson, accepted, asked))
      if (error !== undefined) last = { text, attempt: call.attempts, error }
      call.made = error
      if (!response.ok && !accepted) call.verdict = { response, error }
      else if (error !== undefined) {
        tell(call, error, { willRetry: false })
        settleStacks(error)
        throw error
      }
    }
    if (given !== undefined) return given(text, context)
    return value === undefined ? JSON.parse(text) : value
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the text is judged first; then the parser throws once more, as it does without us
  }
}

/** ky's `context` has no closer type: a misspelt name would be silently without effect. */
function tellNearMisses({ report, nearMisses }: Settings, context: object): void {
  for (const name of Object.keys(context))
    if (name !== 'apiErrors' && /^_?api_?-?errors?_?$/i.test(name) && !nearMisses.has(name)) {
      nearMisses.add(name)
      report(
        new TypeError(`\`context.${name}\` has no effect; \`context.apiErrors\` is the option of a call`),
        'context',
      )
    }
}

/**
 * What one call says of us, as ky takes it. `false` switches us off; `pass`, `provider`, `idempotent` and `fallback` stand instead of the
 * instance's own.
 *
 * @example
 * await api.get('qrcode/poll', perCall({ pass: ['authorization-pending'] }))
 * await api.get('health', { ...perCall(false), timeout: 500 })
 */
export function perCall(options: PerCall): { context: { apiErrors: PerCall } } {
  return { context: { apiErrors: options } }
}
