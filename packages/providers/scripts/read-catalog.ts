import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One row of a code table, as it stands in its file; cells are unescaped. */
export interface CatalogRow {
  readonly line: number
  readonly code: string
  readonly reason: string
  readonly zh: string
  readonly en: string
  readonly when: string
  /** The published remedy, where the table has the two columns. */
  readonly fixZh?: string
  readonly fixEn?: string
  readonly source: string
}

/** One code table: a dialect of a provider. */
export interface CatalogTable {
  readonly provider: string
  readonly dialect: string
  readonly file: string
  readonly text: string
  readonly rows: readonly CatalogRow[]
}

export const header = 'code\treason\tzh\ten\twhen\tsource'
/** The header of a table whose source publishes remedies. */
export const headerWithFixes = 'code\treason\tzh\ten\twhen\tfix-zh\tfix-en\tsource'

/** Where the code tables stand. */
export const catalogFolder: string = join(import.meta.dirname, '../catalog')

/** Every table of the catalog, by provider and dialect. */
export function readCatalog(folder: string = catalogFolder): CatalogTable[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'review')
    .map(({ name }) => name)
    .sort()
    .flatMap((provider) =>
      readdirSync(join(folder, provider))
        .filter((name) => name.endsWith('.tsv'))
        .sort()
        .map((name) => readTable(folder, provider, name)),
    )
}

function readTable(folder: string, provider: string, name: string): CatalogTable {
  const file = join(folder, provider, name)
  const text = readFileSync(file, 'utf8')
  const [head, ...lines] = text.split('\n')
  const rows = lines
    .filter((line) => line !== '')
    .map((line, index) => {
      const [code = '', reason = '', zh = '', en = '', when = '', ...rest] = line.split('\t').map(unescapeCell)
      const [fixZh = '', fixEn = '', source = ''] = head === headerWithFixes ? rest : ['', '', ...rest]
      return { line: index + 2, code, reason, zh, en, when, fixZh, fixEn, source }
    })
  return { provider, dialect: name.slice(0, -'.tsv'.length), file, text, rows }
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', '\\': '\\' }

function unescapeCell(cell: string): string {
  return cell.replace(/\\([tn\\])/g, (_whole, letter: string) => escapes[letter] ?? letter)
}
