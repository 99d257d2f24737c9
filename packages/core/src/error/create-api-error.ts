import type { Category } from '../taxonomy/reason.ts'
import { type ReasonTraits, reasonTraits } from '../taxonomy/reason-traits.ts'
import type { ApiError, ApiErrorOf } from './api-error.ts'
import { brand } from './is-api-error.ts'
import { wordMessage } from './word-message.ts'

/** What an ApiError is made of, beyond what follows from its reason; all text is scrubbed already. */
export type ApiErrorParts = Omit<ApiErrorOf<Category>, keyof Error | 'category' | 'recovery' | 'toJSON'>

/** What every view of an ApiError shows, and nothing else. */
export const apiErrorFields: readonly Exclude<keyof ApiError, 'stack' | 'cause' | 'toJSON'>[] = [
  'name',
  'message',
  'category',
  'reason',
  'retry',
  'isRetryable',
  'recovery',
  'provider',
  'code',
  'outerCode',
  'status',
  'retryAfterMs',
  'requestId',
  'param',
  'issues',
  'providerMessage',
  'docUrl',
  'matchedBy',
  'request',
]

type Inspect = (value: unknown, options: unknown) => string

/** Not public: errors are recognised by their brand, since a class differs between two copies of the package. */
class ApiErrorValue extends Error {
  constructor(parts: ApiErrorParts) {
    super(wordMessage(parts.provider, parts.code, parts.reason, parts.status, parts.providerMessage))
    const [category, , , , recovery] = reasonTraits.get(parts.reason) as ReasonTraits
    Object.assign(this, parts, { category, recovery })
  }

  toJSON(): Record<string, unknown> {
    const view: Record<string, unknown> = {}
    for (const field of apiErrorFields) view[field] = (this as unknown as ApiError)[field]
    return view
  }

  /** Node, Bun and Deno print this instead of the object, so that nothing which others attach is shown. */
  [Symbol.for('nodejs.util.inspect.custom')](_depth: unknown, options: unknown, inspect?: Inspect): unknown {
    const { name: _name, message: _message, ...fields } = this.toJSON()
    return inspect === undefined ? this.toJSON() : `${stackOf(this)} ${inspect(fields, options)}`
  }
}

/** V8 words the stack when it is first asked for, by an `Error.prepareStackTrace` that may throw. */
function stackOf(error: Error): string {
  try {
    return error.stack ?? String(error)
  } catch {
    return String(error)
  }
}

// Node words an uncaught error by its class's name, whatever a minifier made of it.
Object.defineProperty(ApiErrorValue, 'name', { value: 'ApiError' })
// On the prototype, before any instance: V8 writes the name into the first line of the stack while the error is made.
Object.defineProperties(ApiErrorValue.prototype, {
  name: { value: 'ApiError', writable: true, configurable: true },
  [brand]: { value: true },
})

/**
 * Makes an ApiError; the one stack capture happens here.
 *
 * @param prototype of the error, when an adapter's errors have getters of their own; it must inherit from `apiErrorPrototype`
 */
export function createApiError(parts: ApiErrorParts, prototype?: object): ApiError {
  const error = new ApiErrorValue(parts)
  if (prototype !== undefined) Object.setPrototypeOf(error, prototype)
  return error as unknown as ApiError
}

/** What the prototypes of adapters' errors inherit from. */
export const apiErrorPrototype: object = ApiErrorValue.prototype
