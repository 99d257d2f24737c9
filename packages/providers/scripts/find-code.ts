import { compileGlob } from '../../core/src/place.ts'
import type { CatalogRow, CatalogTable } from './read-catalog.ts'

/** A row with the table that it stands in. */
export interface FoundRow {
  readonly provider: string
  readonly dialect: string
  readonly row: CatalogRow
}

/** The rows of a code: of one provider where two words are given. Where no row has the very code, the families that it belongs to. */
export function findCode(tables: readonly CatalogTable[], words: readonly string[]): FoundRow[] {
  const [first = '', second] = words
  const wanted = second ?? first
  const asked = second === undefined ? tables : tables.filter(({ provider }) => provider === first)
  const rows = asked.flatMap(({ provider, dialect, rows: all }) => all.map((row) => ({ provider, dialect, row })))
  const exact = rows.filter(({ row }) => row.code === wanted)
  return exact.length > 0 ? exact : rows.filter(({ row }) => row.code.includes('*') && compileGlob(row.code)(wanted))
}
