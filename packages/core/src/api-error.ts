// The one shape of every API error: its fields, how it is made, and how it is recognised.
import { isRecord } from './answer.ts'
import type { Issue } from './dialect.ts'
import type { ProviderIdentity } from './provider.ts'
import { type Category, type Reason, type Recovery, type Retry, traits } from './reasons.ts'

/**
 * What decided. `code`: a row of a table. `protocol`: a shape that many share. `message`: a rule of the provider's.
 * `words`: what the catalog has taught about words. `unmapped`: a code that no table knows. `transport`: no answer came.
 */
export type Evidence = 'code' | 'protocol' | 'message' | 'words' | 'status' | 'transport' | 'unmapped'

/** The evidence behind an ApiError: the dialect that claimed the answer and the row of its table that matched. */
export interface MatchedBy {
  /** The kind of evidence. */
  readonly by: Evidence
  /** The provider's dialect that claimed the answer. */
  readonly dialect?: string
  /** The row of the table, where one decided. */
  readonly row?: { readonly code: string; readonly when?: string }
  /** Of `words` only: how sure it is, from 0 to 1. */
  readonly confidence?: number
}

/** The request, as far as it may be shown: origin and path, never user info, query or fragment. */
export interface ErrorRequest {
  /** In capital letters; `_OTHER` for a method that is none. */
  readonly method: string
  /** Origin and path; path segments that look like a secret are `*`. */
  readonly url: string | undefined
  /** Repeating it does no harm: RFC 9110 section 9.2.2, an `Idempotency-Key`, or the caller's word. */
  readonly idempotent: boolean
}

/** What is known of an ApiError, beside what every Error has. Every field is always present, and undefined when unknown. */
interface ApiErrorFields<C extends Category = Category> {
  /** Who has to act. */
  readonly category: C
  /** The finer cause. */
  readonly reason: Reason<C>
  /** What may be done again with the same request. */
  readonly retry: Retry
  /** `after-wait`, or `if-idempotent` and repeating this request does no harm. */
  readonly isRetryable: boolean
  /** The way out, in one word, such as `refresh-token`. */
  readonly recovery: Recovery
  /** The provider's id; undefined for an unknown host. */
  readonly provider: string | undefined
  /** The provider's own code, most specific place first; for a transport failure the system's, such as `ECONNREFUSED`. */
  readonly code: string | undefined
  /** The wrapper's code, where the provider wraps the real one. */
  readonly outerCode: string | undefined
  /** The HTTP status as it came; undefined when no answer came. */
  readonly status: number | undefined
  /** How long to wait, in milliseconds from when the answer came: 0 to 24 h. */
  readonly retryAfterMs: number | undefined
  /** The id that the provider's support asks for: one token of at most 200 characters. */
  readonly requestId: string | undefined
  /** The parameter that the provider blames. */
  readonly param: string | undefined
  /** All faults that the answer lists, at most 16; empty when it lists none. */
  readonly issues: readonly Issue[]
  /** The provider's own words: at most 512 characters, one line, without what the request carried as a secret. */
  readonly providerMessage: string | undefined
  /** The provider's page about its errors. */
  readonly docUrl: string | undefined
  /** What decided. */
  readonly matchedBy: MatchedBy
  /** The request that failed, as far as it may be shown. */
  readonly request: ErrorRequest
  /** Whether content of a stream had been handed on before the error came. */
  readonly delivered: boolean
}

/** An ApiError of one category. */
export interface ApiErrorOf<C extends Category> extends Error, ApiErrorFields<C> {
  /** Always `ApiError`. */
  readonly name: 'ApiError'
  /** Always undefined: loggers print causes, and the client's own error carries secrets. `originOf` has it. */
  readonly cause?: undefined
  /** Exactly the fields, `name`, `message` and `v`, the version of this form. */
  toJSON(): Record<string, unknown>
}

/**
 * One shape for every API error.
 *
 * @example
 * switch (error.category) {
 *   case 'auth': return signIn()
 *   case 'rate-limit': return waitFor(error.retryAfterMs)
 *   case 'param': return showHint(error.param)
 *   case 'server': return tryLater()
 * }
 */
export type ApiError<C extends Category = Category> = { [K in C]: ApiErrorOf<K> }[C]

/** What an ApiError is made of, beyond what follows from its reason; all text is redacted already. */
export type ApiErrorParts = Omit<ApiErrorFields, 'category' | 'recovery'>

/** All that an ApiError shows. */
export type ShownFields = { readonly [Name in keyof ApiErrorFields]: ApiErrorFields[Name] }

/** On every ApiError's prototype. Registered, so that two copies of this package and other realms agree. */
const brand: unique symbol = /* @__PURE__ */ Symbol.for('unifault.ApiError')

/**
 * Not public: errors are recognised by their brand, since a class differs between two copies of the package. Made in a function, so
 * that bundlers can leave it out of a program that only asks `isApiError`.
 */
const ApiErrorValue = /* @__PURE__ */ (() => {
  type Fields = { -readonly [Name in keyof ShownFields]: ShownFields[Name] }
  class ApiErrorValue extends (Error as unknown as new (message: string) => Error & Fields) {
    /** What every view shows, whatever others attach to the error. */
    readonly #shown: ShownFields

    constructor(shown: ShownFields) {
      const { provider, code, reason, status, providerMessage } = shown
      // The one place that words a message: who, cause, status and the provider's words; no URL, no advice.
      const who = provider === undefined ? code : code === undefined ? provider : `${provider} ${code}`
      const http = status === undefined ? '' : ` (HTTP ${status})`
      const words = providerMessage === undefined ? '' : `: ${providerMessage}`
      super(`${who === undefined ? '' : `${who}: `}${reason}${http}${words}`)
      this.#shown = shown
      // One by one, and of `this`: so V8 knows how much room the fields take, and does not make it anew for every third.
      this.category = shown.category
      this.reason = reason
      this.retry = shown.retry
      this.isRetryable = shown.isRetryable
      this.recovery = shown.recovery
      this.provider = provider
      this.code = code
      this.outerCode = shown.outerCode
      this.status = status
      this.retryAfterMs = shown.retryAfterMs
      this.requestId = shown.requestId
      this.param = shown.param
      this.issues = shown.issues
      this.providerMessage = providerMessage
      this.docUrl = shown.docUrl
      this.matchedBy = shown.matchedBy
      this.request = shown.request
      this.delivered = shown.delivered
    }

    toJSON(): Record<string, unknown> {
      return { v: 1, name: this.name, message: this.message, ...this.#shown }
    }

    /** Node, Bun and Deno print this instead of the object, so that nothing which others attach is shown. */
    [Symbol.for('nodejs.util.inspect.custom')](
      _depth: unknown,
      options: unknown,
      inspect?: (value: unknown, options: unknown) => string,
    ): unknown {
      if (inspect === undefined) return this.toJSON()
      let stack = super.toString()
      try {
        // V8 words the stack when it is first asked for, by an `Error.prepareStackTrace` that may throw.
        stack = this.stack ?? stack
      } catch {
        // the first line must do
      }
      return `${stack} ${inspect(this.#shown, options)}`
    }
  }
  // Node words an uncaught error by its class's name, whatever a minifier made of it.
  Object.defineProperty(ApiErrorValue, 'name', { value: 'ApiError' })
  // On the prototype, before any instance: V8 writes the name into the first line of the stack while the error is made.
  Object.defineProperties(ApiErrorValue.prototype, {
    name: { value: 'ApiError', writable: true, configurable: true },
    [brand]: { value: true },
  })
  return ApiErrorValue
})()

/** What the prototypes of adapters' errors inherit from. */
export const apiErrorPrototype: object = /* @__PURE__ */ (() => ApiErrorValue.prototype)()

/** What V8 and JavaScriptCore have. Looked up at each use: it may be changed. */
export const stacks = Error as {
  stackTraceLimit?: unknown
  /** Gives an error a stack that begins above a function, so that it shows the user's code and not ours. */
  captureStackTrace?: (error: object, above?: unknown) => void
}

/** Frozen intrinsics keep their limit: the stack is then captured twice. */
function setStackLimit(limit: unknown): void {
  try {
    stacks.stackTraceLimit = limit
  } catch {
    // as said
  }
}

/**
 * Makes an ApiError, without a stack where `captureStackTrace` will give it one.
 *
 * @param prototype of the error, when an adapter's errors have getters of their own; it must inherit from `apiErrorPrototype`
 */
export function makeApiError(shown: ShownFields, prototype?: object): ApiError {
  const { captureStackTrace, stackTraceLimit: limit } = stacks
  // One capture, not two: the constructor's own would begin in here.
  if (captureStackTrace) setStackLimit(0)
  let error: object
  try {
    error = new ApiErrorValue(shown)
  } finally {
    if (captureStackTrace) setStackLimit(limit)
  }
  if (prototype !== undefined) Object.setPrototypeOf(error, prototype)
  return error as ApiError
}

/**
 * Makes an ApiError of its parts alone.
 *
 * @param caller the stack begins above this function
 * @param prototype as of `makeApiError`
 */
export function createApiError(parts: ApiErrorParts, caller: unknown, prototype?: object): ApiError {
  const { reason, retry, isRetryable, ...others } = parts
  const [category, , recovery] = traits[reason]
  const error = makeApiError({ category, reason, retry, isRetryable, recovery, ...others }, prototype)
  stacks.captureStackTrace?.(error, caller)
  return error
}

/**
 * Whether a value is an ApiError, whichever copy of this package or realm made it.
 * With a provider, also whether it came from there; with codes, also whether one of them is its `code`, its `outerCode` or the row that decided.
 *
 * @example
 * if (isApiError(error, bilibili, '-101')) await signIn()
 */
export function isApiError(error: unknown): error is ApiError
export function isApiError<Id extends string, Code extends string>(
  error: unknown,
  provider: ProviderIdentity<Id, Code>,
): error is ApiError & { readonly provider: Id }
export function isApiError<Id extends string, Code extends string, C extends NoInfer<Code>>(
  error: unknown,
  provider: ProviderIdentity<Id, Code>,
  ...codes: [C, ...C[]]
): error is ApiError & { readonly provider: Id }
export function isApiError(error: unknown, provider?: ProviderIdentity, ...codes: string[]): boolean {
  try {
    if (!isRecord(error) || (error as { [brand]?: unknown })[brand] !== true) return false
    const { provider: id, code, outerCode, matchedBy } = error as unknown as ApiError
    return (
      (provider === undefined || provider.id === id) &&
      (codes.length === 0 || codes.some((one) => one === code || one === outerCode || one === matchedBy?.row?.code))
    )
  } catch {
    return false // a proxy whose traps throw is not ours
  }
}
