import { type ApiError, apiErrorOf } from '@unifault/core'
import {
  checkOptions,
  type Fields,
  type Handover,
  type Kinds,
  type Outgoing,
  type Recoverer,
  settle,
} from '@unifault/core/adapter'
import { markExhausted } from './advice.ts'
import { recoverAxios } from './axios.ts'
import type { CoolDown } from './cool-down.ts'
import type { Attempt, Part, RecoveryHooks, Tell, Trip } from './part.ts'
import { recoverFetch } from './fetch.ts'
import { now } from './pause.ts'
import type { Refresh } from './refresh.ts'
import type { Repeat } from './repeat.ts'
import type { Signing } from './signing.ts'

/** The parts of a recoverer. What is not given does not happen, and is not bundled. */
export interface RecoveryOptions<C = unknown> extends RecoveryHooks {
  /** Repeats after waits and back-offs: `repeat()`. */
  readonly repeat?: Repeat | undefined
  /** Applies a credential and refreshes it once for all: `refresh({ … })`. */
  readonly refresh?: Refresh<C> | undefined
  /** Holds calls while a provider says wait: `coolDown()`. */
  readonly coolDown?: CoolDown | undefined
  /** Signs each sending, and once more after a clock skew: `signing(…)`. */
  readonly signing?: Signing | undefined
}

/** What holds for one call. */
export interface RunOptions {
  /** Ends the call at every step. */
  readonly signal?: AbortSignal | undefined
  /** Whose budget and cool-down it is: a provider's id or a host. Default: all calls of this recoverer share one. */
  readonly place?: string | undefined
}

/** A recoverer: a function for calls of any kind, and what the adapters' option `recovery` takes. */
export interface Recovery<C = unknown> extends Recoverer {
  <T>(send: (attempt: Attempt<C>) => Promise<T>, options?: RunOptions): Promise<T>
}

const kinds: Kinds = {
  repeat: 'object',
  refresh: 'object',
  coolDown: 'object',
  signing: 'object',
  onRetry: 'function',
  onRefresh: 'function',
  onCoolDown: 'function',
  onDefect: 'function',
}

/**
 * Makes a recoverer: it waits, repeats, refreshes a token once for all, and cools down, by what an ApiError says may be done.
 * One for a client. It keeps budgets, cool-downs and the refresh under way; in workers that serve requests make one per request.
 *
 * @example
 * const recovery = createRecovery({ repeat: repeat(), coolDown: coolDown() })
 * const api = wrapKy(ky, bilibili, { recovery })
 * const answer = await recovery(() => sdk.responses.create(request), { place: 'openai' })
 */
export function createRecovery<C = unknown>(options: RecoveryOptions<C> = {}): Recovery<C> {
  checkOptions(options, kinds)
  const { repeat, refresh, coolDown, signing, onDefect } = options
  const given = [refresh, coolDown, repeat, signing].filter((part): part is Part => part !== undefined)
  const defect = (error: unknown, at: string): void => {
    try {
      if (onDefect) settle(onDefect(error, at), () => undefined)
      else console.warn(`unifault recovery, ${at}:`, error)
    } catch {
      // A reporter that throws has nobody to report to.
    }
  }
  const tell: Tell = (hook, event) => {
    try {
      settle(options[hook]?.(event as never), (error) => defect(error, hook))
    } catch (error) {
      defect(error, hook)
    }
  }
  try {
    // Only where a worker starts no timer may be set.
    clearTimeout(setTimeout(() => undefined, 0))
  } catch {
    defect(new Error('Make one recoverer per request, in the handler'), 'worker')
  }

  async function travel<T>(call: Omit<Handover<T>, 'send'>, send: (trip: Trip) => Promise<T>): Promise<T> {
    const startedAt = now()
    let failed: unknown
    let idempotencyKey: string | undefined
    const trip: Trip = {
      call,
      signal: call.signal,
      sentAt: startedAt,
      deadline: startedAt + Math.min(call.timeoutMs ?? Infinity, repeat?.deadlineMs ?? Infinity),
      number: 1,
      repeats: 0,
      cost: 1,
      place: call.provider ?? '',
      scope: '',
      key: '',
      credential: undefined,
      get idempotencyKey() {
        return (idempotencyKey ??= randomKey())
      },
      offsetMs: 0,
      done: [],
      tell,
      defect,
      report(error, advice) {
        const resendCount = trip.number - (advice.repeat ? 0 : 1)
        tell('onRetry', { ...advice, error, place: trip.place, resendCount })
        call.told?.(failed, { attempt: trip.number, willRetry: advice.repeat })
      },
    }
    const sent = (outcome: 'success' | ApiError | undefined): void => {
      for (const part of given)
        try {
          part.sent?.(trip, outcome)
        } catch (error) {
          defect(error, 'sent') // a store of the user's own
        }
    }
    for (; ; trip.number++) {
      try {
        do {
          trip.outgoing = call.prepare()
          if (call.provider === undefined) trip.place = hostOf(trip.outgoing.url)
        } while (await preceded(given, trip))
      } catch (error) {
        sent(undefined)
        throw error
      }
      trip.sentAt = now()
      try {
        const value = await send(trip)
        sent('success')
        return value
      } catch (thrown) {
        failed = thrown
      }
      const error = apiErrorOf(failed)
      sent(error)
      if (error === undefined || trip.signal?.aborted) throw failed
      trip.because = undefined
      if (await followed(given, trip, error, defect)) continue
      trip.report(error, { repeat: false, delayMs: 0, because: trip.because ?? 'attempts' })
      if (repeat) markExhausted(error)
      throw failed
    }
  }

  function run<T>(send: (attempt: Attempt<C>) => Promise<T>, { signal, place = '' }: RunOptions = {}): Promise<T> {
    const prepare = (): Outgoing => ({ method: '', url: '', headers: nowhere, query: nowhere, native: undefined })
    return travel({ signal, provider: place, canRepeat: () => true, prepare }, (trip) => send(trip as Attempt<C>))
  }
  return Object.assign(
    run,
    recovererOf((call) => travel(call, ({ outgoing, number }) => call.send(outgoing as never, number))),
  )
}

/** What runs one call of any client, with what it needs of each. */
function recovererOf(handle: Recoverer['handle']): Recoverer {
  return {
    handle,
    axios: (call) => recoverAxios(handle, call),
    fetch: (call) => recoverFetch(handle, call as never) as never,
  }
}

/** What a function that is run has for headers and query: it takes the credential itself. */
const nowhere: Fields = { get: () => undefined, set() {}, delete() {} }

/** 128 random bits. `crypto.randomUUID` is missing on pages without https. */
function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}

/** Asks the parts in turn to make ready. */
async function preceded(parts: readonly Part[], trip: Trip): Promise<boolean> {
  for (const part of parts) if (await part.before?.(trip)) return true
  return false
}

/** Asks the parts in turn whether to send once more. What goes wrong in them must not take the place of the failure itself. */
async function followed(
  parts: readonly Part[],
  trip: Trip,
  error: ApiError,
  defect: (error: unknown, at: string) => void,
): Promise<boolean> {
  try {
    for (const part of parts) if (await part.after?.(trip, error)) return true
  } catch (thrown) {
    if (trip.signal?.aborted) throw thrown
    defect(thrown, 'after')
  }
  return false
}

function hostOf(url: string): string {
  return /:\/\/(?:[^/?#]*@)?([^/?#]*)/.exec(url)?.[1] ?? ''
}
