import type { Fields, Outgoing } from '@unifault/core/adapter'

export type FetchInput = string | URL | Request
type Bytes = Uint8Array<ArrayBuffer>

/** One sending of fetch. Headers and URL are copied when they are asked for: most sendings change neither. */
export class FetchOutgoing implements Outgoing<RequestInit> {
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
    this.native = { ...init }
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
    return this.request?.url ?? (this.input as string | URL).toString()
  }
}

/** The Request among what fetch takes, of any realm. */
export function requestAmong(input: FetchInput): Request | undefined {
  return typeof input === 'string' || input instanceof URL ? undefined : input
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
