/** What the core sees of a request: to name it, and to know which values must not be shown. */
export interface RequestView {
  readonly method: string
  readonly url: URL | undefined
  /** Where it went first, when a redirect led to `url`. */
  readonly firstUrl?: URL | undefined
  /** A Headers, a Map, or a record of names. */
  readonly headers?: unknown
  readonly body?: unknown
}
