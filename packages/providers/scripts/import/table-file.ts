import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { compareRows } from '../check-catalog.ts'
import { type CatalogRow, header, headerWithFixes } from '../read-catalog.ts'

/** A row as an importer makes it, before it stands on a line. */
export type NewRow = Omit<CatalogRow, 'line'>

/** Writes a table in its order; the columns of remedies stand only where a row has one. */
export function writeTable(file: string, rows: readonly NewRow[]): void {
  const fixes = rows.some(({ fixZh = '', fixEn = '' }) => fixZh !== '' || fixEn !== '')
  const lines = rows.toSorted(compareRows).map((row) => {
    const { code, reason, zh, en, when, fixZh = '', fixEn = '', source } = row
    return [code, reason, zh, en, when, ...(fixes ? [fixZh, fixEn] : []), source].map(escapeCell).join('\t')
  })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${[fixes ? headerWithFixes : header, ...lines].join('\n')}\n`)
}

function escapeCell(cell: string): string {
  return cell.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\r?\n/g, '\\n')
}
