/**
 * Reading a request flat: its URL, header values and body as a few bounded texts, so that secrets can be found by the
 * name before them, whatever the notation. The user's objects stay untouched: no getter is called, no stream,
 * iterator, Blob or file is read, and only own properties count.
 */

import type { Address } from '../answer.ts'

/** What the core sees of a request in order to know which values must not be shown. */
export interface RequestView {
  /** Where the request went. */
  readonly url?: Address | undefined
  /** Where it went first, when a redirect led to `url`. */
  readonly firstUrl?: Address | undefined
  /** A Headers, a Map, a record, or a list of pairs. */
  readonly headers?: unknown
  /** The body as the caller gave it. */
  readonly body?: unknown
}

/** Makes a provider's text fit to be shown, in at most `most` characters. */
export type Redact = (text: string, most?: number) => string

/**
 * What a text of a request is: a secret as it stands, one only if it looks opaque, the value of a header, names and
 * values in any notation, or something that may be shown; of a path each segment.
 */
type Kind = 'secret' | 'opaque' | 'header' | 'text' | 'plain' | 'path'
export interface RequestText {
  readonly text: string
  readonly kind: Kind
  /** It is a part of the text before it, between its separators. */
  readonly isPart: boolean
}

/** Of a body, and of all headers together. */
const mostText = 65_536
/** Of one value in an object: an upload must not take the room of the fields behind it. */
const mostValue = mostText / 8
/** Of a path. */
const mostPath = 4096

/** The user's objects may throw; what was found so far stands. */
export function attempt<T>(step: () => T): T | undefined {
  try {
    return step()
  } catch {
    return undefined
  }
}

// ── Names and looks ─────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Which names carry secrets, and which values look like one.
 *
 * A strong name always carries a secret or personal data. A weak one has everyday meanings too, so its value counts
 * only where it looks opaque. Names are compared without case and separators, by their end: `X-Api-Key`, `api_key`
 * and `user.apiKey` are all `apikey`, while `token_type` and `max_tokens` are other things.
 */
const strong =
  /(?:passw(?:or)?d.{0,12}|(?<!by|com)pass(?:wort|phrase|code)?|pwd|senha|contrase[nñ]a|clave|密[码碼钥鑰]|口令|令牌|secret(?:id|proof)?|(?<!max|min|total|prompt|completion|input|output|num)token|jwt|signature|hmac|otp|(?<!s|un)pin|cv[vc]2?|credential|assertion|authorization|cookie|[cx]srf|jct|sess(?:ion|data)?(?:id)?|mnemonic|seedphrase|connectionstring|verifier|(?:api|app|access|secret|open|private|master|session|client|consumer|account|service|auth|^s)key(?:id)?|(?:js|auth|device|sms|otp|captcha|recovery|security|backup|verif\p{L}{0,16})code|samlresponse|encrypteddata|ssn|iban|(?:account|card|phone)(?:number|no)|idcard|mail|phone|mobile|^tel|(?:open|union)id)s?\d{0,3}$/u
const weak =
  /(?:key(?:id)?|(?<!country|currency|promo|promotion|coupon|discount|product|postal|zip)code|sign?|auth|state|ticket|hash|mac|sid|nonce|proof|^[as]k|^sn|^iv|wrid|dedeuserid)s?\d?$/

/** Headers whose value is no secret, opaque as it may be, unless their name is a strong one. */
export const harmless: RegExp =
  /^(?:accept|content-|user-agent|origin|referer|host|if-|sec-|(?:x-)?(?:client-)?(?:request|correlation|trace|idempotency))|-(?:version|organization|account|project|workspace|tenant)(?:-id)?$/i

/** 2: the value is secret as it stands; 1: where it looks opaque; 0: it is none. */
type Rank = 0 | 1 | 2

/** Ranks of short names: a program sends few of them, over and over. */
const ranks = /* @__PURE__ */ new Map<string, Rank>()

/** How secret what stands under a name is. A long name is judged by its end. */
export function rank(name: string): Rank {
  const known = ranks.get(name)
  if (known !== undefined) return known
  const folded = name
    .slice(-64)
    .replace(/^.*\[(?=[^\d\]])/s, '') // of `user[name]` the inner name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  // `$name: Type` is GraphQL's
  const found = name.startsWith('$') ? 0 : strong.test(folded) ? 2 : weak.test(folded) ? 1 : 0
  if (name.length > 32) return found
  if (ranks.size >= 512) ranks.clear()
  ranks.set(` ${name}`.slice(1), found) // a copy: a part of a text would keep all of it alive
  return found
}

/**
 * Ten letters and digits or more of two kinds, well mixed (eight of three kinds), and no date, URL, media type or
 * sentence. A capital that begins a word of its own (`getUserName`) is no mixing.
 */
export function isOpaque(value: string): boolean {
  const text = value.replace(/20\d\d-?\d\d-?\d\d(?:T\d{4,6}Z?)?|[^A-Za-z\d]+/g, '') // dates are none
  const kinds = [/\d/, /[a-z]/, /[A-Z]/].filter((kind) => kind.test(text)).length
  const turns = text.match(/[a-z](?=\d|[A-Z](?![a-z]{2}))|[A-Z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0
  return (
    text.length > (kinds > 2 ? 7 : 9) &&
    turns * 6 > text.length &&
    (/\d/.test(text) || text.length > 19) &&
    !/^https?:|^\w+\/[\w.+-]+$|[\s"']/.test(value)
  )
}

// ── Values as text ───────────────────────────────────────────────────────────────────────────────────────────────

/** Both ends of what is too long. */
function ends(text: string, most: number): string {
  return text.length > most ? text.slice(0, most / 2) + text.slice(text.length - most / 2) : text
}

/** The text of bytes, by both their ends; undefined for what are none. */
function bytesText(value: unknown, most: number): string | undefined {
  if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) return undefined
  const view = value as Partial<ArrayBufferView>
  const bytes = new Uint8Array(view.buffer ?? (value as ArrayBuffer), view.byteOffset, view.byteLength)
  const read = (from: number, to?: number): string => new TextDecoder().decode(bytes.subarray(from, to))
  return read(0, most / 2) + read(Math.max(most / 2, bytes.length - most / 2))
}

/** An own property that holds a value. A getter is not called. */
function ownValue(value: object, name: PropertyKey): unknown {
  const slot = Object.hasOwn(value, name) ? Object.getOwnPropertyDescriptor(value, name) : undefined
  return slot && Object.hasOwn(slot, 'value') ? slot.value : undefined
}

/** A method of an object or of its class. What stands on `Object.prototype` was put there by others. */
function methodOf(value: object, name: string): ((visit?: unknown) => unknown) | undefined {
  for (let at: object | null = value; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    const method = ownValue(at, name)
    if (typeof method === 'function') return method as () => unknown
  }
  return undefined
}

/**
 * Visits the items of a list, the entries of a Headers, FormData, URLSearchParams or Map, or the own fields of an
 * object. A stream or an iterator has a `forEach` too, which would take away what is the user's: it has no `entries`.
 */
function eachEntry(value: object, visit: (inner: unknown, name?: unknown) => void): void {
  if (Array.isArray(value)) for (let at = 0; at < value.length; at++) visit(ownValue(value, at))
  else if (methodOf(value, 'entries') && !Object.hasOwn(value, 'forEach'))
    methodOf(value, 'forEach')?.call(value, visit)
  else if (!methodOf(value, 'pipe')) for (const name of Object.keys(value)) visit(ownValue(value, name), name)
}

/** A value as JSON, in as much room as there is. A `toJSON` is called, since the client calls it as well. */
function flatten(value: unknown, room: { left: number }, depth = 0): string {
  let text = ''
  if (typeof value !== 'object' || !value) {
    const most = Math.max(room.left / 8, 0)
    if (typeof value === 'string') text = JSON.stringify(ends(value, most))
    else if (typeof value !== 'function') text = String(value)
    text = ends(text, most) // escapes take room as well
    room.left -= text.length + 1
    return text
  }
  if (depth > 200) return ''
  room.left -= 3
  const toJSON = methodOf(value, 'toJSON')
  const other = bytesText(value, mostValue) ?? (toJSON && attempt(() => toJSON.call(value)))
  if (other !== undefined) return flatten(other, room, depth + 1)
  const isList = Array.isArray(value)
  attempt(() =>
    eachEntry(value, (inner, name) => {
      if (room.left < 0) throw value
      text += `${isList ? '' : `${flatten(String(name), room)}:`}${flatten(inner, room, depth + 1)},`
    }),
  )
  return isList ? `[${text}]` : `{${text}}`
}

// ── Paths ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a path must have to be shown as another: parameters, a segment that is long, has a colon or an escape, or begins a JWT. */
const mayChange = /[;:%]|\/ey|\/[^/]{16}/i

/** A path without matrix parameters, and in the place of segments that are credentials by their shape what `secret` gives. */
function pathOf(whole: string, secret: (text: string) => string): string {
  const path = whole.slice(0, mostPath)
  if (!mayChange.test(path)) return path
  const all = path.replace(/;[^/]*/g, '').split('/')
  return all.map((text, at) => (isSecretSegment(text, all[at - 1] ?? '') ? secret(text) : text)).join('/')
}

/** Numbers, UUIDs, hexadecimal, ids with a short prefix (`cus_…`) and what follows a collection (`/files/<id>`) are no credentials. */
function isSecretSegment(segment: string, before: string): boolean {
  return (
    /^bot\d+(?::|%3A)|:[^:@]+@|^eyJ/i.test(segment) ||
    (segment.length > 15 &&
      !/^[a-z]{2,8}_|^[\da-f-]+$|[.%=@:]/i.test(segment) &&
      // Links that carry their own credential are no collection.
      !/^(?!\w*hooks|services|tokens|keys|links|shares|invit|secrets|sessions|bots)[a-z_-]{3,}s$/i.test(before) &&
      (isOpaque(segment) || /^[A-Z\d]{20,}$/.test(segment)))
  )
}

// ── The request ──────────────────────────────────────────────────────────────────────────────────────────────────

/** RFC 7617: base64 of user and password, in UTF-8 or, by older clients, in Latin-1. */
function basic(credentials: string): string[] {
  const binary = attempt(() => atob(credentials)) ?? ''
  return [binary, new TextDecoder().decode(Uint8Array.from(binary, (one) => one.charCodeAt(0)))]
}

/** The texts of a request, each bounded. Never throws. */
export function readRequest({ url, firstUrl, headers, body }: RequestView): RequestText[] {
  const texts: RequestText[] = []
  const push = (text: string, kind: Kind, isPart = false): void => void (text && texts.push({ text, kind, isPart }))

  /** `user:password`. Some APIs take their key as the user alone. */
  function pair(user: string, password: string, isPart?: boolean): void {
    push(password, 'secret', isPart)
    push(user, password ? 'opaque' : 'secret', isPart)
  }

  function address({ username, password, pathname, search, hash }: Address): void {
    pair(username, password)
    const path = pathOf(pathname, (text) => {
      push(text.replace(/^bot\d+(?::|%3A)/i, ''), 'secret')
      return ''
    })
    push(path, 'path')
    const matrix = pathname.includes(';') ? (pathname.slice(0, mostPath).match(/;[^/;]*/g) ?? []) : []
    push(ends(matrix.length > 0 || hash ? [...matrix, search, hash].join('&') : search, mostText), 'text')
  }

  let room = mostText
  function header(value: unknown, key: unknown): void {
    if (Array.isArray(value)) return eachEntry(value, (one) => header(one, key))
    if (room < 0) return
    const name = String(key)
    const whole = typeof value === 'string' ? value : flatten(value, { left: mostValue })
    const text = ends(whole, room / 4) // one header must not take the room of the others
    room -= text.length + 32
    const level = rank(name)
    if (level < 2 && harmless.test(name)) return push(text, 'plain')
    push(text, 'header')
    if (level > 0 && !/cookie/i.test(name)) {
      const credentials = text.replace(/^[\w-]+ +/, '') // behind a scheme
      push(text, 'secret', true)
      for (const one of [credentials, ...(/^basic /i.test(text) ? basic(credentials) : [])]) {
        const cut = one.indexOf(':')
        pair(one.slice(0, Math.max(cut, 0)), one.slice(cut + 1), one === credentials)
      }
    }
  }

  for (const one of [url, firstUrl]) if (one) attempt(() => address(one))
  if (headers)
    attempt(() =>
      eachEntry(headers, (value, name) =>
        attempt(() =>
          Array.isArray(headers)
            ? header(ownValue(value as object, 1), ownValue(value as object, 0))
            : header(value, name),
        ),
      ),
    )
  if (body)
    attempt(() => {
      const text = typeof body === 'string' ? ends(body, mostText) : bytesText(body, mostText)
      push(text ?? flatten(body, { left: mostText }), 'text')
    })
  return texts
}

// ── Showing ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** A URL fit to be shown: origin and path, without user info, parameters, query and fragment, secret path segments as `*`. */
export function shownUrl(url: Address | undefined, redact: Redact): string | undefined {
  if (!url) return undefined
  return redact(`${url.protocol}//${url.host}${pathOf(url.pathname, () => '*')}`)
}
