import type { RequestView } from './request-view.ts'
import { isSensitiveName } from './sensitive-name.ts'
import { secretSegment } from './shown-url.ts'

/** Shorter values would blot out ordinary words and numbers. */
const shortest = 4
/** Longer values are known by their pieces: a whole number of base64 groups, so that each piece has a form of its own. */
const piece = 192
const longest = 8192
const mostText = 1_048_576
const end = mostText / 2
const mostEntries = 20_000
/** Beyond this number no more are gathered: nothing can be shown then. */
export const mostSecrets = 500
const mostDepth = 8

/** The values that a request carried under sensitive names, in its URL, headers and body. Never throws. */
export function requestSecrets({ url, firstUrl, headers, body }: RequestView): Set<string> {
  const secrets = new Set<string>()
  let budget = mostEntries

  function add(value: unknown): void {
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || secrets.size > mostSecrets) return
    for (let at = 0; at < text.length && at < longest; at += piece) {
      const part = text.slice(at, at + piece)
      if (part.length >= shortest) secrets.add(part)
    }
  }
  /** Both as it stands in an encoded part of the request, and decoded. */
  function addDecoded(value: string): void {
    add(value)
    attempt(() => add(decodeURIComponent(value)))
  }
  function field(name: string, value: unknown, depth: number): void {
    if (--budget < 0) return
    if (typeof value === 'object' && value !== null) record(value, depth + 1, isSensitiveName(name))
    else if (isSensitiveName(name)) add(value)
    else if (typeof value === 'string' && /^[[{]/.test(value)) text(value, depth + 1) // JSON in a form, such as Alipay's `biz_content`
  }
  function record(value: object, depth: number, all = false): void {
    if (depth > mostDepth) return
    const each = (inner: unknown, name: unknown): void => {
      if (all && budget > 0) add(inner)
      field(String(name), inner, depth)
    }
    if (typeof (value as Map<unknown, unknown>).forEach === 'function') (value as Map<unknown, unknown>).forEach(each) // arrays, Headers, FormData, URLSearchParams, Map
    else for (const name of Object.keys(value)) each((value as Record<string, unknown>)[name], name)
  }
  function pairs(content: string, depth: number): void {
    for (const pair of content.split('&')) {
      const cut = pair.indexOf('=')
      if (cut > 0) field(pair.slice(0, cut), pair.slice(cut + 1), depth) // as encoded
    }
    for (const [name, value] of new URLSearchParams(content)) field(name, value, depth)
  }
  function text(content: string, depth: number): void {
    if (depth > mostDepth) return
    // Of a larger body the two ends: what surrounds an upload.
    if (content.length > mostText)
      return [content.slice(0, end), content.slice(-end)].forEach((one) => text(one, depth))
    try {
      const value: unknown = JSON.parse(content)
      if (typeof value === 'object' && value !== null) return record(value, depth)
    } catch {
      // not JSON, or not one document of it: a form, XML, or multipart parts with a name each
    }
    for (const [, name = '', value] of content.matchAll(/"([^"\\]{1,64})"\s*:\s*("[^"\\]*(?:\\.[^"\\]*)*")/g))
      attempt(() => field(name, JSON.parse(value as string), depth))
    const boundary = /^--[^\r\n]{1,70}/.exec(content)?.[0]
    for (const part of boundary === undefined ? [] : content.split(boundary)) {
      const head = part.search(/\r?\n\r?\n/)
      const name = /\bname="?([^";\r\n]{1,64})/.exec(part.slice(0, Math.max(head, 0)))?.[1]
      if (name !== undefined) field(name, part.slice(head).trim(), depth)
    }
    for (const [, name = '', value] of content.matchAll(/<([\w:.-]{1,64})(?:\s[^<>]*)?>(?:<!\[CDATA\[)?([^<\]]+)/g))
      field(name, value, depth)
    pairs(content, depth)
  }
  function header(value: unknown, name: unknown): void {
    const folded = String(name).toLowerCase()
    if (Array.isArray(value)) for (const one of value as unknown[]) header(one, name)
    else if (typeof value !== 'string') {
      if (isSensitiveName(folded)) add(value)
    } else if (folded === 'cookie') {
      for (const pair of value.split(';')) addDecoded(pair.slice(pair.indexOf('=') + 1).trim())
    } else if (folded.endsWith('authorization')) {
      const credentials = value.slice(value.indexOf(' ') + 1)
      add(credentials)
      for (const [, quoted, bare] of credentials.matchAll(/=(?:"([^"]+)"|([^",\s]+))/g)) add(quoted ?? bare)
      attempt(() => {
        const bytes = Uint8Array.from(atob(credentials), (character) => character.charCodeAt(0))
        const pair = new TextDecoder().decode(bytes) // RFC 7617: base64 of user:password
        const cut = pair.indexOf(':')
        add(pair)
        add(pair.slice(0, Math.max(cut, 0))) // some APIs take their key as the user
        add(pair.slice(cut + 1))
      })
    } else if (isSensitiveName(folded)) add(value)
  }

  for (const one of [url, firstUrl])
    attempt(() => {
      if (one === undefined) return
      addDecoded(one.username)
      addDecoded(one.password)
      for (const segment of one.pathname.split('/')) if (secretSegment.test(segment)) addDecoded(segment)
      addDecoded(/\/bot\d+(?::|%3A)([^/]+)/i.exec(one.pathname)?.[1] ?? '') // Telegram's
      pairs(one.search.slice(1), 0)
      pairs(one.hash.slice(1), 0)
    })
  attempt(() => {
    if (typeof headers !== 'object' || headers === null) return
    if (Array.isArray(headers)) for (const [name, value] of headers as [unknown, unknown][]) header(value, name)
    else if (typeof (headers as Headers).forEach === 'function') (headers as Headers).forEach(header)
    else for (const name of Object.keys(headers)) header((headers as Record<string, unknown>)[name], name)
  })
  attempt(() => {
    if (typeof body === 'string') text(body, 0)
    else if (ArrayBuffer.isView(body)) text(new TextDecoder().decode(body as Uint8Array), 0)
    else if (body instanceof ArrayBuffer) text(new TextDecoder().decode(body), 0)
    else if (typeof body === 'object' && body !== null) record(body, 0)
  })
  return secrets
}

/** Request parts are the user's own objects: a getter that throws must not cost the other parts. */
function attempt(step: () => void): void {
  try {
    step()
  } catch {
    // what was found so far stands
  }
}
