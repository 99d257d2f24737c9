// All files of the package: path below `json/` → text.
import type { Provider } from '@unifault/core'
import { reasonOfStatus, reasons, traits } from '../../core/src/reasons.ts'
import { type Coverage, coverageOf } from '../../providers/scripts/coverage.ts'
import { readLastVerified } from '../../providers/scripts/last-verified.ts'
import { readNotes } from '../../providers/scripts/notes.ts'
import { type CatalogTable, readCatalog } from '../../providers/scripts/read-catalog.ts'
import { providerData } from './provider-data.ts'
import { type ProviderRows, wordsFile } from './words-file.ts'

/** The version of the form. It grows when a program that reads the old form would misread the new one. */
const v = 1

function indexData(coverage: readonly Coverage[]): object {
  const providers = coverage.map(({ provider, dialects, rows, official, languages, remedies }) => {
    const { id, name, docs, hosts = [] } = provider
    return { id, name, docs, hosts, dialects: dialects.length, rows, official, languages, remedies }
  })
  return { v, providers }
}

/** Exact code → the tables that have it; families belong to no code alone. */
function codesData(tables: readonly CatalogTable[]): object {
  const places = new Map<string, string[]>()
  for (const { provider, dialect, rows } of tables) {
    const table = `${provider}/${dialect}`
    for (const { code } of rows) {
      const known = places.get(code)
      if (known === undefined) places.set(code, [table])
      // A table's rows of one code follow each other, so do its tables.
      else if (known.at(-1) !== table) known.push(table)
    }
  }
  const codes = [...places.keys()].filter((code) => !code.includes('*')).sort()
  // No prototype: `constructor` and `__proto__` are codes like others.
  const found = Object.assign(Object.create(null) as Record<string, string[]>)
  for (const code of codes) found[code] = places.get(code) ?? []
  return { v, codes: found }
}

/** What follows from a reason, and which reason a bare status stands for. */
function taxonomyData(): object {
  const header = (): undefined => undefined
  const statuses = Array.from({ length: 200 }, (_none, index) => 400 + index).map(
    (status) => [status, reasonOfStatus({ status, header })] as const,
  )
  return {
    v,
    reasons: reasons.map((reason) => {
      const [category, status, recovery, retry = 'never'] = traits[reason]
      return { reason, category, status, retry, recovery }
    }),
    statuses: Object.fromEntries(statuses),
  }
}

/** Every file that is published, as it stands below `json/`. */
export function dataFiles(providers: readonly Provider[]): ReadonlyMap<string, string> {
  const tables = readCatalog()
  const verifiedOn = readLastVerified()
  const files = new Map<string, object>([
    ['index.json', indexData(coverageOf(providers, tables))],
    ['codes.json', codesData(tables)],
    ['taxonomy.json', taxonomyData()],
  ])
  const notes = Map.groupBy(readNotes(), ({ provider }) => provider)
  const byProvider = Map.groupBy(tables, ({ provider }) => provider)
  for (const provider of providers)
    files.set(
      `providers/${provider.id}.json`,
      providerData(provider, {
        tables: byProvider.get(provider.id) ?? [],
        notes: notes.get(provider.id) ?? [],
        verifiedOn,
      }) as object,
    )
  const texts = new Map([...files].map(([path, data]) => [path, `${JSON.stringify(data)}\n`]))
  const written = [...files].filter(([path]) => path.startsWith('providers/'))
  return texts.set(
    'words.tsv',
    wordsFile(written.map(([path, data]) => [data as ProviderRows, texts.get(path) ?? ''] as const)),
  )
}
