import { letterOf } from '../../core/src/table.ts'
import type { CatalogRow } from './read-catalog.ts'

/** Integers whose text is what `String(n)` gives, so that the distance between two restores it. */
export function isPlainInteger(code: string): boolean {
  return /^-?(?:0|[1-9]\d*)$/.test(code) && code !== '-0' && Number.isSafeInteger(Number(code))
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
