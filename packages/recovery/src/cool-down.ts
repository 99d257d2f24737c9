import type { ApiError } from '@unifault/core'
import { checkOptions, type Kinds, type Outgoing } from '@unifault/core/adapter'
import { BoundedMap } from './bounded.ts'
import { positive } from './check.ts'
import { hash } from './hash.ts'
import { heldError } from './held-error.ts'
import { memory } from './memory.ts'
import type { CoolDownEvent, Part, Trip } from './part.ts'
import { now, pause, within } from './pause.ts'

/** Where cool-downs are kept: `memory()`, `tabs()` for all tabs of a page, or that of `@unifault/redis` for a fleet. Durations, no clocks. */
export interface CoolDownStore {
  /** How long the cool-down of a key still lasts, in milliseconds; undefined when there is none. At once: from a local mirror. */
  until(key: string): number | undefined
  /** Begins a cool-down of so many milliseconds, or lengthens the one there is; it never shortens one. It never throws. */
  hold(key: string, ms: number): void
}

/** How a recoverer cools down. */
export interface CoolDownOptions {
  /** Default: this recoverer's own memory. */
  readonly store?: CoolDownStore | undefined
  /** Rejects calls during a cool-down at once, with an ApiError `throttled`, instead of holding them. */
  readonly failFast?: boolean | undefined
  /**
   * The longest cool-down that calls are held for, in milliseconds; during a longer one they fail fast. So long they also wait for the
   * call that goes first. Default 60,000.
   */
  readonly maxWaitMs?: number | undefined
  /** Divides a provider further, such as by model or shop: what it returns is part of the key. */
  readonly scope?: ((request: Outgoing) => string) | undefined
  /** Which errors with a known wait begin a cool-down. Default: those of `rate-limit`, and `unavailable`. */
  readonly when?: ((error: ApiError) => boolean) | undefined
  /**
   * Whether one begins also where nobody says how long: after one throttled answer, or when a call fails that was sent after another had
   * failed (`unavailable`, `timeout`, `network`), with no success between. It lasts about a second, then three, up to 10; the store is not
   * told, since the fault may be this machine's. Default true.
   */
  readonly guess?: boolean | undefined
}

/** The part of a recoverer that cools down. */
export interface CoolDown extends Part {}

/** Where calls have failed since the last success. After a cool-down calls go in rounds: one, then two, then four. */
interface Gate {
  /** How many calls go in this round; 0 when there was no cool-down. */
  round: number
  /** How many of them have not gone yet, and how many are under way. */
  left: number
  flying: number
  /** Resolved by `wake`, when a round is over. */
  back?: Promise<void>
  wake?: (() => void) | undefined
  /** Whether the provider was down; else it was crowded. */
  isDown: boolean
  /** Of a guessed cool-down the end, and how often in a row calls have failed, and when last, in milliseconds of `now()`. */
  until: number
  failures: number
  failedAt: number
}

const kinds: Kinds = {
  store: 'object',
  failFast: 'boolean',
  maxWaitMs: positive,
  scope: 'function',
  when: 'function',
  guess: 'boolean',
}

/** What a request carries its credential in, when the part `refresh` does not put it there. */
const credentialHeaders = ['authorization', 'x-api-key', 'api-key']

/**
 * When a provider says wait, later calls with the same credential hold until then, also those that have not failed yet.
 * At the end one call goes first; the others follow when it has succeeded, first two, then four.
 *
 * @throws TypeError that names the option, when one is malformed
 * @example
 * createRecovery({ repeat: repeat(), coolDown: coolDown({ store: tabs() }) })
 */
export function coolDown(options: CoolDownOptions = {}): CoolDown {
  checkOptions(options, kinds)
  const { store = memory(), failFast, scope, when = isCrowded, guess = true, maxWaitMs = 60_000 } = options
  const gates = new BoundedMap<Gate>()

  function keyOf({ outgoing, place, credentialText: text = '' }: Trip): string {
    if (outgoing && !text) for (const name of credentialHeaders) text += outgoing.headers.get(name) ?? ''
    return `${place}/${(outgoing && scope?.(outgoing)) ?? ''}#${text && hash(text)}`
  }

  function tell({ key, tell }: Trip, outcome: CoolDownEvent['outcome'], ms: number): void {
    tell('onCoolDown', { outcome, key, ms })
  }

  function refused(trip: Trip, gate: Gate, ms: number): ApiError {
    tell(trip, 'refused', ms)
    return heldError(trip, ms, gate.isDown)
  }

  /** One call goes next, when those under way are back. */
  function close(key: string, gate: Gate): void {
    gate.left = gate.flying ? 0 : 1
    gate.round = gate.left || 0.5
    gates.set(key, gate)
  }

  /** Those under way may hang, or take their time: the next round goes without them, unless they are back. */
  function overtake(key: string, gate: Gate): void {
    if (!gate.wake) return
    const round = gate.round * 2
    gates.set(key, { ...gate, round, left: round, flying: 0, wake: undefined })
    gate.wake()
    gate.wake = undefined
  }

  /** What the store says; one that throws holds nobody. */
  function untilOf({ key, defect }: Trip): number {
    try {
      return store.until(key) ?? 0
    } catch (error) {
      defect(error, 'store')
      return 0
    }
  }

  /** What an outcome means for those who come later. */
  function note(trip: Trip, outcome: 'success' | ApiError | undefined): void {
    const { key } = trip
    const gate = gates.get(key) ?? newGate()
    if (typeof outcome === 'object') {
      const isDown = outcome.category !== 'rate-limit'
      const told = outcome.retryAfterMs ?? 0
      let ms = 0
      if (told > 0) {
        if (when(outcome)) store.hold(key, (ms = told))
      } else if (guess && isUnwell(outcome) && trip.sentAt >= gate.failedAt) {
        gates.set(key, gate)
        gate.failedAt = now()
        const times = gate.failures++ - (isDown ? 1 : 0)
        if (times >= 0) ms = Math.min(10_000, 1000 * 3 ** times) * (0.75 + Math.random() / 2)
        gate.until = now() + ms
      }
      if (ms) {
        gate.isDown = isDown
        close(key, gate)
        tell(trip, 'held', ms)
      }
    } else if (outcome && gates.has(key) && !untilOf(trip)) {
      if (gate.round === 1) tell(trip, 'opened', 0)
      gate.until = gate.failures = 0
      // Nobody waits: no rounds are needed.
      if (!gate.wake) gates.delete(key)
    }
  }

  /** By call: the gate that it has passed. */
  const passed = new WeakMap<Trip, Gate>()

  return {
    before(trip) {
      const { deadline, signal } = trip
      const key = (trip.key = keyOf(trip))
      const gate = gates.get(key) ?? newGate()
      const ms = Math.max(untilOf(trip), gate.until - now())
      if (ms > 0) {
        if (!gate.round) close(key, gate)
        if (failFast || ms > maxWaitMs || now() + ms > deadline) throw refused(trip, gate, ms)
        tell(trip, 'waiting', ms)
        return pause(ms * (1 + Math.random() / 25), signal).then(() => true)
      }
      if (!gate.round) return false
      if (gate.left) {
        gate.left--
        gate.flying++
        passed.set(trip, gate)
        return false
      }
      if (failFast || now() >= deadline) throw refused(trip, gate, 1000)
      if (!gate.wake) gate.back = new Promise<void>((resolve) => (gate.wake = resolve))
      const { back } = gate
      const isBounded = deadline - now() > maxWaitMs
      return within(back as Promise<void>, Math.min(deadline - now(), maxWaitMs), signal).then(() => {
        if (isBounded && gate.back === back) overtake(key, gate)
        return true
      })
    },
    sent(trip, outcome) {
      try {
        note(trip, outcome)
      } finally {
        // Whatever the user's own functions throw: those who wait must go on.
        const own = passed.get(trip)
        passed.delete(trip)
        if (own && !--own.flying) {
          own.left = own.round *= 2
          own.wake?.()
          own.wake = undefined
        }
      }
    },
  }
}

const newGate = (): Gate => ({ round: 0, left: 0, flying: 0, isDown: false, until: 0, failures: 0, failedAt: 0 })

/** Whether an error without a wait says that the provider, or the way to it, cannot be used now. */
function isUnwell({ category, reason, retry }: ApiError): boolean {
  return category === 'rate-limit' ? retry === 'after-wait' : /^(?:unavailable|timeout|network)$/.test(reason)
}

function isCrowded({ category, reason }: ApiError): boolean {
  return category === 'rate-limit' || reason === 'unavailable'
}
