// The catalog's own lint, a file for each rule. `node packages/providers/scripts/rules/index.ts [provider …]` prints what it finds.
import type { Provider } from '@unifault/core'
import { type CatalogRow, type CatalogTable, readCatalog } from '../read-catalog.ts'
import type { Payload } from '../read-payloads.ts'
import { code } from './code.ts'
import { dialectReached } from './dialect-reached.ts'
import { dialectSuccess } from './dialect-success.ts'
import { fileForm } from './file-form.ts'
import { languages } from './languages.ts'
import { markup } from './markup.ts'
import { order } from './order.ts'
import { reason } from './reason.ts'
import type { DialectRule, TableRule } from './rule.ts'
import { sources } from './sources.ts'
import { space } from './space.ts'
import { texts } from './texts.ts'
import { ties } from './ties.ts'
import { when } from './when.ts'

/** In the order in which the fixers run: what changes a cell before what compares rows. */
const rules: readonly TableRule[] = [
  fileForm,
  code,
  reason,
  space,
  markup,
  texts,
  languages,
  when,
  sources,
  order,
  ties,
]

/** Everything that is wrong with a table, a sentence each. */
export function checkTable(table: CatalogTable): string[] {
  return rules.flatMap(({ check }) =>
    check(table).map(
      ({ line, what }) => `${table.provider}/${table.dialect}.tsv${line === undefined ? '' : `:${line}`} ${what}`,
    ),
  )
}

const dialectRules: readonly DialectRule[] = [dialectReached, dialectSuccess]

/** Everything that is wrong with a provider's dialects, a sentence each. */
export function checkDialects(provider: Provider, payloads: readonly Payload[]): string[] {
  return dialectRules.flatMap((rule) => rule(provider, payloads))
}

/** The rows of a table, put right by every rule that can. */
export function fixRows(rows: readonly CatalogRow[]): readonly CatalogRow[] {
  return rules.reduce((fixed, { fix }) => fix?.(fixed) ?? fixed, rows)
}

if (import.meta.main) {
  const wanted = process.argv.slice(2)
  const found = readCatalog()
    .filter(({ provider }) => wanted.length === 0 || wanted.includes(provider))
    .flatMap(checkTable)
  for (const sentence of found) console.log(sentence)
  console.log(`${found.length} found`)
  process.exitCode = found.length === 0 ? 0 : 1
}
