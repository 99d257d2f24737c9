// What the catalog has in numbers, and what came and went since a commit.
import { execFileSync } from 'node:child_process'
import { relative, resolve } from 'node:path'
import { openSnapshot } from './import/snapshot.ts'
import { citesOfficial, readOfficialSources } from './official-sources.ts'
import { type CatalogRow, type CatalogTable, catalogFolder, parseTable } from './read-catalog.ts'

/** The catalog in numbers. */
export interface Statistics {
  readonly providers: number
  readonly tables: number
  readonly rows: number
  /** Rows that cite at least one source of the vendor's own. */
  readonly official: number
  readonly zh: number
  readonly en: number
  readonly both: number
  /** Rows that say what to do about the error, and their providers. */
  readonly remedies: number
  readonly providersWithRemedies: number
}

const hasRemedy = ({ fixZh = '', fixEn = '' }: CatalogRow): boolean => fixZh !== '' || fixEn !== ''

export function statisticsOf(tables: readonly CatalogTable[]): Statistics {
  const prefixes = Map.groupBy(readOfficialSources(), ({ provider }) => provider)
  const rows = tables.flatMap((table) => table.rows)
  const official = tables.map(({ provider, rows: own }) => {
    const of = (prefixes.get(provider) ?? []).map(({ prefix }) => prefix)
    return own.filter(({ source }) => citesOfficial(source, of)).length
  })
  return {
    providers: new Set(tables.map(({ provider }) => provider)).size,
    tables: tables.length,
    rows: rows.length,
    official: official.reduce((sum, count) => sum + count, 0),
    zh: rows.filter(({ zh }) => zh !== '').length,
    en: rows.filter(({ en }) => en !== '').length,
    both: rows.filter(({ zh, en }) => zh !== '' && en !== '').length,
    remedies: rows.filter(hasRemedy).length,
    providersWithRemedies: new Set(tables.filter((table) => table.rows.some(hasRemedy)).map(({ provider }) => provider))
      .size,
  }
}

/** What came, went and changed its reason, by provider. */
export interface Changes {
  readonly added: number
  readonly removed: number
  readonly changed: number
}

export function changesBetween(
  before: readonly CatalogTable[],
  after: readonly CatalogTable[],
): ReadonlyMap<string, Changes> {
  const [old, now] = [reasonsOf(before), reasonsOf(after)]
  const providers = [...new Set([...before, ...after].map(({ provider }) => provider))].sort()
  const of = (provider: string, keys: Iterable<string>): string[] =>
    [...keys].filter((key) => key.startsWith(`${provider}\t`))
  const changes = providers.map((provider) => {
    const [was, is] = [of(provider, old.keys()), of(provider, now.keys())]
    const added = is.filter((key) => !old.has(key)).length
    const removed = was.filter((key) => !now.has(key)).length
    const changed = is.filter((key) => old.has(key) && old.get(key) !== now.get(key)).length
    return [provider, { added, removed, changed }] as const
  })
  return new Map(changes.filter(([, { added, removed, changed }]) => added + removed + changed > 0))
}

/** Provider, dialect, code and `when` → reason. */
function reasonsOf(tables: readonly CatalogTable[]): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap(({ provider, dialect, rows }) =>
      rows.map(({ code, when, reason }) => [[provider, dialect, code, when].join('\t'), reason] as const),
    ),
  )
}

/**
 * The tables as they were at a commit of this repository.
 *
 * @throws Error when git does not know the commit
 */
export function readCatalogAt(commit: string): CatalogTable[] {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: catalogFolder, encoding: 'utf8' }).trim()
  const place = relative(git('rev-parse', '--show-toplevel'), catalogFolder)
  const snapshot = openSnapshot(
    resolve(catalogFolder, git('rev-parse', '--git-common-dir')),
    git('rev-parse', '--verify', `${commit}^{commit}`),
  )
  const paths = snapshot.list(new RegExp(`^${place}/(?!review/)[^/]+/[^/]+\\.tsv$`))
  return [...snapshot.read(paths)].map(([path, text]) => {
    const [provider = '', name = ''] = path.split('/').slice(-2)
    return parseTable({ provider, dialect: name.replace(/\.tsv$/, ''), file: path }, text)
  })
}
