/** An answer as an adapter hands it over: the adapter's only knowledge of its client. */
export interface RawResponse {
  /** The absolute URL that was asked. */
  readonly url: string | URL | undefined
  readonly method: string
  readonly status: number
  /** Headers, a Map, an AxiosHeaders, or a record of names in any case. */
  readonly headers: unknown
  /** Text, bytes (ArrayBuffer or a view), the value that the client parsed, or undefined. */
  readonly body: unknown
  /** What the request carried: its secrets are kept out of every view, and `Idempotency-Key` is read. */
  readonly requestHeaders?: unknown
  /** Where the request went first, when a redirect led to `url`. */
  readonly requestUrl?: string | URL | undefined
  readonly requestBody?: unknown
}
