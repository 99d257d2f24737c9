import { isPlainInteger } from '../encode-rows.ts'
import type { CatalogRow } from '../read-catalog.ts'
import type { TableRule } from './rule.ts'

/** The order of a table: numbers numerically, then words by code point, a code's plain row first. */
export function compareRows(a: Pick<CatalogRow, 'code' | 'when'>, b: Pick<CatalogRow, 'code' | 'when'>): number {
  const [aIsNumber, bIsNumber] = [isPlainInteger(a.code), isPlainInteger(b.code)]
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1
  if (aIsNumber && a.code !== b.code) return Number(a.code) - Number(b.code)
  if (a.code !== b.code) return Buffer.compare(Buffer.from(a.code), Buffer.from(b.code)) // bytes of UTF-8 stand in the order of code points
  return Number(a.when !== '') - Number(b.when !== '')
}

/** The rows of a table stand in order, so that a change of one row is a change of one line. */
export const order: TableRule = {
  check: ({ rows }) =>
    rows.flatMap((row, index) => {
      const before = rows[index - 1]
      return before !== undefined && compareRows(before, row) > 0
        ? [{ line: row.line, what: `${row.code} stands after ${before.code}` }]
        : []
    }),
  fix: (rows) => rows.toSorted(compareRows),
}
