import type { ApiError } from '@unifault/core'
import { checkKind, checkOptions, type Kinds, type Outgoing } from '@unifault/core/adapter'
import { type Limits, retryAdvice } from './advice.ts'
import { createBudget } from './budget.ts'
import { positive } from './check.ts'
import type { Part, RecoveryBecause, Trip } from './part.ts'
import { now, pause } from './pause.ts'

/** How a recoverer repeats. */
export interface RepeatOptions extends Limits {
  /** How long all attempts of a call and the waits between them may take, in milliseconds: no wait ends after it. Default: no limit. */
  readonly deadlineMs?: number | undefined
  /**
   * Bounds the repetitions against a provider that fails throughout: how much the bucket of each provider or host holds. A repetition
   * takes 14, a throttled one 5; a success gives back what its repetition took, or 1. Default 500; Infinity for no bounds.
   */
  readonly budget?: number | undefined
  /**
   * The header for an idempotency key of POST and PATCH, made once per call: only where the provider honours one.
   * Default: what the provider's definition names, when the client has one provider.
   */
  readonly idempotencyHeader?: string | ((request: Outgoing) => string | undefined) | undefined
}

/** The part of a recoverer that repeats. */
export interface Repeat extends Part {
  /** How long a call may take in all, in milliseconds. */
  readonly deadlineMs: number
}

const kinds: Kinds = {
  attempts: positive,
  baseMs: positive,
  throttledBaseMs: positive,
  mostMs: positive,
  maxWaitMs: positive,
  deadlineMs: positive,
  budget: positive,
  idempotencyHeader: (value, name) => checkKind(typeof value === 'function' ? 'function' : 'string', value, name),
}

/**
 * Repeats what may be repeated, by `retryAdvice`.
 *
 * @throws TypeError that names the option, when one is malformed
 * @example
 * createRecovery({ repeat: repeat({ attempts: 4, deadlineMs: 30_000 }) })
 */
export function repeat(options: RepeatOptions = {}): Repeat {
  checkOptions(options, kinds)
  const { deadlineMs = Infinity, idempotencyHeader } = options
  const budget = createBudget(options.budget ?? 500)

  function refusal(trip: Trip, error: ApiError, delayMs: number): RecoveryBecause | undefined {
    if (!trip.call.canRepeat()) return 'body'
    if (now() + delayMs > trip.deadline) return 'deadline'
    const cost = budget.take(trip.place, error.category === 'rate-limit')
    if (cost === undefined) return 'budget'
    trip.cost = cost
    return undefined
  }

  return {
    deadlineMs,
    before(trip) {
      const { call, outgoing } = trip
      if (!outgoing || !/^(?:post|patch)$/i.test(outgoing.method)) return
      const named = typeof idempotencyHeader === 'function' ? idempotencyHeader(outgoing) : idempotencyHeader
      const header = named ?? call.idempotencyHeader
      if (header && outgoing.headers.get(header) === undefined) outgoing.headers.set(header, trip.idempotencyKey)
    },
    sent(trip, outcome) {
      if (outcome === 'success') budget.give(trip.place, trip.cost)
    },
    async after(trip, error) {
      const advice = retryAdvice(error, trip.repeats + 1, options)
      trip.because ??= advice.repeat ? refusal(trip, error, advice.delayMs) : advice.because
      if (trip.because) return false
      trip.repeats++
      trip.report(error, advice)
      await pause(advice.delayMs, trip.signal)
      return true
    },
  }
}
