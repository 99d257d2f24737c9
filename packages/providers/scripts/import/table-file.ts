import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { compareRows } from '../rules/order.ts'
import { type CatalogRow, tableText } from '../read-catalog.ts'

/** A row as an importer makes it, before it stands on a line. */
export type NewRow = Omit<CatalogRow, 'line'>

/** Writes a table in its order. */
export function writeTable(file: string, rows: readonly NewRow[]): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, tableText(rows.toSorted(compareRows)))
}
