// What passes between an adapter and a recoverer, such as `createRecovery` of `@unifault/recovery` makes one. It is here, so that
// adapters and the recovery need not know each other.
import { type Check, invalidOption } from './check.ts'

/** The headers of a request, or the parameters of its query, by name. Names of headers have no case. */
export interface Fields {
  /** The value, or undefined when there is none. */
  get(name: string): string | undefined
  set(name: string, value: string): void
  delete(name: string): void
}

/** One sending of a request, to be changed before it goes out: never what the user gave, always a copy. */
export interface Outgoing<N = unknown> {
  readonly method: string
  /** Absolute where the client knows it; with the query as it stands now. */
  readonly url: string
  readonly headers: Fields
  readonly query: Fields
  /** What the client itself sends: axios' config, or the `init` of fetch. */
  readonly native: N
}

/** One call of a client, as its adapter hands it over to be sent, and sent again where that helps. */
export interface Handover<T, N = unknown> {
  /** The user's own signal: an abort ends the call at every step. */
  readonly signal: AbortSignal | undefined
  /** The id of the provider, when the client has only one. Otherwise the host stands for it. */
  readonly provider?: string | undefined
  /** The header in which the provider takes an idempotency key, when it takes one. */
  readonly idempotencyHeader?: string | undefined
  /** How long all attempts together may take, in milliseconds, when the client itself limits that. */
  readonly timeoutMs?: number | undefined
  /** Whether the body can be sent once more. Asked when that is wanted. */
  canRepeat(): boolean
  /** A new copy of the request as the user made it. */
  prepare(): Outgoing<N>
  /**
   * Sends the copy.
   *
   * @param attempt 1 for the first
   * @throws an ApiError, or an error with an ApiError behind it (see `apiErrorOf`), when the answer is one; all else ends the call
   */
  send(outgoing: Outgoing<N>, attempt: number): Promise<T>
  /** Told of each failed attempt, what was thrown, and before the wait or the refresh whether the call goes on. */
  told?(failed: unknown, told: { readonly attempt: number; readonly willRetry: boolean }): void
}

/** What an adapter's option `recovery` takes. */
export interface Recoverer {
  /**
   * Runs a client's call to its end.
   *
   * @returns what the last sending gave
   * @throws what the last sending threw, or the reason of the user's own abort
   */
  handle<T, N>(call: Handover<T, N>): Promise<T>
}

/** What the option `recovery` may be. */
export const recovererKind: Check = (value, name) => {
  if (typeof (value as Partial<Recoverer> | null)?.handle !== 'function')
    throw invalidOption(name, 'a recoverer, such as `createRecovery` makes one', value)
}
