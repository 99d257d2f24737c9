// What axios leaves behind of a call, as the classifier reads it. Only what an error needs is read: most answers are none.
import type { PerCallOptions, RawResponse } from '@unifault/core'
import {
  bytesOf,
  decodeText,
  isBytes,
  isJsonType,
  isTexty,
  mostBytes,
  readHeader,
  readPerCall,
} from '@unifault/core/adapter'
import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios'

/** What is asked of an instance to know a call's URL. */
export interface UriSource {
  /** The URL that a config leads to. */
  getUri(config?: never): string
}

/** As much of a Blob as is used here; not every runtime has all of it. */
interface BlobLike {
  readonly size: number
  readonly type: string
  arrayBuffer?(): Promise<ArrayBuffer>
  text?(): Promise<string>
}

/** Symbols on a config, since axios and its plug-ins copy configs: what cannot be known any more when the answer comes. */
const form: unique symbol = Symbol('unifault.form')
const began: unique symbol = Symbol('unifault.began')

/** A call's config; errors may come without one. */
export type Config = Partial<
  Pick<
    InternalAxiosRequestConfig<unknown>,
    'url' | 'params' | 'method' | 'headers' | 'auth' | 'data' | 'timeout' | 'responseType' | 'apiErrors'
  >
> & {
  readonly allowAbsoluteUrls?: boolean | undefined
  'axios-retry'?: unknown
  [form]?: unknown
  [began]?: number | undefined
}

/** How text begins that was meant as a JSON document, a page, a guarded document or a JSONP call, and did not parse. */
const unparsed = /^\s*(?:\{\s*["}]|\[\s*[[\]{"\d-]|<|\)\]\}|[\w$.]{1,64}\s*\()/

/** Of one text in a form, both ends: one upload must not take the room of the fields behind it. */
const mostField = 8192

/** Whether a value is still the response of axios: an interceptor before ours may have put its data in its place. */
export function isResponse(value: unknown): value is AxiosResponse<unknown> {
  if (typeof value !== 'object' || value === null) return false
  const { status, config } = value as Partial<AxiosResponse>
  return typeof status === 'number' && typeof config === 'object' && config !== null
}

/**
 * A response's data as far as it may tell an error: what axios parsed, text, or small bytes of a texty media type.
 *
 * @returns undefined for what is the user's to read: the status alone decides then
 */
export function bodyOf({ data, headers, config }: AxiosResponse<unknown>): unknown {
  const as = config.responseType?.toLowerCase() ?? ''
  if (as === 'stream' || as === 'formdata' || as === 'response') return undefined
  if (typeof data === 'string') {
    if (as === '' || as === 'json')
      // axios has tried to parse it: it is a JSON string, which must not be taken for broken JSON, or it did not parse.
      return !isJsonType(typeOf(headers)) || unparsed.test(data) ? data : undefined
    // The http adapter gives a string for a Blob.
    return as !== 'blob' || isSmallText(data.length, typeOf(headers)) ? data : undefined
  }
  if (typeof data !== 'object' || data === null) return undefined
  const tag = tagOf(data)
  if (tag === 'Object' || tag === 'Array') return data
  return (ArrayBuffer.isView(data) || tag === 'ArrayBuffer') &&
    isSmallText((data as ArrayBuffer).byteLength, typeOf(headers))
    ? data
    : undefined
}

/** The Blob in an answer, where its text may tell an error. */
export function blobOf({ data, headers }: AxiosResponse<unknown>): BlobLike | undefined {
  if (typeof data !== 'object' || data === null || !/^(?:Blob|File)$/.test(tagOf(data))) return undefined
  const { size, type } = data as BlobLike
  return isSmallText(size, typeOf(headers) || type) ? (data as BlobLike) : undefined
}

/** What a Blob holds: it can be read any number of times. Undefined where it cannot be read: the status decides. */
export async function readBlob(blob: BlobLike): Promise<unknown> {
  try {
    return await (blob.arrayBuffer?.() ?? blob.text?.())
  } catch {
    return undefined
  }
}

/** Whether an answer that must have had data is left without: JSON never parses into `undefined`, so somebody took it away. */
export function isEmptied({ data, status, headers, config }: AxiosResponse<unknown>): boolean {
  return data === undefined && status !== 204 && config.method !== 'head' && isJsonType(typeOf(headers))
}

/** The media type of an answer; empty when none is told. */
function typeOf(headers: unknown): string {
  return readHeader(headers, 'content-type') ?? ''
}

function isSmallText(size: number, mediaType: string): boolean {
  return size <= mostBytes && (mediaType === '' || isTexty(mediaType))
}

/** The tag is asked, not the class: jest and other realms have classes of their own. */
function tagOf(data: object): string {
  return Object.prototype.toString.call(data).slice(8, -1)
}

/** At most 64 KiB of a body's text. */
export function keptText(body: unknown, headers: unknown): string | undefined {
  const text =
    typeof body === 'object' && body !== null && isBytes(body)
      ? decodeText(bytesOf(body), typeOf(headers))
      : typeof body === 'string'
        ? body
        : (JSON.stringify(body) as string | undefined)
  // A copy: a part of a string keeps the whole alive.
  return text && (JSON.parse(JSON.stringify(text.slice(0, mostBytes))) as string)
}

const noOption: PerCallOptions = {}

/** One call's option, checked; undefined when it switches us off. Only the config's own: none is read from a polluted prototype. */
export function perCallOf(config: Config): PerCallOptions | undefined {
  return Object.hasOwn(config, 'apiErrors') ? readPerCall(config.apiErrors, 'apiErrors') : noOption
}

/** Which attempt this is, where axios-retry counts them. */
export function attemptOf(config: Config): { readonly attempt: number } | undefined {
  const state = config['axios-retry'] as { readonly retryCount?: unknown } | undefined
  return typeof state?.retryCount === 'number' ? { attempt: state.retryCount + 1 } : undefined
}

/**
 * Notes on a config, before anything is sent, what the answer cannot tell: when the call began, and the texts of a form, whose stream is
 * empty once it was sent. Nothing is read but texts that are there already; bytes, streams, Blobs and files stay untouched.
 */
export function noteRequest(config: Config): void {
  // axios tells the duration of a call from 1.21 on; before that only this knows whether its time had run out.
  if (config.timeout) config[began] = globalThis.performance?.now()
  const { data } = config
  if (typeof data !== 'object' || data === null) return
  const { _streams: streams } = data as { readonly _streams?: unknown }
  if (Array.isArray(streams)) config[form] ??= formText(streams)
  // axios makes a form of this object and puts it in its place.
  else if (/^multipart\//i.test(readHeader(config.headers, 'content-type') ?? '')) config[form] ??= data
}

/** The texts in an object of the package form-data, which axios uses in Node: its part headers and fields. */
function formText(streams: readonly unknown[]): string {
  let text = ''
  for (const part of streams) {
    // What ends a field is a function, which is not called.
    if (typeof part !== 'string') text += '\n'
    else text += part.length > mostField ? `${part.slice(0, mostField / 2)}\n${part.slice(-mostField / 2)}` : part
    if (text.length > mostBytes) break
  }
  return text
}

/** Whether the time that `config.timeout` gives had run out; `duration` in milliseconds, as axios measures it from 1.21 on. */
export function isOverdue(config: Config | undefined, duration: number | undefined): boolean {
  const timeout = Number(config?.timeout)
  const start = config?.[began]
  // Timers may fire a millisecond early.
  const took = duration ?? (start === undefined ? 0 : globalThis.performance.now() - start + 1)
  return timeout > 0 && took >= timeout
}

/**
 * A response and its request, or a request that got none. The body of the request is handed over as it is, for the classifier to read a
 * bounded part of, and only when it makes an error. A class, since an object with getters of its own costs several times what judging a
 * success costs.
 */
export class AxiosAnswer implements RawResponse {
  readonly method: string
  readonly status: number
  readonly headers: unknown
  readonly body: unknown
  private readonly instance: UriSource
  private readonly config: Config
  private readonly request: unknown

  constructor(
    instance: UriSource,
    config: Config,
    response: AxiosResponse<unknown> | undefined,
    headers: unknown,
    body: unknown,
  ) {
    this.method = config.method ?? 'get'
    this.status = response?.status ?? NaN
    this.headers = headers
    this.body = body
    this.instance = instance
    this.config = config
    this.request = response?.request
  }

  get url(): string | undefined {
    return urlOf(this.instance, this.request, this.config)
  }

  get requestUrl(): string | undefined {
    return uriOf(this.instance, this.config)
  }

  /** With the credentials of `config.auth` under names by which they are known for secrets. */
  get requestHeaders(): unknown {
    const { headers, auth } = this.config
    if (!auth) return headers
    const { username, password } = auth
    const credentials = `${username}:${password}`
    return Object.assign({}, headers, { 'username-credential': username, password, credentials })
  }

  get requestBody(): unknown {
    return this.config[form] ?? this.config.data
  }
}

/**
 * The URL that gave an answer, redirects followed, by what the adapter left: a ClientRequest of Node, an XMLHttpRequest, or a Request,
 * which tells only where it went first. Where it left nothing, the URL that was asked for.
 */
export function urlOf(instance: UriSource, request: unknown, config: Config): string | undefined {
  const sent = request as
    | { readonly res?: { readonly responseUrl?: unknown }; readonly responseURL?: unknown; readonly url?: unknown }
    | null
    | undefined
  for (const url of [sent?.res?.responseUrl, sent?.responseURL, sent?.url])
    if (typeof url === 'string' && url.includes('://')) return url
  return uriOf(instance, config)
}

/** The URL that was asked for, with its params: they may carry what must not be shown. Undefined when axios cannot tell it. */
function uriOf(instance: UriSource, config: Config): string | undefined {
  try {
    const { url, params, allowAbsoluteUrls } = config
    // An absolute URL stays as it is. To ask axios for it would merge the whole config with its defaults once more.
    const isWhole = params === undefined && allowAbsoluteUrls !== false && /^https?:\/\/[\w[]/i.test(url ?? '')
    const uri = isWhole ? (url as string) : instance.getUri(config as never)
    // In a browser a URL may be relative to the page.
    const page = (globalThis as { location?: { href?: string } }).location?.href
    return page === undefined ? uri : new URL(uri, page).href
  } catch {
    return undefined // a `paramsSerializer` that throws
  }
}
