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
  /** The published remedy; empty where the source has none. */
  readonly fixZh: string
  readonly fixEn: string
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

/** The columns of a table, and those of one whose source publishes remedies. */
export const headers: readonly string[] = [
  'code\treason\tzh\ten\twhen\tsource',
  'code\treason\tzh\ten\twhen\tfix-zh\tfix-en\tsource',
]

/** Where the code tables stand. */
export const catalogFolder: string = join(import.meta.dirname, '../catalog')

/** Every table of the catalog, by provider and dialect. */
export function readCatalog(folder: string = catalogFolder): CatalogTable[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
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
  const [head = '', ...lines] = text.split('\n')
  const columns = head.split('\t')
  const rows = lines
    .filter((line) => line !== '')
    .map((line, index) => {
      const cells = line.split('\t').map(unescapeCell)
      const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
      return {
        line: index + 2,
        code: cell('code'),
        reason: cell('reason'),
        zh: cell('zh'),
        en: cell('en'),
        when: cell('when'),
        fixZh: cell('fix-zh'),
        fixEn: cell('fix-en'),
        source: cell('source'),
      }
    })
  return { provider, dialect: name.slice(0, -'.tsv'.length), file, text, rows }
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', '\\': '\\' }

function unescapeCell(cell: string): string {
  return cell.replace(/\\([tn\\])/g, (_whole, letter: string) => escapes[letter] ?? letter)
}

const signs: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\\': '\\\\' }

/** A cell as it is written: tabs, line breaks and backslashes escaped. */
export function escapeCell(cell: string): string {
  return cell.replace(/[\t\n\\]/g, (sign) => signs[sign] ?? sign)
}

/** A table as its file has it; remedies get their columns where a row has one. */
export function writeTable(rows: readonly Omit<CatalogRow, 'line'>[]): string {
  const hasRemedies = rows.some(({ fixZh, fixEn }) => fixZh !== '' || fixEn !== '')
  const lines = rows.map(({ code, reason, zh, en, when, fixZh, fixEn, source }) =>
    [code, reason, zh, en, when, ...(hasRemedies ? [fixZh, fixEn] : []), source].map(escapeCell).join('\t'),
  )
  return `${[headers[hasRemedies ? 1 : 0], ...lines].join('\n')}\n`
}
