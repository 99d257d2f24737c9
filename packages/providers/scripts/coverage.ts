import type { Provider } from '@unifault/core'
import { traits } from '../../core/src/reasons.ts'
import { citesOfficial, readOfficialSources } from './official-sources.ts'
import { type CatalogRow, type CatalogTable, readCatalog } from './read-catalog.ts'
import { readPayloads } from './read-payloads.ts'

export const groups = ['auth', 'rate-limit', 'param', 'server', 'ok'] as const

/** How many rows say each category, and how many that a code is no error. */
export type Categories = Readonly<Record<(typeof groups)[number], number>>

/** What the catalog has of one provider. */
export interface Coverage {
  readonly provider: Provider
  readonly dialects: readonly { readonly name: string; readonly rows: number }[]
  readonly rows: number
  readonly categories: Categories
  /** Rows that cite at least one source of the vendor's own. */
  readonly official: number
  readonly languages: readonly string[]
  /** Rows that say what to do about the error. */
  readonly remedies: number
  readonly payloads: number
}

/** The coverage of each provider, in the order given. */
export function coverageOf(
  providers: readonly Provider[],
  tables: readonly CatalogTable[] = readCatalog(),
): Coverage[] {
  const official = readOfficialSources()
  return providers.map((provider) => {
    const own = tables.filter((table) => table.provider === provider.id)
    const rows = own.flatMap((table) => table.rows)
    const prefixes = official.filter((one) => one.provider === provider.id).map(({ prefix }) => prefix)
    // Thousands of rows cite few sources.
    const bySource = Map.groupBy(rows, ({ source }) => source)
    return {
      provider,
      dialects: provider.dialects.map(({ name = 'envelope' }) => ({
        name,
        rows: own.find(({ dialect }) => dialect === name)?.rows.length ?? 0,
      })),
      rows: rows.length,
      categories: categoriesOf(rows),
      official: [...bySource].reduce(
        (sum, [source, cite]) => sum + (citesOfficial(source, prefixes) ? cite.length : 0),
        0,
      ),
      languages: (['zh', 'en'] as const).filter((language) => rows.some((row) => row[language] !== '')),
      remedies: rows.filter(({ fixZh = '', fixEn = '' }) => fixZh !== '' || fixEn !== '').length,
      payloads: readPayloads(provider.id).length,
    }
  })
}

function categoriesOf(rows: readonly CatalogRow[]): Categories {
  const byGroup = Map.groupBy<string, CatalogRow>(
    rows,
    ({ reason }) => traits[reason as keyof typeof traits]?.[0] ?? reason,
  )
  return Object.fromEntries(groups.map((group) => [group, byGroup.get(group)?.length ?? 0])) as Categories
}

/** A share as whole percents; rounded down, so that 100 means all. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((100 * part) / whole)} %`
}
