import { compileGlob } from '../../core/src/place.ts'
import { letterOf } from '../../core/src/codes.ts'
import type { CatalogRow } from './read-catalog.ts'

/** Integers whose text is what `String(n)` gives, so that the distance between two restores it. */
export function isPlainInteger(code: string): boolean {
  return /^-?(?:0|[1-9]\d*)$/.test(code) && code !== '-0' && Number.isSafeInteger(Number(code))
}

/**
 * The rows of a table without those that its families decide alike: what the classifier needs of thousands of published codes.
 * A code that also has rows with conditions keeps all of them, and a family with a condition folds nothing.
 */
export function foldRows(rows: readonly CatalogRow[]): CatalogRow[] {
  const families = rows
    .filter(({ code }) => code.includes('*'))
    .map((row) => ({ row, matches: compileGlob(row.code) }))
    .sort((a, b) => b.row.code.length - a.row.code.length)
  const byCode = Map.groupBy(rows, ({ code }) => code)
  return rows.filter((row) => {
    if (row.code.includes('*') || row.when !== '' || byCode.get(row.code)?.length !== 1) return true
    const first = families.find(({ matches }) => matches(row.code))
    return first === undefined || first.row.when !== '' || first.row.reason !== row.reason
  })
}

/** A table in the compact form that core's code table decodes. */
export function encodeRows(rows: readonly CatalogRow[]): string {
  const letter = (row: CatalogRow): string => letterOf(row.reason as never)
  const isCompact = (row: CatalogRow): boolean => row.when === '' && isPlainInteger(row.code)
  let before = 0
  const numbers = rows
    .filter(isCompact)
    .sort((a, b) => Number(a.code) - Number(b.code))
    .map((row) => {
      const distance = Number(row.code) - before
      before = Number(row.code)
      return letter(row) + (distance === 1 ? '' : distance.toString(36))
    })
  const others = rows
    .filter((row) => !isCompact(row))
    .map((row) => `${letter(row)}${row.code}${row.when === '' ? '' : `\t${row.when}`}`)
  return [numbers.join(''), ...others].join('\n')
}
