/** A request as fetch was asked for it. */
export interface FetchRequest {
  readonly url: string
  readonly method: string
  readonly headers: unknown
  readonly body: unknown
  readonly signal: AbortSignal | undefined
}

/** The two arguments of fetch as one request; `init` stands above a Request, as in the Fetch standard. */
export function readFetchRequest(input: string | URL | Request, init: RequestInit | undefined): FetchRequest {
  const request = typeof input === 'string' || input instanceof URL ? undefined : input
  return {
    url: request?.url ?? (input as string | URL | undefined)?.toString() ?? '', // fetch itself refuses what is no address
    method: init?.method ?? request?.method ?? 'GET',
    headers: init?.headers ?? request?.headers,
    body: init?.body ?? undefined,
    signal: init?.signal ?? request?.signal,
  }
}
