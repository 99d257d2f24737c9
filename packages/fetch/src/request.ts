// A request as fetch was asked for it, and what came of it.

/** A request as fetch was asked for it. */
export interface Asked {
  /** As it was asked, perhaps relative. */
  readonly url: string
  /** As the caller gave it; `GET` by default. */
  readonly method: string
  /** As the caller gave them. */
  readonly headers: unknown
  /** As the caller gave it. Streams are not read. */
  readonly body: unknown
  /** The caller's own signal. */
  readonly signal: AbortSignal | undefined
}

/** The two arguments of fetch, or of what is called like it, as one request; `init` stands above a Request, as in the Fetch standard. */
export function readRequest(input: unknown, init: RequestInit | null | undefined, url: string = urlOf(input)): Asked {
  const request = isRequest(input) ? input : undefined
  return {
    url,
    method: init?.method ?? request?.method ?? 'GET',
    headers: init?.headers ?? request?.headers,
    body: init?.body ?? undefined,
    signal: init?.signal ?? request?.signal,
  }
}

function isRequest(input: unknown): input is Request {
  return typeof input === 'object' && input !== null && !(input instanceof URL)
}

/** The URL that fetch was asked for; fetch itself refuses what is none. */
export function urlOf(input: unknown): string {
  if (typeof input === 'string') return input
  const url: unknown = isRequest(input) ? input.url : input
  return typeof url === 'string' ? url : input instanceof URL ? input.href : ''
}

/** Which URL has answered. Asking a Response costs some microseconds; without a redirect it says what was asked. */
export function answeringUrl(response: Response, asked: string): string {
  try {
    const { redirected } = response as { redirected?: boolean } // polyfills don't tell it
    return redirected === false && /^https?:/i.test(asked) ? asked : response.url || asked
  } catch {
    return asked
  }
}

/** Whether a value is an answer that may tell an error: a Response of any implementation, and neither opaque, informational nor a redirect. */
export function isAnswer(value: unknown): value is Response {
  let status: number | undefined
  let type: string | undefined
  try {
    ;({ status, type } = (value ?? {}) as Partial<Response>)
  } catch {
    return false // a Proxy around a Response, which its class does not know
  }
  if (typeof status !== 'number' || type === 'opaque' || type === 'opaqueredirect' || type === 'error') return false
  return (status >= 200 && status < 300) || (status >= 400 && status < 1000)
}

/** Whether a request ended by the caller's own signal, `AbortSignal.timeout` included, or by an abort of the runtime's. */
export function isCancelled(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true || (error as { name?: unknown } | null | undefined)?.name === 'AbortError'
}
