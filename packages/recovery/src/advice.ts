import { apiErrorOf } from '@unifault/core'

/** What bounds the advice. */
export interface Limits {
  /** How often a request is sent at most, the first time included. Default 4. */
  readonly attempts?: number | undefined
  /** The first back-off after a transient fault, in milliseconds. Default 50. */
  readonly baseMs?: number | undefined
  /** The first back-off after throttling without a known wait, in milliseconds. Default 1,000. */
  readonly throttledBaseMs?: number | undefined
  /** The longest back-off, in milliseconds. Default 20,000. */
  readonly mostMs?: number | undefined
  /** The longest wait told by a server that is sat out, in milliseconds. Default 60,000. */
  readonly maxWaitMs?: number | undefined
}

/**
 * Why a request is repeated: `wait` (the server said how long), `throttled` and `transient` (a back-off); or why not: the error's own
 * `retry` (`never`, `poll`, `after-recovery`), `not-idempotent`, `delivered` (content has reached the user already), `attempts` (used up),
 * `too-long` (a wait), `exhausted` (a recoverer or ky has repeated it already), `not-an-api-error`.
 */
export type Because =
  | 'wait'
  | 'throttled'
  | 'transient'
  | 'never'
  | 'poll'
  | 'after-recovery'
  | 'not-idempotent'
  | 'delivered'
  | 'attempts'
  | 'too-long'
  | 'exhausted'
  | 'not-an-api-error'

/** Whether to send a request again, when, and why. */
export interface Advice<B extends string = Because> {
  /** Whether to send the request again. */
  readonly repeat: boolean
  /** How long to wait before, in milliseconds; 0 when it is not to be repeated. */
  readonly delayMs: number
  /** Why, in one word. */
  readonly because: B
}

/** On an error that was repeated as often as it may be. Registered, since ky's adapter marks errors without this package. */
const exhausted: unique symbol = Symbol.for('unifault.exhausted')

/** Drawn once per error: who asks twice gets one answer, and no two clients march in step. */
const seeds = new WeakMap<object, number>()

/**
 * Whether a failed request should be sent again, and when.
 * A wait that the server told is never cut short; else the delay is an exponential back-off with full jitter, longer after throttling.
 *
 * @param error whatever was thrown; an error that no ApiError stands behind is not repeated
 * @param attempt how often the request has failed: 1 after the first time
 * @returns the advice; it never throws
 * @example
 * const { repeat, delayMs } = retryAdvice(error, attempt)
 * if (!repeat) throw error
 * await new Promise((resolve) => setTimeout(resolve, delayMs))
 */
export function retryAdvice(error: unknown, attempt: number, limits: Limits = {}): Advice {
  const { attempts = 4, baseMs = 50, throttledBaseMs = 1000, mostMs = 20_000, maxWaitMs = 60_000 } = limits
  const found = apiErrorOf(error)
  const no = (because: Because): Advice => ({ repeat: false, delayMs: 0, because })
  if (found === undefined) return no('not-an-api-error')
  const { retry, isRetryable, category, retryAfterMs: wait } = found
  if (retry !== 'after-wait' && retry !== 'if-idempotent') return no(retry)
  if (!isRetryable) return no('not-idempotent')
  if (found.delivered) return no('delivered')
  if (exhausted in found) return no('exhausted')
  if (!(attempt < attempts)) return no('attempts')
  let seed = seeds.get(found)
  if (seed === undefined) seeds.set(found, (seed = Math.random()))
  const doublings = 2 ** Math.max(0, attempt - 1)
  const isThrottled = category === 'rate-limit'
  if (wait !== undefined && wait >= 0) {
    if (wait > maxWaitMs) return no('too-long')
    // The spread stays within a twentieth; a server that always says 0 is backed off from, too.
    const delayMs = Math.max(wait * (1 + seed / 25), seed * Math.min(1000, baseMs * doublings))
    return { repeat: true, delayMs, because: 'wait' }
  }
  const delayMs = seed * Math.min(mostMs, (isThrottled ? throttledBaseMs : baseMs) * doublings)
  return { repeat: true, delayMs, because: isThrottled ? 'throttled' : 'transient' }
}

/** Says of an error that repeating it is done with, so that a layer above does not begin anew. */
export function markExhausted(error: object): void {
  // One that is frozen stays as it is.
  Reflect.defineProperty(error, exhausted, { value: true, configurable: true })
}
