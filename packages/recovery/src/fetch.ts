// A call of fetch, or of what is built on it, run by a recoverer.
import type { ApiError } from '@unifault/core'
import { attachApiError, type FetchCall, type Fields, type Outgoing, type Recoverer } from '@unifault/core/adapter'
import { isRepeatableBody } from './repeatable-body.ts'

export type FetchInput = string | URL | Request
type Bytes = Uint8Array<ArrayBuffer>

/**
 * Lets a recoverer run one call of fetch. What the user gave is never changed: each attempt has headers and an `init` of its own.
 * The body of a Request is sent again up to 64 KiB.
 *
 * @returns the Response of the last attempt, also where that one is an error
 * @throws what the last attempt threw, or the reason of the user's signal
 */
export async function recoverFetch(
  handle: Recoverer['handle'],
  call: FetchCall<FetchInput, RequestInit, Response>,
): Promise<Response> {
  const { input, init, send, errorIn, told, provider, idempotencyHeader, timeoutMs } = call
  const request = requestAmong(input)
  const body: unknown = init?.body ?? undefined
  const spare = request && body === undefined ? spareBody(request) : undefined
  try {
    return await handle<Response, RequestInit>({
      signal: init?.signal ?? request?.signal,
      provider,
      idempotencyHeader,
      timeoutMs,
      canRepeat: () => (spare ? spare.bytes() !== undefined : isRepeatableBody(body)),
      prepare: () => new FetchOutgoing(input, init),
      async send(outgoing, attempt) {
        const sending = outgoing as FetchOutgoing
        const bytes = attempt > 1 ? spare?.bytes() : sending.needsBody ? await spare?.whole : undefined
        const response = await send(...sending.arguments(bytes), attempt)
        const found = errorIn?.(response)
        if (found !== undefined) throw new HeldResponse(response, found)
        return response
      },
      told(failed, what) {
        // Nobody will read it: its connection is free for the next attempt.
        if (what.willRetry && failed instanceof HeldResponse) release(failed.response)
        told?.(failed, what)
      },
    })
  } catch (error) {
    if (error instanceof HeldResponse) return error.response
    throw error
  }
}

function release({ body }: Response): void {
  if (typeof body?.cancel === 'function') body.cancel().catch(() => undefined)
}

/** An answer that is an error, on its way through the recoverer. */
class HeldResponse extends Error {
  /** The answer that goes on to the user. */
  readonly response: Response

  constructor(response: Response, apiError: ApiError) {
    super()
    this.response = response
    attachApiError(this, apiError)
  }
}

/** One sending of fetch. Headers and URL are copied when they are asked for: most sendings change neither. */
class FetchOutgoing implements Outgoing<RequestInit> {
  readonly method: string
  readonly native: RequestInit
  readonly headers: Fields
  readonly query: Fields
  private readonly input: FetchInput
  private readonly request: Request | undefined
  private headersCopy: Headers | undefined
  private urlCopy: URL | undefined
  private hasNewHeaders = false
  private hasNewUrl = false

  constructor(input: FetchInput, init: RequestInit | undefined) {
    this.input = input
    this.request = requestAmong(input)
    this.method = (init?.method ?? this.request?.method ?? 'GET').toUpperCase()
    this.native = copyOf(init)
    const headers = (): Headers => (this.headersCopy ??= new Headers(init?.headers ?? this.request?.headers))
    const newHeaders = (): Headers => {
      this.hasNewHeaders = true
      return headers()
    }
    this.headers = {
      get: (name) => headers().get(name) ?? undefined,
      set: (name, value) => newHeaders().set(name, value),
      delete: (name) => newHeaders().delete(name),
    }
    const params = (): URLSearchParams | undefined => this.parsedUrl()?.searchParams
    const newParams = (): URLSearchParams | undefined => {
      this.hasNewUrl = true
      return params()
    }
    this.query = {
      get: (name) => params()?.get(name) ?? undefined,
      set: (name, value) => newParams()?.set(name, value),
      delete: (name) => newParams()?.delete(name),
    }
  }

  get url(): string {
    const copy = this.parsedUrl()
    return copy ? copy.href : this.href
  }

  /**
   * The two arguments of fetch.
   *
   * @param body the body of a Request that was sent before, or whose URL changes
   */
  arguments(body: Bytes | undefined): [input: FetchInput, init: RequestInit] {
    const { native, request, input } = this
    const init: RequestInit = {
      ...native,
      ...(this.hasNewHeaders && { headers: this.headersCopy as Headers }),
      ...(body && { body }),
    }
    if (!this.hasNewUrl) return [input, init]
    if (!request) return [this.url, init]
    return [
      body || request.body === null ? this.url : new Request(this.url, request),
      { ...settingsOf(request), ...init },
    ]
  }

  /** Whether the body of a Request has to be known for this sending. */
  get needsBody(): boolean {
    return this.hasNewUrl && this.request !== undefined
  }

  /** Undefined for what is no URL: fetch itself refuses it. */
  private parsedUrl(): URL | undefined {
    const page = (globalThis as { location?: { href?: string } }).location?.href
    return (this.urlCopy ??= URL.canParse(this.href, page) ? new URL(this.href, page) : undefined)
  }

  private get href(): string {
    try {
      return this.request?.url ?? (this.input as string | URL).toString()
    } catch {
      return ''
    }
  }
}

/** The Request among what fetch takes, of any realm. Of any other object it is the text that counts. */
function requestAmong(input: FetchInput): Request | undefined {
  const { url, clone } = Object(input) as Partial<Request>
  return typeof url === 'string' && typeof clone === 'function' ? (input as Request) : undefined
}

const settings = [
  'method',
  'headers',
  'mode',
  'credentials',
  'cache',
  'redirect',
  'referrer',
  'referrerPolicy',
  'integrity',
  'keepalive',
  'signal',
] as const

/** What a Request says beside its URL and body. */
function settingsOf(request: Request): RequestInit {
  return Object.fromEntries(settings.map((name) => [name, request[name]]))
}

const members = [...settings, 'body', 'duplex', 'priority', 'dispatcher', 'cf'] as const

/** A copy of an `init`, which may have its members from a class: a Request can be one, too. */
function copyOf(init: RequestInit | undefined): RequestInit {
  const copy: Record<string, unknown> = { ...init }
  const prototype: unknown = init && Object.getPrototypeOf(init)
  if (init && prototype !== Object.prototype && prototype !== null)
    for (const name of members) {
      const value = (init as Record<string, unknown>)[name]
      if (value !== undefined) copy[name] = value
    }
  return copy
}

/** A larger body of a Request is sent once only: a spare copy would have to be kept in memory. */
const most = 65_536

/** A copy of a Request's body, for a second sending. */
interface SpareBody {
  /** The bytes; undefined when there are too many, or not all have come yet. */
  readonly bytes: () => Uint8Array<ArrayBuffer> | undefined
  /** The same, once it is known. */
  readonly whole: Promise<Uint8Array<ArrayBuffer> | undefined>
}

/**
 * Reads along with the sending of a Request, from a clone: the Request itself stays as it is.
 *
 * @returns undefined when there is no body, or it has been read already
 */
function spareBody(request: Request): SpareBody | undefined {
  // Firefox has no `body` here, though there may be one.
  if (request.bodyUsed || request.body === null || /^(?:GET|HEAD)$/.test(request.method)) return undefined
  let bytes: Uint8Array<ArrayBuffer> | undefined
  const whole = read(request.clone()).then(
    (found) => (bytes = found),
    () => undefined, // the sending tells of it
  )
  return { bytes: () => bytes, whole }
}

async function read(copy: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const stream = copy.body as ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined
  if (!stream) {
    const all = new Uint8Array(await copy.arrayBuffer())
    return all.byteLength > most ? undefined : all
  }
  const reader = stream.getReader()
  let all = new Uint8Array(0)
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return all
    if (all.byteLength + value.byteLength > most) {
      // Not awaited: cancelling one branch of a tee settles only when the other is cancelled too.
      void reader.cancel().catch(() => undefined)
      return undefined
    }
    const longer = new Uint8Array(all.byteLength + value.byteLength)
    longer.set(all)
    longer.set(value, all.byteLength)
    all = longer
  }
}
