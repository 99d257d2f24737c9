import type { ApiError } from './api-error.ts'

/** What an adapter needs beyond the public names; adapters of one's own may use it too. */
export { bytesOf, isBytes, own, ownOptions, type Parsed, readHeader, toUrl } from './answer.ts'
export { checkClassifierOptions, checkThat } from '#checks'
export { isTransportCode } from '#failure'
export { decodeText, isJsonType, isTexty } from './json.ts'
export { apiErrorPrototype } from './api-error.ts'
export { attachApiError, setOrigin } from './origin.ts'
export { type Check, checkKind, checkOptions, invalidOption, type Kind, type Kinds } from './check.ts'
export { createJudging, type Judging } from './judging.ts'
export { type Call, readPerCall, settle } from './options.ts'
export type { Redact, RequestView } from './redact/request.ts'

/** A larger body is no error envelope: as much as an adapter reads of one, in bytes. */
export const mostBytes = 65_536

// ── What passes between an adapter and a recoverer ────────────────────────────────────────────────────────────────────

/** The headers of a request, or the parameters of its query, by name. Names of headers have no case. */
export interface Fields {
  /** The value, or undefined when there is none. */
  get(name: string): string | undefined
  /** Puts a value in the place of those that there are. */
  set(name: string, value: string): void
  /** Takes the value away. */
  delete(name: string): void
}

/** One sending of a request, to be changed before it goes out: never what the user gave, always a copy. */
export interface Outgoing<N = unknown> {
  /** In capital letters. */
  readonly method: string
  /** Absolute where the client knows it; with the query as it stands now. */
  readonly url: string
  /** The headers of the copy. */
  readonly headers: Fields
  /** The parameters of its query. */
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

/** One call of axios, as it is handed to a recoverer below all interceptors. */
export interface AxiosCall {
  /** The config that the last interceptor of the request gave. Its `adapter` is replaced. */
  readonly config: object
  /** The instance, which tells where a config leads. */
  readonly instance: { getUri(config?: never): string }
  /** `axios` itself, for its adapters. */
  readonly load: () => Promise<object>
  /** The class of the errors of the instance's own copy of axios, which may be another than `load` gives. Undefined where it is not known. */
  readonly errorClass?: (() => Promise<object | undefined>) | undefined
  /**
   * The ApiError in what an attempt came to, `{ response }` or `{ error }`, data still being text. `told` says that the attempt is to be
   * repeated: then hooks are told; the last attempt comes to the interceptor, which tells them itself.
   */
  readonly judge: (
    settled: { readonly response: unknown } | { readonly error: unknown },
    told?: { readonly attempt: number; readonly willRetry: true },
  ) => ApiError | undefined
  /** The provider's id, when the client has only one. */
  readonly provider?: string | undefined
  /** The header in which the provider takes an idempotency key. */
  readonly idempotencyHeader?: string | undefined
  /** Told when axios-retry repeats, too. */
  readonly report?: ((error: unknown, at: string) => void) | undefined
}

/** One call of fetch, or of what is built on it, as it is handed to a recoverer. */
export interface FetchCall<Input, Init, Answer> {
  /** What fetch was called with. */
  readonly input: Input
  /** And its second argument. */
  readonly init: Init | undefined
  /** Fetches once and judges. What it throws ends the call, unless an ApiError stands behind it. */
  readonly send: (input: Input, init: Init | undefined, attempt: number) => Promise<Answer>
  /** The error in an answer that `send` gives back all the same: it is to reach the client as an answer when it is the last. */
  readonly errorIn?: ((answer: Answer) => ApiError | undefined) | undefined
  /** Told of each failed attempt. */
  readonly told?:
    | ((failed: unknown, told: { readonly attempt: number; readonly willRetry: boolean }) => void)
    | undefined
  /** The provider's id, when the client has only one. */
  readonly provider?: string | undefined
  /** The header in which the provider takes an idempotency key. */
  readonly idempotencyHeader?: string | undefined
  /** When the client itself gives up, in milliseconds from now. */
  readonly timeoutMs?: number | undefined
}

/**
 * What an adapter's option `recovery` takes: `createRecovery` of `@unifault/recovery` makes it. It brings what it needs of each client,
 * so that a program without it carries none of that.
 */
export interface Recoverer {
  /**
   * Runs a client's call to its end.
   *
   * @returns what the last sending gave
   * @throws what the last sending threw, or the reason of the user's own abort
   */
  handle<T, N>(call: Handover<T, N>): Promise<T>
  /** Puts itself below all interceptors of one call of axios: nothing of the user's runs twice. Doing it again changes nothing. */
  axios(call: AxiosCall): void
  /** Runs one call of fetch as `handle` does. What the user gave is never changed: each attempt has headers and an `init` of its own. */
  fetch<Input, Init, Answer>(call: FetchCall<Input, Init, Answer>): Promise<Answer>
}
