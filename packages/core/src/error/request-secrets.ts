import type { RequestView } from './request-view.ts'
import { isSensitiveName } from './sensitive-name.ts'

/** Shorter values would blot out ordinary words and numbers. */
const shortest = 4
const mostText = 1_048_576
const mostEntries = 10_000

/** The values that a request carried under sensitive names, in its URL, headers and body. Never throws. */
export function requestSecrets({ url, firstUrl, headers, body }: RequestView): Set<string> {
  const secrets = new Set<string>()
  let budget = mostEntries

  function add(value: unknown): void {
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && text.length >= shortest) secrets.add(text)
  }
  function field(name: string, value: unknown, depth: number): void {
    if (--budget < 0) return
    if (typeof value === 'object' && value !== null) record(value, depth + 1, isSensitiveName(name))
    else if (isSensitiveName(name)) add(value)
  }
  function record(value: object, depth: number, all = false): void {
    if (depth > 8) return
    const each = (inner: unknown, name: unknown): void => {
      if (all) add(inner)
      field(String(name), inner, depth)
    }
    if (typeof (value as Map<unknown, unknown>).forEach === 'function') (value as Map<unknown, unknown>).forEach(each) // arrays, Headers, FormData, URLSearchParams, Map
    else for (const name of Object.keys(value)) each((value as Record<string, unknown>)[name], name)
  }
  function text(content: string): void {
    if (content.length > mostText) return
    try {
      const value: unknown = JSON.parse(content)
      if (typeof value === 'object' && value !== null) return record(value, 0)
    } catch {
      // not JSON: a form, or multipart parts with a name each
    }
    for (const [, name = '', value] of content.matchAll(/name="([^"]{1,64})"\r?\n\r?\n([^\r\n]*)/g))
      field(name, value, 0)
    for (const [name, value] of new URLSearchParams(content)) field(name, value, 0)
  }
  function header(value: unknown, name: unknown): void {
    const folded = String(name).toLowerCase()
    if (typeof value !== 'string') return
    if (folded === 'cookie') {
      for (const pair of value.split(';')) add(pair.slice(pair.indexOf('=') + 1).trim())
    } else if (folded.endsWith('authorization')) {
      const credentials = value.slice(value.indexOf(' ') + 1)
      add(credentials)
      for (const [, quoted] of credentials.matchAll(/="([^"]+)"/g)) add(quoted)
      try {
        const pair = atob(credentials) // RFC 7617: base64 of user:password
        add(pair)
        add(pair.slice(pair.indexOf(':') + 1))
      } catch {
        // not Basic
      }
    } else if (isSensitiveName(folded)) add(value)
  }

  for (const one of [url, firstUrl])
    attempt(() => {
      if (one === undefined) return
      add(one.password)
      for (const [name, value] of one.searchParams) field(name, value, 0)
      for (const [name, value] of new URLSearchParams(one.hash.slice(1))) field(name, value, 0)
      add(decodeURIComponent(one.password))
    })
  attempt(() => {
    if (typeof headers !== 'object' || headers === null) return
    if (typeof (headers as Headers).forEach === 'function') (headers as Headers).forEach(header)
    else for (const name of Object.keys(headers)) header((headers as Record<string, unknown>)[name], name)
  })
  attempt(() => {
    if (typeof body === 'string') text(body)
    else if (ArrayBuffer.isView(body)) text(new TextDecoder().decode(body as Uint8Array))
    else if (body instanceof ArrayBuffer) text(new TextDecoder().decode(body))
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
