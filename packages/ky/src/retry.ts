// What becomes of an attempt of ky that failed: which ApiError is behind it, whether it is repeated and when, and what the caller gets.
import { type ApiError, apiErrorOf, isApiError, originOf } from '@unifault/core'
import { attachApiError, type Recoverer, setOrigin } from '@unifault/core/adapter'
import { isAnswer, isCancelled, isOwnUpload, judgeAnswer, judgeFailure, settleStacks } from '@unifault/fetch/adapter'
import {
  type BeforeErrorHook,
  type HTTPError,
  isHTTPError,
  isNetworkError,
  isTimeoutError,
  type Options,
  type RetryOptions,
} from 'ky'
import { Attempt, type Call, type Fetch, isOff, tell } from './call.ts'

/** ky's defaults. */
const kyMethods = ['get', 'put', 'head', 'delete', 'options', 'trace', 'query']
const kyStatusCodes = [408, 413, 429, 500, 502, 503, 504]
const kyAfterStatusCodes = [413, 429, 503]
/** The headers in which ky reads a wait, in its order. */
const kyWaits = ['retry-after', 'ratelimit-reset', 'x-ratelimit-retry-after', 'x-ratelimit-reset', 'x-rate-limit-reset']

/**
 * ky's retry options, with ours put in. In `observe` nothing is decided, only told. In `attach` ky's own reading of waits stands where it
 * has one.
 */
export function composeRetry(call: Call): NonNullable<Options['retry']> {
  const { retry = {} } = call.options
  if (typeof retry !== 'number' && (typeof retry !== 'object' || retry === null || Array.isArray(retry))) return retry // ky refuses it
  const given: RetryOptions = typeof retry === 'number' ? { limit: retry } : retry
  if (given.limit === 0) return retry // nothing is asked then
  const { mode, maxWaitMs } = call.settings
  const { shouldRetry, maxRetryAfter = Infinity, backoffLimit = Infinity, jitter } = given
  const { statusCodes: repeated = kyStatusCodes, afterStatusCodes: timed = kyAfterStatusCodes } = given
  /** From the decision to the delay: ky asks for both in one go. */
  let wait: number | undefined

  /** Repeats after the server's wait, unless that is too long; without one, after ky's. */
  const after = (ms: number | undefined): boolean => {
    wait = ms
    return ms === undefined || Math.min(ms, maxRetryAfter) <= maxWaitMs
  }

  /** `undefined` leaves it to ky. */
  function decide(error: Error, found: ApiError | undefined, asked: boolean | undefined): boolean | undefined {
    if (found === undefined || mode === 'observe') return asked
    if (!isHTTPError(error) || error === call.bodyError) {
      if (isApiError(error) || error === call.bodyError) {
        const isAfter = after(found.retryAfterMs)
        return asked ?? (isRepeatable(found) && isAfter)
      }
      return asked ?? (mode !== 'attach' && found.retry === 'never' ? false : undefined) // such as a bad certificate
    }
    if (asked !== undefined) return asked
    const { status, headers } = error.response
    const { retry, retryAfterMs, matchedBy } = found
    if (!isRepeatable(found)) return isOwnRule(found, status) ? undefined : false
    if (!repeated.includes(status)) {
      const isTold = ['code', 'protocol', 'message'].includes(matchedBy.by)
      return retry === 'after-wait' && isTold ? after(retryAfterMs) : undefined
    }
    if (!timed.includes(status) || retryAfterMs === undefined) return undefined
    if (mode === 'attach' && kyWaits.some((name) => knowsWait(headers.get(name)))) return undefined
    return after(retryAfterMs)
  }

  /** What ky does where the decision is left to it. */
  function kyRepeats(error: Error): boolean {
    if (isTimeoutError(error)) return given.retryOnTimeout === true
    if (!isHTTPError(error)) return isNetworkError(error)
    const { status, headers } = error.response
    return (
      repeated.includes(status) &&
      (status !== 413 || (timed.includes(413) && kyWaits.some((name) => headers.has(name))))
    )
  }

  const ours: RetryOptions = {
    ...given,
    async shouldRetry(state) {
      wait = undefined
      const { error } = state
      const answer = await shouldRetry?.(state)
      const found = foundIn(call, error)
      const asked = typeof answer === 'boolean' ? answer : undefined // ky ignores all else
      const decided = decide(error, found, asked)
      tell(call, found, { willRetry: decided ?? kyRepeats(error) })
      return decided
    },
  }
  if (mode === 'observe') return ours
  // ky asks for the jitter last. Its own limit would cut the server's wait too: the user's is applied here.
  if (backoffLimit !== Infinity) ours.backoffLimit = Infinity
  ours.jitter = (planned) => {
    const server = wait
    wait = undefined
    return server === undefined ? Math.min(backoffLimit, jittered(planned, jitter)) : Math.min(server, maxRetryAfter)
  }
  if (call.perCall.idempotent === true) ours.methods = methodsWith(call.options.method, given.methods)
  return ours
}

/** A caller who says that repeating does no harm speaks for his method too. */
function methodsWith(method = 'get', methods: unknown = kyMethods): NonNullable<RetryOptions['methods']> {
  const all = methods as NonNullable<RetryOptions['methods']>
  return Array.isArray(all) ? [...all, method.toLowerCase()] : all // ky refuses what is no list
}

function isRepeatable({ retry }: ApiError): boolean {
  return retry === 'after-wait' || retry === 'if-idempotent' // ky's `methods` stand for idempotence
}

/** A status that the user added to ky's list is repeated as long as nothing but the status speaks against it. */
function isOwnRule({ matchedBy }: ApiError, status: number): boolean {
  return matchedBy.by === 'status' && !kyStatusCodes.includes(status)
}

/** Whether ky reads a wait in a header. */
function knowsWait(header: string | null): boolean {
  return (
    header !== null &&
    (/^\d+$/.test(header) || (/GMT$|^\w{3} \w{3} /.test(header) && !Number.isNaN(Date.parse(header))))
  )
}

function jittered(planned: number, jitter: RetryOptions['jitter']): number {
  if (jitter === true) return Math.random() * planned
  if (typeof jitter !== 'function') return planned
  const delay = jitter(planned)
  return Number.isFinite(delay) && delay >= 0 ? delay : planned
}

/** The ApiError behind an error of an attempt; undefined where there is none, it is passed, or it is the caller's own. */
function foundIn(call: Call, error: Error): ApiError | undefined {
  if (isApiError(error)) return error
  if (error === call.bodyError) return apiErrorOf(error)
  if (isHTTPError(error)) return verdictOf(call, error)
  if (call.failure?.of !== error) {
    const found = failureOf(call, error)
    if (found !== undefined) call.made = found
    call.failure = { of: error, error: found }
  }
  return call.failure.error
}

/** The ApiError of an answer that ky itself refused. */
function verdictOf(call: Call, error: HTTPError): ApiError | undefined {
  const { response, request, data } = error
  if (!isAnswer(response)) return undefined // another library's error of the same name, from a hook, or a redirect
  if (call.verdict?.response !== response) {
    // From a hook, or in mode parseJson: ky has read the body.
    const exam = new Attempt(call, request, undefined, verdictOf)
    exam.error = error
    const found = judgeAnswer(response, data, exam)
    call.made = found
    call.verdict = { response, error: found }
  }
  const { error: found } = call.verdict
  const { mode, body } = call.settings
  if (found !== undefined && (body.keep === 'all' || mode !== 'replace'))
    setOrigin(found, { ...originOf(found), error, response })
  return found
}

function failureOf(call: Call, error: Error): ApiError | undefined {
  const { options } = call
  const kind = kindOf(error, options.signal ?? undefined)
  if (kind === undefined || isOwnUpload(error, options.body)) return undefined
  const known = apiErrorOf(error) // of a wrapped client inside this one
  const { request } = error as NetworkErrorLike
  return known ?? judgeFailure({ kind, error }, new Attempt(call, request, undefined, failureOf))
}

interface NetworkErrorLike {
  readonly request?: Request
}

function kindOf(error: Error, signal: AbortSignal | undefined): 'timeout' | 'network' | undefined {
  // ky tells its errors by name, which the DOMException of an AbortSignal.timeout shares: that one is the user's.
  if (isTimeoutError(error)) return error instanceof DOMException ? undefined : 'timeout'
  return isNetworkError(error) && !isCancelled(error, signal) ? 'network' : undefined
}

/** By call: what its latest attempt under a recoverer ended in, until the next begins. */
const pending = new WeakMap<Call, unknown>()

/**
 * ky's fetch, run by a recoverer: waits, repetitions and the refresh happen inside, so that ky's hooks see one call. ky's own `retry` is
 * to be off.
 *
 * @param examine ky's fetch with the look at the answer: it throws for an error in a body; a failed status it gives back, with its
 *   ApiError attached
 */
export function recoveringFetch(recovery: Recoverer, call: Call, examine: Fetch): Fetch {
  const { options, settings } = call
  const { timeout = 10_000 } = options
  return (input, init) =>
    recovery.fetch({
      input,
      init,
      ...settings.bound,
      timeoutMs: timeout === false ? undefined : timeout,
      told: (failed, told) => told.willRetry && tell(call, apiErrorOf(failed), told),
      errorIn: apiErrorOf,
      async send(input, init) {
        pending.delete(call)
        try {
          const response = await examine(input, init)
          pending.set(call, response)
          return response
        } catch (error) {
          // ky's own error will tell the hooks of it.
          const found = apiErrorOf(error) === undefined ? networkFailure(call, error, input as Request) : undefined
          if (found !== undefined) attachApiError(error as object, found)
          pending.set(call, error)
          throw error
        }
      },
    })
}

/** What a recoverer needs to know of a request that got no answer: ky has no error of its own for it yet. */
function networkFailure(call: Call, error: unknown, request: Request): ApiError | undefined {
  const { options } = call
  if (isCancelled(error, options.signal ?? undefined) || isOwnUpload(error, options.body)) return undefined
  const found = judgeFailure({ kind: 'network', error }, new Attempt(call, request, undefined, networkFailure))
  if (found !== undefined) call.made = found
  return found
}

/** The `beforeError` hook of one call: ky's errors become ApiErrors, or get theirs attached. What is the user's own stays. */
export function finishOf(call: Call): BeforeErrorHook {
  return function finish({ error, options }) {
    if (isOff(call)) return error
    // What a call was waiting to recover from when ky's `timeout` ran out tells more than a TimeoutError.
    const found = (isTimeoutError(error) ? apiErrorOf(pending.get(call)) : undefined) ?? foundIn(call, error)
    if (found === undefined) return error
    tell(call, found, { willRetry: false })
    const { mode } = call.settings
    const isOurs = found === call.made
    if (error === call.bodyError) (error as HTTPError).options = options
    if (error !== found && (mode === 'attach' || mode === 'observe')) {
      attachApiError(error, found)
      return error
    }
    // From here the caller is near; where the error was made, ky's own frames had filled the stack.
    if (isOurs) {
      ;(Error as { captureStackTrace?: (error: object, above: unknown) => void }).captureStackTrace?.(found, finish)
      settleStacks(found)
    }
    return found
  }
}
