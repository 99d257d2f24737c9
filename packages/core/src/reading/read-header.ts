import { isRecord } from './is-record.ts'

const { hasOwn } = Object
/** Enough for any honest answer; a bag of thousands of names is not searched to its end. */
const mostNames = 512

function text(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value.find((one) => one !== undefined && one !== null) : value
  return typeof first === 'string' ? first : typeof first === 'number' ? String(first) : undefined
}

/**
 * A header's value by its name, from a Headers, an AxiosHeaders, a Map or a record of any case.
 * Of several values the first counts. A bag whose proxy or getters throw has no headers.
 */
export function readHeader(bag: unknown, name: string): string | undefined {
  try {
    return find(bag, name.toLowerCase())
  } catch {
    return undefined
  }
}

function find(bag: unknown, name: string): string | undefined {
  if (!isRecord(bag)) return undefined
  if (hasOwn(bag, name)) return text(bag[name])
  if (typeof bag['get'] === 'function' && !hasOwn(bag, 'get')) {
    const found = text((bag as { get(name: string): unknown }).get(name))
    if (found !== undefined) return found
  }
  const entries = Array.isArray(bag) || bag instanceof Map ? bag : undefined
  let left = mostNames
  if (entries !== undefined) {
    for (const entry of entries as Iterable<unknown>) {
      if (--left < 0) return undefined
      if (Array.isArray(entry) && String(entry[0]).toLowerCase() === name) return text(entry[1])
    }
    return undefined
  }
  for (const key in bag) {
    if (--left < 0) return undefined
    if (key.length === name.length && key.toLowerCase() === name && hasOwn(bag, key)) return text(bag[key])
  }
  return undefined
}
