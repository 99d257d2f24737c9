// What stands behind an ApiError, and the ApiError that stands behind anything.
import { isRecord } from './answer.ts'
import { type ApiError, isApiError } from './api-error.ts'

/** The client's own error and answer behind an ApiError: as they came, on purpose out of every view. */
export interface Origin {
  /** What the client would have thrown, where the adapter keeps it. */
  readonly error: unknown
  /** The client's own response object, where the adapter keeps it. */
  readonly response: unknown
  /** The answer's headers, as the client has them. */
  readonly headers: unknown
  /** The body as the classifier saw it: parsed, text of at most 64 KiB, or undefined. */
  readonly body: unknown
}

const origins = /* @__PURE__ */ new WeakMap<object, Partial<Origin>>()
const attached = /* @__PURE__ */ new WeakMap<object, ApiError>()

/** Remembers where an ApiError came from, for as long as the error lives. */
export function setOrigin(error: object, origin: Partial<Origin>): void {
  origins.set(error, origin)
}

/**
 * The client's own error and answer behind an ApiError, as they came: for debugging and migration, not for logs. Headers and at most
 * 64 KiB of text are kept as long as the error lives; `error` and `response` only where the adapter says so.
 *
 * @returns all fields undefined for an error that has no known origin
 * @example
 * const { headers, body } = originOf(error)
 */
export function originOf(error: unknown): Origin {
  const known = isRecord(error) ? origins.get(error) : undefined
  return { error: known?.error, response: known?.response, headers: known?.headers, body: known?.body }
}

/** Remembers which ApiError stands behind a client's own error, a Response or its headers, for as long as that lives. */
export function attachApiError(carrier: object, apiError: ApiError): void {
  attached.set(carrier, apiError)
}

const ways = ['cause', 'detail', 'response', 'originalError', 'networkError', 'headers', 'error', 'lastError']
const mostSteps = 32

/**
 * The ApiError behind anything: itself when it is one, the one that an adapter has attached to an error, a Response or its headers,
 * or one that is found along `cause`, `detail`, `response`, `originalError` and their kin, as SDKs keep it.
 *
 * @returns undefined when there is none, such as for a cancelled request
 * @example
 * try {
 *   await sdk.responses.create(request)
 * } catch (error) {
 *   if (apiErrorOf(error)?.category === 'auth') await signIn()
 * }
 */
export function apiErrorOf(error: unknown): ApiError | undefined {
  const queue: unknown[] = [error]
  for (let at = 0; at < queue.length && at < mostSteps; at++) {
    const one = queue[at]
    if (isApiError(one)) return one
    if (!isRecord(one)) continue
    const found = attached.get(one)
    if (found !== undefined) return found
    for (const way of ways)
      try {
        const next = one[way]
        if (isRecord(next) && !queue.includes(next)) queue.push(next)
      } catch {
        // a getter of the user's error that throws
      }
  }
  return undefined
}
