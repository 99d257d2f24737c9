/** The client's own error and answer behind an ApiError: unscrubbed, on purpose out of every view. */
export interface Origin {
  /** What the client would have thrown, when it did. */
  readonly error: unknown
  /** The client's own response object. */
  readonly response: unknown
  readonly headers: unknown
  /** The body as the classifier saw it: parsed, text, or undefined. */
  readonly body: unknown
}

const origins = new WeakMap<object, Origin>()

/** Remembers where an ApiError came from, for as long as the error lives. */
export function setOrigin(error: object, origin: Origin): void {
  origins.set(error, origin)
}

/**
 * The client's own error and answer behind an ApiError. It holds whatever the request and the answer carried, credentials included:
 * for debugging and migration, not for logs. All fields are undefined for an error that has no known origin.
 *
 * @example
 * const { response } = originOf(error)
 */
export function originOf(error: unknown): Origin {
  return (
    (typeof error === 'object' && error !== null ? origins.get(error) : undefined) ?? {
      error: undefined,
      response: undefined,
      headers: undefined,
      body: undefined,
    }
  )
}
