/** What can hold named values; an array is none. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

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

/** Whether a value holds nothing: what an error envelope leaves in the places of its data. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.length === 0
  for (const key in value) if (Object.hasOwn(value, key)) return false
  return true
}

/** A key without case, `_`, `-` and blanks. */
export function plain(key: string): string {
  return /[A-Z_\s-]/.test(key) ? key.replace(/[_\s-]/g, '').toLowerCase() : key
}

const mostKeys = 64

/** The fields by their plain names; of several that are alike the first counts that holds something. */
export function plainFields(fields: Fields): Fields {
  const found = Object.create(null) as Record<string, unknown>
  let left = mostKeys
  for (const key in fields) {
    if (!Object.hasOwn(fields, key)) continue
    if (--left < 0) break
    const name = plain(key)
    if (!(name in found) || isEmpty(found[name])) found[name] = fields[key]
  }
  return found
}
