import type { ApiError } from '@unifault/core'
import type { Handover, Outgoing } from '@unifault/core/adapter'
import type { Advice, Because } from './advice.ts'

/**
 * Why a recoverer sends again or not. Beyond `retryAdvice`'s: `refreshed` and `re-signed` (sent again with what is new), `budget` (the
 * provider fails too often), `deadline` (the wait would end after it), `body` (a stream that cannot be sent twice).
 */
export type RecoveryBecause = Because | 'refreshed' | 're-signed' | 'budget' | 'deadline' | 'body'

/** What `onRetry` is told after each failed sending. */
export interface RetryEvent extends Advice<RecoveryBecause> {
  /** What the sending failed with. */
  readonly error: ApiError
  /** The provider's id or its host. */
  readonly place: string
  /** How often the request was sent again so far, this time included: OpenTelemetry's `http.request.resend_count`. */
  readonly resendCount: number
}

/** What `onRefresh` is told. */
export interface RefreshEvent {
  /** `adopted`: another tab, or the user, had a new credential already. */
  readonly outcome: 'started' | 'succeeded' | 'adopted' | 'failed'
  /** Whose credential it is; empty where there is one user. */
  readonly scope: string
  /** Since the start, in milliseconds. */
  readonly durationMs: number
  /** Why it failed. It is the user's own error, and may show what the refresh carried. */
  readonly error?: unknown
}

/** What `onCoolDown` is told. */
export interface CoolDownEvent {
  /** `held`: a provider said wait. `waiting`: a call waits for the end. `refused`: a call failed fast. `opened`: the first success after. */
  readonly outcome: 'held' | 'waiting' | 'refused' | 'opened'
  /** Provider or host, scope and a hash of the credential. */
  readonly key: string
  /** How long the cool-down still lasts, in milliseconds. */
  readonly ms: number
}

/** What a recoverer tells of its doing. What a hook throws is told to `onDefect`. */
export interface RecoveryHooks {
  /** Told after each failed sending, whether and when the next one follows. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined
  /** Told of the beginning and the end of a refresh. */
  readonly onRefresh?: ((event: RefreshEvent) => void) | undefined
  /** Told of cool-downs, and of the calls that they hold or refuse. */
  readonly onCoolDown?: ((event: CoolDownEvent) => void) | undefined
  /** Told of what went wrong in here, in a hook or a store: nothing of it reaches a call. */
  readonly onDefect?: ((error: unknown, at: string) => void) | undefined
}

/** Calls a hook; it never throws. */
export type Tell = <K extends Exclude<keyof RecoveryHooks, 'onDefect'>>(
  hook: K,
  event: Parameters<NonNullable<RecoveryHooks[K]>>[0],
) => void

/** What a function run by a recoverer is told of its attempt. */
export interface Attempt<C = unknown> {
  /** 1 for the first. */
  readonly number: number
  /** From `refresh`: what to send. Undefined when there is none, or the request of a bound client carries the user's own. */
  readonly credential: C | undefined
  /** The same for all attempts of a call; made when it is asked for. For the header or field in which a provider honours one. */
  readonly idempotencyKey: string
  /** The server's clock less ours, in milliseconds, after a clock skew. */
  readonly offsetMs: number
  /** The call's own signal. */
  readonly signal: AbortSignal | undefined
}

/** One call on its way through its attempts. */
export interface Trip extends Attempt {
  readonly call: Omit<Handover<unknown>, 'send'>
  /** When the call has to be over, in milliseconds of `now()`. */
  readonly deadline: number
  /** Sendings so far, the one under way included. */
  number: number
  /** Of these, the repetitions after a wait or a back-off. */
  repeats: number
  /** When the sending under way began, in milliseconds of `now()`. */
  sentAt: number
  /** What a success gives back to the budget: the cost of the latest repetition, or 1. */
  cost: number
  /** The copy to be sent next; undefined where no client is bound. */
  outgoing?: Outgoing
  /** The provider's id or host. */
  place: string
  /** Whose credential it is. */
  scope: string
  /** Of the cool-down. */
  key: string
  credential: unknown
  /** The credential as it stood in the request, for a hash. */
  credentialText?: string
  offsetMs: number
  /** Parts that have sent this call once more: they do so once. */
  readonly done: object[]
  /** Why this attempt is the last, when a part knows. */
  because?: RecoveryBecause | undefined
  readonly tell: Tell
  /** Tells `onDefect` what went wrong in here. */
  readonly defect: (error: unknown, at: string) => void
  /** Tells `onRetry` and the adapter what follows a failed attempt. */
  report(error: ApiError, advice: Advice<RecoveryBecause>): void
}

/** A part of a recoverer. */
export interface Part {
  /** Before each sending. `true`: it waited, so all parts are asked once more. What it throws ends the call. */
  before?(trip: Trip): boolean | void | Promise<boolean | void>
  /** After each sending: what became of it. Undefined stands for a failure that is no ApiError, such as an abort. */
  sent?(trip: Trip, outcome: 'success' | ApiError | undefined): void
  /** Whether to send once more, now. */
  after?(trip: Trip, error: ApiError): boolean | Promise<boolean>
}
