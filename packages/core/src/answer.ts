// What came back, as dialects see it: each part is read when it is first asked for, and once. Nothing here throws.
import { decodeText, parseJson, readBy } from './json.ts'

/** An answer as an adapter hands it over: the adapter's only knowledge of its client. */
export interface RawResponse {
  /** The URL that was asked. */
  readonly url: string | URL | undefined
  /** The request's method, in any case. */
  readonly method: string
  /** The HTTP status. */
  readonly status: number
  /** Headers, a Map, an AxiosHeaders, pairs, or a record of names in any case. */
  readonly headers: unknown
  /** Text, bytes (ArrayBuffer or a view), the value that the client parsed, or undefined. */
  readonly body: unknown
  /** What the request carried: its secrets are kept out of every view, and `Idempotency-Key` is read. */
  readonly requestHeaders?: unknown
  /** Where the request went first, when a redirect led to `url`. */
  readonly requestUrl?: string | URL | undefined
  /** The request's body as the caller gave it: text, bytes, a form, or an object. Streams and files are not read. */
  readonly requestBody?: unknown
  /** The name of a server-sent event whose data are the body; empty where the event has none. Undefined for a whole answer. */
  readonly event?: string | undefined
  /** What an adapter has read of the body already: it is not read again. */
  readonly parsed?: Parsed | undefined
}

/** A body that is JSON, as text and as `JSON.parse` gave it. */
export interface Parsed {
  /** The text, read as UTF-8. */
  readonly text: string
  /** The object or list that it says. */
  readonly value: object
}

/** Makes a value of a body that is not JSON. A bundle pays only for the readers that its providers name. */
export interface Reader {
  /** What errors of a definition call it. */
  readonly name: string
  /** Text → value, or undefined when the text is not of this form. Never throws, linear in the text. */
  read?(text: string): unknown
  /** Bytes → text, for an encoding that the content type does not declare; undefined when they are not of it. */
  decode?(bytes: Uint8Array): string | undefined
}

/** An answer as dialects see it. Reading any of it never throws. */
export interface Answer {
  /** The URL that has answered; undefined when it is relative or none. */
  readonly url: URL | undefined
  /** The host name in small letters; empty when the URL is relative or none. */
  readonly host: string
  /** The path, without the prefix under which `withHosts` found the provider. */
  readonly path: string
  /** The request's method in capital letters. */
  readonly method: string
  /** The HTTP status as it came. */
  readonly status: number
  /** What the readers made of the body; undefined when none could read it. */
  readonly value: unknown
  /** The raw text where it is at hand, at most 1 MiB. */
  readonly text: string | undefined
  /** The name of a server-sent event that is judged as an answer; undefined for a whole answer. */
  readonly event?: string | undefined
  /** A response header by its name in any case; undefined when absent. */
  header(name: string): string | undefined
}

/** Whether a value can hold own properties: an object or an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A value's own property; undefined for what it inherits, and for what is no record. */
export function own(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** A copy that inherits nothing: what is left out is not read from a polluted `Object.prototype`. */
export function ownOptions<T extends object>(given: T): T {
  return { __proto__: null, ...given }
}

/** Text and bytes beyond this are not read: the status alone decides. 1 MiB. */
const most = 1_048_576
/** Enough header names for any honest answer. */
const mostNames = 512

/** An absolute URL, or undefined. */
export function toUrl(url: unknown): URL | undefined {
  try {
    return url instanceof URL ? url : new URL(typeof url === 'string' ? url : (own(url, 'href') as string))
  } catch {
    return undefined
  }
}

/**
 * Absolute URLs that `new URL` would leave as they are, but for their case: most are, and reading them so is ten times faster.
 * A host whose last label begins with a digit is another way to write an address (`127.1`, `0x7f.1`).
 */
const plainUrl =
  /^https?:\/\/((?:[\w-]+\.)*[a-z][\w-]*)(:[1-9]\d{0,3}|:[1-5]\d{4})?((?:\/(?!\.)[\w.~@!$&'()*+,;=:-]*)*)(?=[?#]|$)/i
const plainQuery = /^(?:\?[\w.~!$&()*+,;=:@/?%-]*)?$/

/** Host name (without the dot that may end it), `host:port`, and path of an absolute URL; only the path of a relative one. */
export type UrlParts = { readonly [Part in 'host' | 'authority' | 'path']: string }

export function splitUrl(url: unknown): UrlParts {
  const whole = plainAddress(url) ?? toUrl(url)
  if (whole !== undefined)
    return { host: whole.hostname.replace(/\.$/, ''), authority: whole.host, path: whole.pathname }
  return { host: '', authority: '', path: /^\/[^?#]*/.exec(typeof url === 'string' ? url : '')?.[0] ?? '' }
}

/** What a URL says of where a request went, and with which names and values. */
export type Address = Pick<
  URL,
  'protocol' | 'username' | 'password' | 'host' | 'hostname' | 'pathname' | 'search' | 'hash'
>

/** The parts of a URL that `new URL` would leave as they are; undefined for any other. */
function plainAddress(url: unknown): Address | undefined {
  const plain = typeof url === 'string' ? plainUrl.exec(url) : null
  if (plain === null) return undefined
  const search = (url as string).slice(plain[0].length)
  if (!plainQuery.test(search)) return undefined
  const protocol = /^https/i.test(plain[0]) ? 'https:' : 'http:'
  const hostname = (plain[1] as string).toLowerCase()
  const port = plain[2] === (protocol === 'https:' ? ':443' : ':80') ? '' : (plain[2] ?? '')
  const pathname = plain[3] || '/'
  return { protocol, username: '', password: '', host: hostname + port, hostname, pathname, search, hash: '' }
}

/** The parts of an absolute URL; undefined of what is none. */
export function addressOf(url: unknown): Address | undefined {
  return plainAddress(url) ?? toUrl(url)
}

/**
 * A header's value by its name in any case, from a Headers, an AxiosHeaders, a Map, pairs or a record of any case.
 * Of several values the first counts. A bag whose proxy or getters throw has no headers.
 */
export function readHeader(bag: unknown, name: string): string | undefined {
  try {
    if (!isRecord(bag)) return undefined
    if (Object.hasOwn(bag, name)) return headerText(bag[name])
    if (typeof bag['get'] === 'function' && !Object.hasOwn(bag, 'get')) {
      const found = headerText((bag as { get(name: string): unknown }).get(name))
      if (found !== undefined) return found
    }
    let left = mostNames
    if (Array.isArray(bag) || bag instanceof Map) {
      for (const entry of bag as Iterable<unknown>)
        if (--left < 0) break
        else if (Array.isArray(entry) && isSameName(String(entry[0]), name)) return headerText(entry[1])
    } else
      for (const key in bag)
        if (--left < 0) break
        else if (isSameName(key, name) && Object.hasOwn(bag, key)) return headerText(bag[key])
  } catch {
    // nothing of the user's objects may reach the request
  }
  return undefined
}

function isSameName(one: string, other: string): boolean {
  return one.length === other.length && one.toLowerCase() === other.toLowerCase()
}

function headerText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value.find((one) => one !== undefined && one !== null) : value
  return typeof first === 'string' ? first : typeof first === 'number' ? String(first) : undefined
}

/** The tag is asked, not the class: a buffer of another realm is bytes too. */
export function isBytes(body: object): body is ArrayBuffer | ArrayBufferView {
  const prototype: unknown = Object.getPrototypeOf(body)
  if (prototype === Object.prototype || prototype === Array.prototype || prototype === null) return false
  return ArrayBuffer.isView(body) || Object.prototype.toString.call(body).endsWith('ArrayBuffer]')
}

/** Bytes as they are to be read, in whatever view they come. */
export function bytesOf(body: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(body) ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : new Uint8Array(body)
}

/** An Answer that reads each part of the raw response when it is first asked for, and once. */
export class ReceivedAnswer implements Answer {
  readonly raw: RawResponse
  readonly status: number
  private readers: readonly Reader[]
  private prefix: string
  private address: URL | undefined | null = null
  private splitted: UrlParts | undefined
  private content: string | undefined
  private read: unknown
  /** 0: nothing read; 1: the text is known; 2: the value is known too. */
  private step: 0 | 1 | 2 = 0

  constructor(raw: RawResponse, readers: readonly Reader[] = [], prefix = '') {
    this.raw = raw
    this.readers = readers
    this.prefix = prefix
    this.status = Number((raw as { status: unknown }).status)
    const { body } = raw
    const isText = !isRecord(body) || isBytes(body)
    const parsed = isText ? (own(raw, 'parsed') as Parsed | undefined) : undefined
    if (isText && !parsed) return
    this.content = parsed?.text
    this.read = parsed ? parsed.value : body
    this.step = 2
  }

  /** Says who reads it, once that is known. `prefix` is what `withHosts` put before the provider's own paths. */
  readBy(readers: readonly Reader[], prefix: string): void {
    this.readers = readers
    this.prefix = prefix
  }

  /** In capitals; anything but text is a client's default. */
  get method(): string {
    const { method } = this.raw as { method: unknown }
    return typeof method === 'string' ? method.toUpperCase() : 'GET'
  }

  get event(): string | undefined {
    return own(this.raw, 'event') as string | undefined
  }

  get url(): URL | undefined {
    if (this.address === null) this.address = toUrl(this.raw.url)
    return this.address
  }

  /** What the URL is made of, the prefix included. */
  get parts(): UrlParts {
    return (this.splitted ??= splitUrl(this.raw.url))
  }

  get host(): string {
    return this.parts.host
  }

  get path(): string {
    return this.parts.path.slice(this.prefix.length) || '/'
  }

  header(name: string): string | undefined {
    return readHeader(this.raw.headers, name)
  }

  get text(): string | undefined {
    if (this.step === 0) {
      this.step = 1
      const { body } = this.raw
      if (typeof body === 'string') this.content = body.length <= most ? body : undefined
      else if (isRecord(body)) this.content = this.decode(body as unknown as ArrayBuffer)
    }
    return this.content
  }

  private decode(body: ArrayBuffer | ArrayBufferView): string | undefined {
    try {
      const bytes = bytesOf(body)
      if (bytes.byteLength <= most) return decodeText(bytes, this.header('content-type'), this.readers)
    } catch {
      // a detached buffer, or a shared one that the runtime does not decode
    }
    return undefined
  }

  get value(): unknown {
    if (this.step !== 2) {
      const { text } = this
      this.step = 2
      if (text !== undefined) this.read = parseJson(text)
      if (text !== undefined && this.read === undefined)
        for (const reader of this.readers) if ((this.read = readBy(reader, 'read', text)) !== undefined) break
    }
    return this.read
  }
}
