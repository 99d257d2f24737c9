// What adapters of clients that are built on fetch need.
import { isTransportCode, own } from '@unifault/core/adapter'
import { responseLike } from './events.ts'
import type { Asked, BodyOptions, Examined } from './examine.ts'
import type { Seen } from './peek.ts'

export * from './examine.ts'
export { type Readings, readingsOf } from './late.ts'
export { attachTo, settleStacks } from './observe.ts'

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

/** Frees the connection of an answer that is not handed on: nobody will read the rest of its body. */
export function releaseBody({ response, seen }: Examined, { keep }: BodyOptions): void {
  if (seen?.isEnded === true && keep === 'all') return // it stays readable through `originOf`
  try {
    const body = response.body as (ReadableStream & { destroy?(): void }) | null | undefined
    if (typeof body?.getReader !== 'function') body?.destroy?.()
    else if (!body.locked) body.cancel().catch(() => undefined)
  } catch {
    // a body of a library's own
  }
}

/** The answer again, with what has come of its body: a client that reads it will not wait for the rest. */
export function answerOf(response: Response, body: Seen['body']): Response {
  try {
    return responseLike(response, body as string | undefined)
  } catch {
    return response // a runtime without Response, or with none of this status
  }
}

/**
 * Whether what the caller uploads failed, and not the way: a file that is missing, a generator that throws. Only streams, iterators,
 * Blobs and forms of them can. It stays the caller's own error.
 */
export function isOwnUpload(error: unknown, body: unknown): boolean {
  if (typeof body !== 'object' || body === null || body instanceof URLSearchParams || ArrayBuffer.isView(body))
    return false
  const { errored } = body as { readonly errored?: unknown } // a stream of Node's says so
  let root = error as { readonly code?: unknown; readonly message?: unknown; readonly cause?: unknown }
  for (let depth = 0; depth < 8 && root !== errored && isErrorLike(root.cause); depth++) root = root.cause
  // So Node words that the sender of a request which is handed on has hung up.
  if (root === errored || (root.code === 'ECONNRESET' && root.message === 'aborted')) return true
  return typeof root.code === 'string' ? !isTransportCode(root.code) : root !== error
}

function isErrorLike(value: unknown): value is { readonly code?: unknown; readonly cause?: unknown } {
  return typeof value === 'object' && value !== null && 'message' in value
}

/** One wrapping of a client, which a later one with the same providers and mode renews in place. */
export interface Layer {
  /** The ids of its providers, in order. */
  readonly ids: readonly string[]
  /** The adapter's mode. */
  readonly mode: string
  /** Puts other options in the place of its own, those of a hot reload or of the next test. */
  renew(settings: object): void
}

/** The ids of what a wrapping was given. */
export function idsOf(providers: unknown): string[] {
  return [providers].flat().map((provider) => String(own(provider, 'id')))
}

/**
 * Renews the layer that has these providers and this mode.
 *
 * @param layers those that the client has
 * @param name what the client is called in the error
 * @returns false when there is none, and a new one may be laid around the client: around a bare one, or where one of two only observes
 * @throws TypeError that names both, when the client has other providers or another mode
 */
export function renews(
  layers: readonly Layer[],
  name: string,
  { ids, mode }: Omit<Layer, 'renew'>,
  settings: object,
): boolean {
  const same = layers.find((layer) => layer.mode === mode && layer.ids.join() === ids.join())
  same?.renew(settings)
  const other = layers.find((layer) => layer.mode !== 'observe')
  if (same === undefined && other !== undefined && mode !== 'observe')
    throw new TypeError(
      `\`${name}\` is wrapped already, for ${shown(other)}; it cannot be wrapped for ${shown({ ids, mode })} too: wrap the bare one`,
    )
  return same !== undefined
}

function shown({ ids, mode }: Omit<Layer, 'renew'>): string {
  return `${ids.join(', ')} (mode '${mode}')`
}
