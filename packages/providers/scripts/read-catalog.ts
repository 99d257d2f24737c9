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
/** The two headers that a table may have. */
export const headers: readonly string[] = [header, headerWithFixes]

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
  return parseTable({ provider, dialect: name.slice(0, -'.tsv'.length), file }, readFileSync(file, 'utf8'))
}

/** A table from the text of its file. */
export function parseTable(at: Pick<CatalogTable, 'provider' | 'dialect' | 'file'>, text: string): CatalogTable {
  const [head = '', ...lines] = text.split('\n')
  const columns = head.split('\t')
  const names = ['code', 'reason', 'zh', 'en', 'when', 'fix-zh', 'fix-en', 'source'] as const
  const places = Object.fromEntries(names.map((column) => [column, columns.indexOf(column)]))
  const rows = lines
    .filter((line) => line !== '')
    .map((line, index) => {
      const cells = line.includes('\\') ? line.split('\t').map(unescapeCell) : line.split('\t')
      const cell = (column: (typeof names)[number]): string => cells[places[column] ?? -1] ?? ''
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
  return { ...at, text, rows }
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', '\\': '\\' }

function unescapeCell(cell: string): string {
  return cell.replace(/\\([tn\\])/g, (_whole, letter: string) => escapes[letter] ?? letter)
}

const signs: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\\': '\\\\' }

/** A table as its file has it; the columns of remedies stand only where a row has one. */
export function tableText(rows: readonly Omit<CatalogRow, 'line'>[]): string {
  const hasFixes = rows.some(({ fixZh = '', fixEn = '' }) => fixZh !== '' || fixEn !== '')
  const lines = rows.map(({ code, reason, zh, en, when, fixZh = '', fixEn = '', source }) =>
    [code, reason, zh, en, when, ...(hasFixes ? [fixZh, fixEn] : []), source]
      .map((cell) => cell.replace(/\r?\n|[\t\\]/g, (sign) => signs[sign.slice(-1)] ?? sign))
      .join('\t'),
  )
  return `${[hasFixes ? headerWithFixes : header, ...lines].join('\n')}\n`
}
