import { otherNames } from './names.ts'

/** What can hold named values; an array is none. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const mostKeys = 64

/** An own property; undefined when it is absent or null. */
export function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined
}

/** The first of these names that holds a text with something in it. */
export function firstText(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = field(fields, name)
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return undefined
}

/** The first text under a name that passes. */
export function firstTextWhere(fields: Fields, isFit: (name: string, value: string) => boolean): string | undefined {
  let left = mostKeys
  for (const name in fields) {
    if (--left < 0) break
    const value = field(fields, name)
    if (typeof value === 'string' && value.trim() !== '' && isFit(name, value)) return value
  }
  return undefined
}

/** Whether a value holds nothing: what an error envelope leaves in the places of its data. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.length === 0
  for (const key in value) if (Object.hasOwn(value, key)) return false
  return true
}

/** Keys come again and again. */
const plainNames = new Map<string, string>()

/** A key without case, `_`, `-`, blanks and the prefix of a namespace. */
export function plain(key: string): string {
  let name = plainNames.get(key)
  if (name === undefined) {
    name = key
      .replace(/^[a-z]{1,8}:(?=[a-z])/i, '')
      .replace(/[_\s-]/g, '')
      .toLowerCase()
    name = otherNames.get(name) ?? name
    if (plainNames.size < 1024 && key.length < 64) plainNames.set(key, name)
  }
  return name
}

/** The fields by their plain names; of several that are alike the first counts that holds something. */
export function plainFields(fields: Fields): Fields {
  const found = Object.create(null) as Record<string, unknown>
  let left = mostKeys
  for (const key in fields) {
    if (--left < 0) break
    if (!Object.hasOwn(fields, key)) continue
    const name = plain(key)
    const before = found[name]
    if (before === undefined || isEmpty(before)) found[name] = fields[key]
  }
  return found
}
