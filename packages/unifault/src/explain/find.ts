// Finds rows of the catalog: by provider and code, and by code alone.
import leven, { closestMatch } from 'leven'
import { allCodes, allProviders, type ProviderData, providerData, type Row, tablesOf } from '../catalog.ts'

/** A row, and the table that it stands in. */
export interface FoundRow extends Row {
  readonly provider: string
  readonly dialect: string
}

export function hasProvider(id: string): boolean {
  return allProviders().some((one) => one.id === id)
}

function rowsOf({ id, dialects }: ProviderData): FoundRow[] {
  return dialects.flatMap(({ name, rows }) => rows.map((row) => ({ provider: id, dialect: name, ...row })))
}

/** Whether a family, a code with one `*`, has a code. */
function isFamilyOf(family: string, code: string): boolean {
  const star = family.indexOf('*')
  if (star < 0) return false
  const [head, tail] = [family.slice(0, star), family.slice(star + 1)]
  return code.length >= head.length + tail.length && code.startsWith(head) && code.endsWith(tail)
}

/** The rows that the classifier asks for a code: those of the very code, else of the longest family that has it, dialect by dialect. */
export function rowsOfCode(id: string, code: string): FoundRow[] {
  const rows = rowsOf(providerData(id))
  const byDialect = [...Map.groupBy(rows, ({ dialect }) => dialect).values()]
  const exact = byDialect.flatMap((all) => all.filter((row) => row.code === code))
  if (exact.length > 0) return exact
  return byDialect.flatMap((all) => {
    const families = all.filter((row) => isFamilyOf(row.code, code))
    const longest = Math.max(...families.map((row) => row.code.length))
    return families.filter((row) => row.code.length === longest)
  })
}

/** The rows of a code across all providers; families only where they say more than `*`. */
export function rowsOfCodeAnywhere(code: string): FoundRow[] {
  const ids = [...new Set(tablesOf(code).map((table) => table.split('/')[0] ?? ''))]
  return ids.flatMap((id) => rowsOfCode(id, code))
}

/** The provider that a misspelt name most likely means. */
export function nearProvider(name: string): string | undefined {
  const names = allProviders().flatMap((one) => [one.id, one.name.toLowerCase()])
  const near = closestMatch(name.toLowerCase(), names, { maxDistance: distanceFor(name) })
  return allProviders().find((one) => one.id === near || one.name.toLowerCase() === near)?.id
}

/** Codes that differ from one by a sign or two, the nearest first. The whole catalog is asked: what compares must be quick, and stop early. */
export function nearCodes(code: string, id?: string): string[] {
  const codes = id === undefined ? Object.keys(allCodes()) : rowsOf(providerData(id)).map((row) => row.code)
  const most = distanceFor(code)
  return [...new Set(codes)]
    .filter((one) => Math.abs(one.length - code.length) <= most)
    .map((one) => ({ one, far: leven(code, one, { maxDistance: most + 1 }) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ one }) => one)
}

function distanceFor(text: string): number {
  return text.length > 4 ? 2 : 1
}
