import type { CatalogRow } from '../read-catalog.ts'
import { ofRows, prose, type TableRule } from './rule.ts'

/** The cells whose space around them says nothing; a code is taken as it is. */
const cells = [...prose, 'when', 'source'] as const

const trimmed = (row: CatalogRow): CatalogRow => ({
  ...row,
  ...Object.fromEntries(cells.map((cell) => [cell, (row[cell] ?? '').trim()])),
})

/** No cell has space around it. */
export const space: TableRule = {
  check: ofRows((row) =>
    cells
      .filter((cell) => row[cell] !== undefined && row[cell] !== row[cell].trim())
      .map(() => 'has space around a cell'),
  ),
  fix: (rows) => rows.map(trimmed),
}
