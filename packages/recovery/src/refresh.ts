import { type ApiError, apiErrorOf } from '@unifault/core'
import { checkKind, checkOptions, type Kinds, type Outgoing } from '@unifault/core/adapter'
import { applied } from './apply.ts'
import { BoundedMap } from './bounded.ts'
import { positive } from './check.ts'
import type { Part, RefreshEvent, Tell } from './part.ts'
import { mostTimerMs, now, within } from './pause.ts'

/** Runs a refresh once for several tabs: what `tabs()` makes. */
export interface Together {
  /**
   * Runs a refresh here, or waits for that of another tab.
   *
   * @param key whose credential it is
   * @param rejected the credential that no longer does, as text
   * @param run refreshes
   * @returns what `run` gave here or in another tab
   */
  once<C>(key: string, rejected: string, run: () => Promise<C>, signal: AbortSignal): Promise<C>
}

/** How a credential is kept fresh. A credential may be of any type: a string, or an object of tokens. */
export interface RefreshOptions<C> {
  /** The credential as it is now, from where the user keeps it. Undefined sends the request without one. */
  readonly current: (scope: string) => C | undefined | Promise<C | undefined>
  /** Puts the credential into a copy of the request. Called before every sending. */
  readonly apply: (request: Outgoing, credential: C) => void
  /**
   * Gets a new credential, and keeps it where `current` finds it. Called once, however many requests were rejected.
   * Send its own request through a client without this recoverer, or with this `signal`, so that it does not wait for itself.
   */
  readonly refresh: (rejected: C, error: ApiError, context: { readonly signal: AbortSignal }) => Promise<C>
  /** Whether two credentials are one. Default: identical, or objects that are the same as JSON. */
  readonly same?: ((a: C, b: C) => boolean) | undefined
  /** Whose credential a request carries, where one client serves several users. Default: all requests are one user's. */
  readonly scope?: ((request: Outgoing) => string) | undefined
  /**
   * Which errors a new credential helps against.
   * Default: `retry` is `after-recovery` and `recovery` is `refresh-token`, or `unauthenticated` although a credential was sent, and not
   * by mere `words` unless the status is 401.
   */
  readonly when?: ((error: ApiError) => boolean) | undefined
  /** How long a refresh may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number | undefined
  /** Makes it one refresh for all tabs: `tabs()`. */
  readonly tabs?: Together | undefined
}

/** The part of a recoverer that applies and refreshes a credential. */
export interface Refresh<C = unknown> extends Part {
  /** For types only. */
  readonly credential?: C
}

/** What is known of one user's credential. */
interface Scope<C> {
  /** The refresh under way: whether there is a new credential. It never rejects. */
  flight?: Promise<boolean> | undefined
  /** What no longer does; the latest last. */
  stale: C[]
  /** What the latest refresh gave. */
  latest?: C
  /** What the latest refresh left: the new credential, or the one for which it failed. No refresh of it begins before `pausedUntil`. */
  left?: C
  pausedUntil: number
}

const kinds: Kinds = {
  current: 'function',
  apply: 'function',
  refresh: 'function',
  same: 'function',
  scope: 'function',
  when: 'function',
  timeoutMs: positive,
  tabs: 'object',
}

/** So long no refresh follows one that failed, or whose credential was rejected at once, in milliseconds. */
const pauseMs = 5000

/**
 * Applies a credential before every sending, and refreshes it once for all requests that it was rejected for: each of them is then sent
 * once more. A refresh that fails or hangs rejects them with their own ApiErrors. Works for an expiry under any status.
 *
 * @throws TypeError that names the option, when one is malformed
 * @example
 * refresh({
 *   current: () => localStorage.getItem('token') ?? undefined,
 *   apply: (request, token) => request.headers.set('authorization', `Bearer ${token}`),
 *   refresh: async (_rejected, _error, { signal }) => {
 *     const { token } = await ky.post('/refresh', { signal }).json<{ token: string }>()
 *     localStorage.setItem('token', token)
 *     return token
 *   },
 * })
 */
export function refresh<C>(options: RefreshOptions<C>): Refresh<C> {
  checkOptions(options, kinds)
  for (const name of ['current', 'apply', 'refresh'] as const) checkKind('function', options[name], name)
  const { current, apply, same = isSame, scope: scopeOf, when = isRefreshable, timeoutMs = 30_000, tabs } = options
  const scopes = new BoundedMap<Scope<C>>()
  /** By its signal a request is known that a refresh sends itself. */
  const signals = new WeakSet<AbortSignal>()
  const isStale = ({ stale }: Scope<C>, credential: C): boolean => stale.some((each) => same(each, credential))

  /** The credential to send. The user may keep it where it does not change, or change it late. */
  async function present(key: string): Promise<C | undefined> {
    const found = await current(key)
    const scope = scopes.get(key)
    return found !== undefined && scope?.latest !== undefined && isStale(scope, found) ? scope.latest : found
  }

  async function fly(key: string, scope: Scope<C>, rejected: C, error: ApiError, tell: Tell): Promise<boolean> {
    const start = now()
    const told = (outcome: RefreshEvent['outcome'], reason?: unknown): void =>
      tell('onRefresh', { outcome, scope: key, durationMs: now() - start, error: reason })
    // Not AbortSignal.timeout: a process that waits for nothing else would end before it, and it cannot be cleared.
    const controller = new AbortController()
    const { signal } = controller
    const isOver = new DOMException('The refresh took too long', 'TimeoutError')
    const timer = setTimeout(() => controller.abort(isOver), Math.min(timeoutMs, mostTimerMs))
    signals.add(signal)
    let outcome: RefreshEvent['outcome'] = 'adopted'
    const run = async (): Promise<C> => {
      const found = await present(key)
      if (found !== undefined && !same(found, rejected)) return found // another tab's, or the user's
      outcome = 'succeeded'
      return options.refresh(rejected, error, { signal })
    }
    // The time-out holds for a refresh that does not heed its signal, too.
    const bounded = (): Promise<C> => within(run(), Infinity, signal) as Promise<C>
    scope.left = rejected
    try {
      told('started')
      const renewed = await (tabs ? tabs.once(key, textOf(rejected), bounded, signal) : bounded())
      if (same(renewed, rejected)) throw new TypeError('refresh gave the rejected credential')
      scope.stale = [...scope.stale.slice(-8), rejected]
      scope.left = scope.latest = renewed
      scope.pausedUntil = now() + pauseMs
      told(outcome)
      return true
    } catch (thrown) {
      const { reason, retryAfterMs = 0 } = apiErrorOf(thrown) ?? {}
      const isFinal = reason === 'grant-invalid' || reason === 'token-revoked'
      scope.pausedUntil = isFinal ? Infinity : now() + Math.max(pauseMs, retryAfterMs)
      told('failed', thrown)
      return false
    } finally {
      clearTimeout(timer)
      scope.flight = undefined
    }
  }

  /** Sees to a rejected credential: by one refresh for all who ask, or none when there is a newer one already. */
  async function renew(key: string, rejected: C, error: ApiError, tell: Tell): Promise<boolean> {
    const scope: Scope<C> = scopes.get(key) ?? { stale: [], pausedUntil: 0 }
    scopes.set(key, scope)
    const found = scope.flight ? rejected : await present(key)
    if (scope.flight) return scope.flight // perhaps begun meanwhile
    if (found !== undefined && !same(found, rejected)) return true
    if (scope.left !== undefined && same(scope.left, rejected) && now() < scope.pausedUntil) return false
    return (scope.flight = fly(key, scope, rejected, error, tell))
  }

  return {
    async before(trip) {
      const { outgoing, signal } = trip
      const key = (trip.scope = (outgoing && scopeOf?.(outgoing)) ?? '')
      trip.credential = undefined
      trip.credentialText = ''
      if (signal && signals.has(signal)) return
      const flight = scopes.get(key)?.flight
      // It may fail, or take too long: then the credential at hand has to do.
      if (flight) await within(flight, trip.deadline - now(), signal)
      const credential = await present(key)
      if (credential === undefined) return
      // A function that is run takes it from its argument.
      const text = outgoing?.method ? applied(outgoing, credential, apply) : textOf(credential)
      if (text === undefined) {
        trip.outgoing = trip.call.prepare()
        return
      }
      trip.credential = credential
      trip.credentialText = text
    },
    async after(trip, error) {
      const { call, credential, done, signal } = trip
      if (credential === undefined || done.includes(signals) || error.delivered || !when(error)) return false
      done.push(signals)
      // Begun though the body may be gone for good: the others need it.
      const renewed = renew(trip.scope, credential as C, error, trip.tell)
      if (!call.canRepeat()) trip.because = 'body'
      if (!(await within(renewed, trip.deadline - now(), signal)) || trip.because) return false
      trip.report(error, { repeat: true, delayMs: 0, because: 'refreshed' })
      return true
    },
  }
}

/** What was merely read out of words below 401 may be a mistake: a request that has had its effect must not be sent again for it. */
function isRefreshable({ recovery, retry, reason, status, matchedBy }: ApiError): boolean {
  if (recovery === 'refresh-token') return retry === 'after-recovery'
  return reason === 'unauthenticated' && (status === 401 || matchedBy.by !== 'words')
}

function textOf(credential: unknown): string {
  return typeof credential === 'string' ? credential : (JSON.stringify(credential) ?? '')
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && textOf(a) === textOf(b))
}
