// The rows of the catalog, from the tables that @unifault/providers has with it.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UserError } from './errors.ts'

const folder = join(dirname(fileURLToPath(import.meta.resolve('@unifault/providers/package.json'))), 'catalog')

/** A row of a table, and the dialect that the table belongs to. */
export type Row = Readonly<Record<'dialect' | 'code' | 'reason' | 'zh' | 'en' | 'when' | 'source', string>>

/**
 * Every row of a provider.
 *
 * @throws UserError where there is no such provider
 */
export function rowsOf(provider: string): Row[] {
  if (!readdirSync(folder).includes(provider)) throw new UserError(`the catalog has no provider ${provider}`)
  return readdirSync(join(folder, provider)).flatMap((name) => {
    const [head = '', ...lines] = readFileSync(join(folder, provider, name), 'utf8')
      .trimEnd()
      .split('\n')
    const columns = head.split('\t')
    return lines.map((line) => {
      const cells = line.split('\t')
      const named = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
      return { ...named, dialect: basename(name, '.tsv') } as Row
    })
  })
}
