import type { Answer } from './answer.ts'
import { exactInteger } from './exact-integer.ts'
import { isRecord } from './is-record.ts'

/**
 * Where something stands in an answer; only own properties are read.
 * `'a.0.b'`: in the body's value. `'*_response.code'`: in its first own key that ends so. `'@name'`: a response header.
 * `'$status'`: the HTTP status. `'$text'`: the raw text. `{ at, match }`: the first group of the match in the text at that place.
 */
export type Place = string | { readonly at: string; readonly match: RegExp }

/** Reads one place of an answer; undefined when it is absent. */
export type ReadPlace = (answer: Answer) => unknown

const { hasOwn } = Object
/** A wrapper stands among the first keys; a body of thousands of keys is not enumerated for it. */
const mostKeys = 32

/** A place as a function. */
export function compilePlace(place: Place): ReadPlace {
  if (typeof place !== 'string') {
    const read = compilePlace(place.at)
    const { match } = place
    return (answer) => {
      const text = read(answer)
      return typeof text === 'string' ? match.exec(text.slice(0, 65_536))?.[1] : undefined
    }
  }
  if (place === '$status') return (answer) => answer.status
  if (place === '$text') return (answer) => answer.text
  if (place.startsWith('@')) {
    const name = place.slice(1).toLowerCase()
    return (answer) => answer.header(name)
  }
  const segments = place.split('.')
  const key = segments[0] as string
  if (segments.length === 1 && !key.startsWith('*'))
    return (answer) => {
      const { value } = answer
      return typeof value === 'object' && value !== null && hasOwn(value, key)
        ? exact((value as Record<string, unknown>)[key], key, answer)
        : undefined
    }
  return (answer) => {
    let value: unknown = answer.value
    let last = ''
    for (const segment of segments) {
      if (!isRecord(value)) return undefined
      const name = segment.startsWith('*') ? keyThatEnds(value, segment.slice(1)) : segment
      if (name === undefined || !hasOwn(value, name)) return undefined
      value = value[name]
      last = name
    }
    return exact(value, last, answer)
  }
}

function exact(value: unknown, key: string, answer: Answer): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) ? exactInteger(value, key, answer.text) : value
}

function keyThatEnds(value: Record<string, unknown>, ending: string): string | undefined {
  let left = mostKeys
  for (const key in value) {
    if (--left < 0) return undefined
    if (key.endsWith(ending) && hasOwn(value, key)) return key
  }
  return undefined
}

/** A value as text: a string as sent, a number by its digits; undefined for everything else and for nothing. */
export function placeText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined
}
