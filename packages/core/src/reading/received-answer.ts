import type { Answer } from './answer.ts'
import { decodeText } from './decode-text.ts'
import { isRecord } from './is-record.ts'
import { given } from './own.ts'
import { parseJson } from './parse-json.ts'
import type { RawResponse } from './raw-response.ts'
import { readHeader } from './read-header.ts'
import type { Reader } from './reader.ts'

/** Text and bytes beyond this are not read: the status alone decides. */
const most = 1_048_576

/** An Answer that reads each part of the raw response when it is first asked for, and once. */
export class ReceivedAnswer implements Answer {
  readonly raw: RawResponse
  readonly readers: readonly Reader[]
  readonly status: number
  /** A value that the client has parsed is at hand at once; undefined otherwise. */
  private read: unknown
  private content: string | undefined
  /** 0: nothing read; 1: the text is known; 2: the value is known too. */
  private step: 0 | 1 | 2 = 0
  private address: URL | undefined | null = null

  constructor(raw: RawResponse, readers: readonly Reader[]) {
    this.raw = raw
    this.readers = readers
    this.status = Number((raw as { status: unknown }).status)
    const { body } = raw
    if (isRecord(body) && !isBytes(body)) {
      this.read = body
      this.step = 2
    }
  }

  get method(): string {
    return methodOf(this.raw)
  }

  get url(): URL | undefined {
    if (this.address === null) this.address = toUrl(this.raw.url)
    return this.address
  }

  header(name: string): string | undefined {
    return readHeader(this.raw.headers, name)
  }

  get text(): string | undefined {
    if (this.step === 0) {
      this.step = 1
      const { body } = this.raw
      if (typeof body === 'string') this.content = body.length <= most ? body : undefined
      else if (isRecord(body)) this.content = textOf(body, this.header('content-type'), this.readers)
    }
    return this.content
  }

  get value(): unknown {
    if (this.step !== 2) {
      const { text } = this
      this.step = 2
      if (text !== undefined) this.read = readText(text, this.readers)
    }
    return this.read
  }
}

function textOf(body: object, contentType: string | undefined, readers: readonly Reader[]): string | undefined {
  try {
    const bytes = ArrayBuffer.isView(body)
      ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
      : new Uint8Array(body as ArrayBuffer)
    return bytes.byteLength <= most ? decodeText(bytes, contentType, readers) : undefined
  } catch {
    return undefined // a detached buffer, or a shared one that the runtime does not decode
  }
}

function readText(text: string, readers: readonly Reader[]): unknown {
  const value = parseJson(text)
  if (value !== undefined) return value
  for (const reader of readers) {
    const other = given(reader, 'read')?.call(reader, text)
    if (other !== undefined) return other
  }
  return undefined
}

/** The tag is asked, not the class: a buffer of another realm is bytes too. */
function isBytes(body: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(body)
  if (prototype === Object.prototype || prototype === Array.prototype || prototype === null) return false
  if (ArrayBuffer.isView(body)) return true
  const tag = Object.prototype.toString.call(body)
  return tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]'
}

/** A request's method in capitals; anything but text is a client's default. */
export function methodOf({ method }: Pick<RawResponse, 'method'>): string {
  if (method === 'GET' || typeof method !== 'string') return 'GET'
  return method.toUpperCase()
}

/** An absolute URL, or undefined. */
export function toUrl(url: unknown): URL | undefined {
  if (typeof url === 'string')
    try {
      return new URL(url) // not `URL.parse`, which engines of 2023 lack
    } catch {
      return undefined
    }
  return url instanceof URL ? url : isRecord(url) && typeof url['href'] === 'string' ? toUrl(url['href']) : undefined
}
