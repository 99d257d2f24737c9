// Readers: what makes a value of a body that is not JSON, one for each form. A bundle pays only for those that its providers name.
import type { Reader } from './answer.ts'
import { parseJson } from './json.ts'

// ── JSONP ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const head =
  /^\s*(?:\/\*[^*]{0,64}\*\/\s*)?(?:typeof [\w$.]{1,128}\s*===?\s*'function'\s*&&\s*)?(?:[\w$.[\]]{1,128}\s*&&\s*)?[\w$.[\]]{1,128}\s*\(/

/** `callback({...});` read without running it; the callback's name is ignored. Tencent QQ, Baidu Map (`cb&&cb({...})`). */
export const jsonp: Reader = {
  name: 'jsonp',
  read(text) {
    const call = head.exec(text.slice(0, 1024))?.[0]
    const end = text.lastIndexOf(')')
    return call === undefined || end < call.length ? undefined : parseJson(text.slice(call.length, end).trim())
  },
}

// ── Forms ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const pair = /^([\w.$[\]-]{1,128})=([^<>{}]*)$/
/** As some gateways send it: spaces, braces and line breaks as they are. */
const unescapedPair = /^([\w.$[\]-]{1,128})=([^]*)$/

/**
 * `access_token=…&expires_in=…` as a record; of repeated names the last counts. PayPal NVP, Tencent QQ, UnionPay. Texts that are not
 * escaped are read where at least two pairs are there, or one whose words are plain.
 */
export const form: Reader = {
  name: 'form',
  read(text) {
    const content = text.trim()
    if (content.length > 65_536 || content.startsWith('{') || content.startsWith('[')) return undefined
    const parts = content.split('&')
    if (parts.every((one) => pair.test(one) && !/\s/.test(one))) return Object.fromEntries(new URLSearchParams(content))
    if (parts.length < 2) return undefined
    const pairs = parts.map((one) => unescapedPair.exec(one))
    if (pairs.some((one) => one === null)) return undefined
    return Object.fromEntries(pairs.map((one) => [one?.[1] ?? '', unescapedValue(one?.[2] ?? '')]))
  },
}

function unescapedValue(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

// ── XML ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

const mostTags = 2048
const mostDepth = 32
const entities: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&apos;', "'"],
])

type Tags = { [name: string]: unknown }

/**
 * XML as nested records of tag names: `<Error><Code>X</Code></Error>` → `{ Error: { Code: 'X' } }`.
 * Attributes stand among the elements, text beside either is `$`; namespaces, comments and processing instructions are dropped, repeated
 * tags become an array, CDATA is text.
 * No document type (nothing is ever expanded), no entities beyond the five of XML 1.0, at most 2,048 tags and a depth of 32.
 */
export const xmlTags: Reader = {
  name: 'xmlTags',
  read(text) {
    if (!/^\s*<[?!\w]/.test(text.slice(0, 256))) return undefined
    const root: Tags = { __proto__: null }
    const open: { name: string; tags: Tags; text: string }[] = []
    let count = 0
    for (let at = text.indexOf('<'); at >= 0;) {
      let end: number
      if (text.startsWith('<![CDATA[', at)) {
        end = text.indexOf(']]>', at)
        if (end < 0) return undefined
        const top = open.at(-1)
        if (top !== undefined) top.text += text.slice(at + 9, end)
        end += 2
      } else if (text.startsWith('<!--', at)) {
        end = text.indexOf('-->', at)
        if (end < 0) return undefined
        end += 2
      } else {
        end = text.indexOf('>', at)
        if (end < 0 || text.startsWith('<!', at)) return undefined
        const tag = text.slice(at + 1, end)
        if (tag.startsWith('/')) {
          const closed = open.pop()
          if (closed === undefined || closed.name !== local(tag.slice(1))) return undefined
          const words = closed.text.trim()
          // Text beside attributes is kept as `$`.
          if (words !== '' && Object.keys(closed.tags).length > 0) put(closed.tags, '$', words)
          const value = Object.keys(closed.tags).length === 0 ? words : closed.tags
          put(open.at(-1)?.tags ?? root, closed.name, value)
        } else if (!tag.startsWith('?')) {
          if (++count > mostTags || open.length >= mostDepth) return undefined
          const name = local(tag)
          if (name === '') return undefined
          const tags = attributesOf(tag)
          const isEmpty = Object.keys(tags).length === 0
          if (tag.endsWith('/')) put(open.at(-1)?.tags ?? root, name, isEmpty ? '' : tags)
          else open.push({ name, tags, text: '' })
        }
      }
      const next = text.indexOf('<', end + 1)
      const top = open.at(-1)
      if (top !== undefined && next > end + 1) top.text += unescape(text.slice(end + 1, next))
      at = next
    }
    return open.length > 0 || count === 0 ? undefined : root
  },
}

/** Attributes stand among the elements, by their local names; namespace declarations are none. */
function attributesOf(tag: string): Tags {
  const tags: Tags = { __proto__: null }
  for (const [, name = '', double, single] of tag.matchAll(/\s([\w:.-]{1,128})\s?=\s?(?:"([^"<]*)"|'([^'<]*)')/g))
    if (!/^xml(?:ns)?(?::|$)|^xsi:/.test(name)) tags[local(name)] = unescape(double ?? single ?? '')
  return tags
}

function local(tag: string): string {
  const name = /^[^\s/]{0,256}/.exec(tag)?.[0] ?? ''
  return name.slice(name.indexOf(':') + 1)
}

function unescape(text: string): string {
  return text.replace(/&(?:lt|gt|amp|quot|apos|#(x[\da-f]{1,6}|\d{1,7}));/gi, (entity, digits: string | undefined) => {
    if (digits === undefined) return entities.get(entity) ?? entity
    const point = Number(`0${digits}`)
    return point <= 0x10ffff ? String.fromCodePoint(point) : entity
  })
}

function put(tags: Tags, name: string, value: unknown): void {
  const before = tags[name]
  if (Array.isArray(before)) before.push(value)
  else tags[name] = before === undefined ? value : [before, value]
}

// ── HTML ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An HTML page as `{ title, text }`: its title, and its words without markup (of the first 64 KiB). */
export const html: Reader = {
  name: 'html',
  read(text) {
    const page = text.slice(0, 65_536)
    if (!/^\s*(?:<!--|<!doctype html|<html|<head|<meta|<title|<body|<center|<h1)/i.test(page)) return undefined
    const start = page.search(/<title[\s>]/i)
    const open = start < 0 ? -1 : page.indexOf('>', start)
    const close = open < 0 ? -1 : page.indexOf('<', open)
    return { title: close < 0 ? '' : wordsOf(page.slice(open + 1, close)), text: wordsOf(page) }
  },
}

/** Cuts markup by scanning once; scripts and styles go with their content. */
function wordsOf(markup: string): string {
  let kept = ''
  for (let at = 0; at < markup.length;) {
    const open = markup.indexOf('<', at)
    if (open < 0) {
      kept += markup.slice(at)
      break
    }
    kept += `${markup.slice(at, open)} `
    const raw = /^<(script|style)/i.exec(markup.slice(open, open + 8))?.[1]
    const close = raw === undefined ? open : markup.indexOf(`</${raw}`, open)
    const end = close < 0 ? -1 : markup.indexOf('>', close)
    if (end < 0) break
    at = end + 1
  }
  return kept
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}

// ── Server-sent events ──────────────────────────────────────────────────────────────────────────────────────────────

/** One event of a stream of server-sent events (WHATWG HTML section 9.2). */
export interface ServerSentEvent {
  /** Empty where the stream names none. */
  readonly event: string
  /** The lines of its data. */
  readonly data: string
}

const most = 65_536

/**
 * The events of a text, in order; comments, `id` and `retry` fields are passed over.
 *
 * @example
 * readEvents('event: error\ndata: {"code":1}\n\n') // [{ event: 'error', data: '{"code":1}' }]
 */
export function readEvents(text: string): ServerSentEvent[] {
  const found: ServerSentEvent[] = []
  let event = ''
  let data: string[] = []
  const end = (): void => {
    if (data.length > 0) found.push({ event, data: data.join('\n') })
    event = ''
    data = []
  }
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, name, value = ''] = /^(event|data)(?:: ?([^]*))?$/.exec(line) ?? []
    if (line === '') end()
    else if (name === 'event') event = value
    else if (name === 'data') data.push(value)
  }
  end()
  return found
}

/**
 * A stream of server-sent events as the value of its first event that carries a JSON object: what a failed request to a model API
 * is answered with, when the client asked for a stream.
 */
export const sse: Reader = {
  name: 'sse',
  read(text) {
    if (!/^\s*(?::|id|event|data|retry)[:\s]/.test(text.slice(0, 64)) || text.length > most) return undefined
    for (const { data } of readEvents(text)) {
      const value = data.startsWith('{') ? parseJson(data) : undefined
      if (value !== undefined) return value
    }
    return undefined
  },
}

// ── Chinese encodings ───────────────────────────────────────────────────────────────────────────────────────────────

/** Chinese text in GBK or GB18030 that no content type declares. Undefined when the bytes are not valid in it. */
export const gb18030: Reader = {
  name: 'gb18030',
  decode(bytes) {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    } catch {
      return undefined
    }
  },
}
