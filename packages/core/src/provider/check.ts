import type { Place } from '../reading/place.ts'
import { reasonTraits } from '../taxonomy/reason-traits.ts'
import { invalidOption } from './invalid-option.ts'

/** Throws unless a value passes; `index` is its place in the list that `name` is. */
export type Check = (name: string, value: unknown, index?: number) => void

/** The name of a value in a list. Made only when it is told: hundreds of values are checked when a catalog is imported. */
export function itemName(name: string, index: number | undefined): string {
  return index === undefined ? name : `${name}[${index}]`
}

/** Throws unless every item passes; the error names the first that does not. */
export function checkList(name: string, value: unknown, check: Check): void {
  if (value === undefined) return
  if (!Array.isArray(value)) throw invalidOption(name, 'an array', value)
  value.forEach((item, index) => check(name, item, index))
}

export function checkText(name: string, value: unknown, index?: number): void {
  if (typeof value !== 'string' || value === '') throw invalidOption(itemName(name, index), 'a non-empty string', value)
}

export function checkReason(name: string, value: unknown, others: readonly unknown[] = []): void {
  if (!reasonTraits.has(value as never) && !others.includes(value)) throw invalidOption(name, 'a reason', value)
}

export function checkHost(name: string, value: unknown, index?: number): void {
  if (typeof value !== 'string' || !/^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(value))
    throw invalidOption(itemName(name, index), 'a host name', value)
}

/** A place is a non-empty string without empty segments, or `{ at, match }`. */
export function checkPlace(name: string, value: unknown, index?: number): void {
  if (typeof value === 'object' && value !== null) {
    const { at, match } = value as Partial<Exclude<Place, string>>
    if (typeof at === 'string' && match instanceof RegExp && !match.global && !match.sticky) {
      if (!isPlaceText(at)) throw invalidOption(`${itemName(name, index)}.at`, placeWords, at)
      return
    }
  } else if (typeof value === 'string' && isPlaceText(value)) return
  throw invalidOption(itemName(name, index), placeWords, value)
}

const placeWords = 'a place such as "error.code", "@header" or { at, match }'

function isPlaceText(text: string): boolean {
  if (text.startsWith('@')) return text.length > 1
  return text !== '' && !text.startsWith('.') && !text.endsWith('.') && !text.includes('..')
}
