import type { Place } from '../reading/place.ts'
import { reasonTraits } from '../taxonomy/reason-traits.ts'
import { invalidOption } from './invalid-option.ts'

/** Throws unless every item passes; the error names the first that does not. */
export function checkList(name: string, value: unknown, check: (name: string, item: unknown) => void): void {
  if (value === undefined) return
  if (!Array.isArray(value)) throw invalidOption(name, 'an array', value)
  value.forEach((item, index) => check(`${name}[${index}]`, item))
}

export function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') throw invalidOption(name, 'a non-empty string', value)
}

export function checkReason(name: string, value: unknown, others: readonly unknown[] = []): void {
  if (!reasonTraits.has(value as never) && !others.includes(value)) throw invalidOption(name, 'a reason', value)
}

export function checkHost(name: string, value: unknown): void {
  if (typeof value !== 'string' || !/^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(value))
    throw invalidOption(name, 'a host name', value)
}

/** A place is a non-empty string without empty segments, or `{ at, match }`. */
export function checkPlace(name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    const { at, match } = value as Partial<Exclude<Place, string>>
    if (typeof at === 'string' && match instanceof RegExp && !match.global && !match.sticky)
      return checkPlace(`${name}.at`, at)
  } else if (typeof value === 'string' && (value.startsWith('@') ? value.length > 1 : !value.split('.').includes('')))
    return
  throw invalidOption(name, 'a place such as "error.code", "@header" or { at, match }', value)
}
