// What the code tables weigh, in the compact form that the providers hold: `pnpm size`. Fails when a code costs more than is promised.
import { gzipSync } from 'node:zlib'
import { encodeRows, isPlainInteger } from '../../packages/providers/scripts/encode-rows.ts'
import { type CatalogRow, readCatalog } from '../../packages/providers/scripts/read-catalog.ts'

const kinds = [
  { name: 'numbers', promised: 2, holds: ({ code }: CatalogRow) => isPlainInteger(code) },
  { name: 'words', promised: 12, holds: ({ code }: CatalogRow) => !isPlainInteger(code) },
]

const tables = readCatalog()
const report = kinds.map(({ name, promised, holds }) => {
  const rows = tables.map((table) => table.rows.filter(holds)).filter((each) => each.length > 0)
  const codes = new Set(tables.flatMap((table) => table.rows.filter(holds).map(({ code }) => `${table.file} ${code}`)))
  const text = rows.map(encodeRows).join('\n')
  const bytes = gzipSync(text, { level: 9 }).length
  const each = Number((bytes / codes.size).toFixed(2))
  return [
    name,
    { rows: rows.flat().length, codes: codes.size, bytes: text.length, gzip: bytes, each, promised },
  ] as const
})

console.log('\nThe code tables of all providers: bytes of gzip -9 for each code')
console.table(Object.fromEntries(report))
process.exitCode = report.every(([, { each, promised }]) => each <= promised) ? 0 : 1
