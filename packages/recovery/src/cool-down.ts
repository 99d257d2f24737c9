import type { ApiError } from '@unifault/core'
import type { Outgoing } from '@unifault/core/adapter'
import { BoundedMap } from './bounded.ts'
import { check } from './check.ts'
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
  /** The longest cool-down that calls are held for, in milliseconds; during a longer one they fail fast. Default 60,000. */
  readonly maxWaitMs?: number | undefined
  /** Divides a provider further, such as by model or shop: what it returns is part of the key. */
  readonly scope?: ((request: Outgoing) => string) | undefined
  /** Which errors with a known wait begin a cool-down. Default: those of `rate-limit`, and `unavailable`. */
  readonly when?: ((error: ApiError) => boolean) | undefined
}

/** The part of a recoverer that cools down. */
export interface CoolDown extends Part {}

/** An end of a cool-down: one call goes first. */
interface Gate {
  probe?: Trip | undefined
  /** Resolved by `end`, when it is back. */
  over?: Promise<void>
  end?: () => void
  /** How long the cool-down was, in milliseconds. */
  lasted: number
}

/** What a request carries its credential in, when the part `refresh` does not put it there. */
const credentialHeaders = ['authorization', 'x-api-key', 'api-key', 'private-token', 'x-access-token']

/**
 * When a provider says wait, later calls with the same credential hold until then, also those that have not failed yet.
 * At the end one call goes first; the others follow, spread out, when it has succeeded.
 *
 * @throws TypeError that names the option, when one is malformed
 * @example
 * createRecovery({ repeat: repeat(), coolDown: coolDown({ store: tabs() }) })
 */
export function coolDown(options: CoolDownOptions = {}): CoolDown {
  check(options)
  const { store = memory(), failFast, scope, when = isCrowded, maxWaitMs = 60_000 } = options
  const gates = new BoundedMap<Gate>()

  function keyOf({ outgoing, place, credentialText: text }: Trip): string {
    if (outgoing && !text) for (const name of credentialHeaders) text += outgoing.headers.get(name) ?? ''
    return `${place}/${(outgoing && scope?.(outgoing)) ?? ''}#${text && hash(text)}`
  }

  const tell = ({ key, tell }: Trip, outcome: CoolDownEvent['outcome'], ms: number): void =>
    tell('onCoolDown', { outcome, key, ms })

  return {
    async before(trip) {
      const { deadline, signal } = trip
      const key = (trip.key = keyOf(trip))
      const ms = store.until(key) ?? 0
      const gate = gates.get(key)
      if (ms > 0) {
        if (!gate) gates.set(key, { lasted: ms })
        if (failFast || ms > maxWaitMs || now() + ms > deadline) {
          tell(trip, 'refused', ms)
          throw heldError(trip, ms)
        }
        tell(trip, 'waiting', ms)
        await pause(ms * (1 + Math.random() / 25), signal)
        return true
      }
      if (!gate) return false
      if (!gate.probe) {
        let end = (): void => undefined
        gate.over = new Promise<void>((resolve) => (end = resolve))
        gate.probe = trip
        gate.end = end
        return false
      }
      await within(gate.over as Promise<void>, deadline - now(), signal)
      // Open: the others come spread out.
      if (!gates.has(key)) await pause((Math.random() * Math.min(10_000, gate.lasted)) / 10, signal)
      return true
    },
    sent(trip, outcome) {
      const { key } = trip
      const gate = gates.get(key)
      if (typeof outcome === 'object' && when(outcome)) {
        const { retryAfterMs: ms = 0 } = outcome
        if (ms > 0) {
          store.hold(key, ms)
          gates.set(key, Object.assign(gate ?? {}, { lasted: ms }))
          tell(trip, 'held', ms)
        }
      } else if (gate && outcome === 'success' && !store.until(key)) {
        gates.delete(key)
        tell(trip, 'opened', 0)
      }
      if (gate?.probe === trip) {
        gate.probe = undefined
        gate.end?.()
      }
    },
  }
}

function isCrowded({ category, reason }: ApiError): boolean {
  return category === 'rate-limit' || reason === 'unavailable'
}
