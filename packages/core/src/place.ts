// Where something stands in an answer.
import { type Answer, isRecord, own } from './answer.ts'

/**
 * Where something stands in an answer; only own properties are read.
 * `'a.0.b'`: in the body's value. `'*_response.code'`: in its first own key that ends so. `'@name'`: a response header.
 * `'$status'`: the HTTP status. `'$text'`: the raw text. `'$value'`: the body as a whole. `'$event'`: the name of a server-sent event.
 * `{ at, match }`: the first group of the match in the text at that place.
 */
export type Place = string | { readonly at: string; readonly match: RegExp }

/** One place, or several that are asked in turn. */
export type Places = Place | readonly Place[]

/** Reads one place of an answer; undefined when it is absent. */
export type ReadPlace = (answer: Answer) => unknown

const { hasOwn } = Object
/** A wrapper stands among the first keys; a body of thousands of keys is not enumerated for it. */
const mostKeys = 32
/** As much text as an expression is run over. */
const mostText = 65_536

/** A place as a function. */
export function compilePlace(place: Place): ReadPlace {
  if (typeof place !== 'string') {
    const read = compilePlace(place.at)
    const { match } = place
    return (answer) => {
      const text = textOf(read(answer))
      return text === undefined ? undefined : match.exec(text.slice(0, mostText))?.[1]
    }
  }
  const name = place.slice(1).toLowerCase()
  if (place.startsWith('@')) return (answer) => answer.header(name)
  if (/^\$(?:status|text|event|value)$/.test(place)) return (answer) => answer[name as 'text']
  return compilePath(place)
}

/** A path in the body's value. Most have one segment: they get a function of their own, which every success runs. */
function compilePath(path: string): ReadPlace {
  const segments = path.split('.')
  if (segments.length === 1 && !path.startsWith('*'))
    return (answer) => {
      const { value } = answer
      return isRecord(value) && hasOwn(value, path) ? exact(value[path], path, answer) : undefined
    }
  return (answer) => {
    let { value } = answer
    let last = ''
    for (const segment of segments) {
      if (!isRecord(value)) return undefined
      last = segment.startsWith('*') ? keyThatEnds(value, segment.slice(1)) : segment
      if (!hasOwn(value, last)) return undefined
      value = value[last]
    }
    return exact(value, last, answer)
  }
}

/** Numbers as lossless JSON parsers make them: objects that hold their digits. */
function exact(value: unknown, key: string, answer: Answer): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : exactInteger(value, key, answer.text)
  const isNumber =
    isRecord(value) &&
    (own(value, 'isLosslessNumber') === true || Object.prototype.toString.call(value) === '[object Number]')
  // oxlint-disable-next-line typescript/no-base-to-string -- such an object tells its digits
  if (isNumber) return String(value)
  return value
}

/**
 * A number that `JSON.parse` may have made wrong: an integer beyond 2^53 is taken from the raw text, by its key and rounded value.
 * Undefined when there is no text, or two such numbers differ: an id that may be wrong is not shown.
 */
function exactInteger(value: number, key: string, text: string | undefined): unknown {
  if (!Number.isInteger(value)) return Number.isFinite(value) ? value : undefined
  if (text === undefined) return undefined
  const quoted = JSON.stringify(key)
  let found: string | undefined
  for (let at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) {
    const digits = /^\s*:\s*(-?\d{1,64})(?![\d.eE])/.exec(text.slice(at + quoted.length, at + quoted.length + 128))?.[1]
    if (digits === undefined || Number(digits) !== value || digits === found) continue
    if (found !== undefined) return undefined
    found = digits
  }
  return found
}

/** The first of a record's keys that ends so; with none, a key that is not there. */
function keyThatEnds(value: Record<string, unknown>, ending: string): string {
  let left = mostKeys
  for (const key in value) {
    if (--left < 0) break
    if (key.endsWith(ending) && hasOwn(value, key)) return key
  }
  return `*${ending}`
}

/** Whether a place holds something: null is absent. */
export function isPresent(read: ReadPlace): (answer: Answer) => boolean {
  return (answer) => (read(answer) ?? undefined) !== undefined
}

/** A value inside a list's item, by a path of names; `*` stands for a record's first member. */
export function readPath(item: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => own(at, name === '*' && isRecord(at) ? (Object.keys(at).at(0) ?? '') : name), item)
}

/** A value as text: a string as sent, a number by its digits; undefined for everything else and for nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined
}

/** Several places as functions. */
export function compilePlaces(places: Places | undefined): ReadPlace[] {
  return places === undefined ? [] : [places].flat().map(compilePlace)
}

/** The text at the first of these places that holds one. */
export function firstText(reads: readonly ReadPlace[], answer: Answer): string | undefined {
  for (const read of reads) {
    const text = textOf(read(answer))
    if (text !== undefined) return text
  }
  return undefined
}

/** Whether a text fits one of several patterns. */
export function compileGlobs(patterns: readonly string[]): (text: string) => boolean {
  const all = patterns.map(compileGlob)
  return (text) => all.some((matches) => matches(text))
}

/** A pattern with `*` for any run of characters, as a predicate; linear in the text for every pattern. */
export function compileGlob(pattern: string): (text: string) => boolean {
  const [head = '', ...rest] = pattern.split('*')
  const tail = rest.pop()
  if (tail === undefined) return (text) => text === pattern
  return (text) => {
    if (!text.startsWith(head)) return false
    let at = head.length
    for (const part of rest) {
      const found = text.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length
    }
    return text.length - tail.length >= at && text.endsWith(tail)
  }
}
