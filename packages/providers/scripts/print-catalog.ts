// What the catalog has: `pnpm catalog` prints it, `--write` writes TABLES.md, `--review` lists messages whose reasons differ.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allProviders } from '../src/all-providers.ts'
import { coverageOf, percent } from './coverage.ts'
import { messagesToReview } from './messages-to-review.ts'
import { readCatalog } from './read-catalog.ts'
import { tablesPage } from './tables-page.ts'

export const tablesFile: string = join(import.meta.dirname, '../../../TABLES.md')

function print(): void {
  const coverage = coverageOf(allProviders)
  const total = { dialects: 0, rows: 0, official: 0, payloads: 0 }
  const lines = coverage.map(({ provider, dialects, rows, official, languages, payloads }) => {
    total.dialects += dialects.length
    total.rows += rows
    total.official += official
    total.payloads += payloads
    return [
      provider.id,
      {
        dialects: dialects.length,
        rows,
        official: percent(official, rows),
        languages: languages.join(' '),
        payloads,
      },
    ] as const
  })
  console.table(
    Object.fromEntries([
      ...lines,
      [
        `${coverage.length} providers`,
        { ...total, official: percent(total.official, total.rows), languages: 'zh en' },
      ] as const,
    ]),
  )
  console.log(`${messagesToReview(readCatalog()).length} messages whose reasons differ between dialects (--review)`)
}

function review(): void {
  for (const { provider, text, rows } of messagesToReview(readCatalog())) {
    console.log(`${provider}: ${text}`)
    for (const { dialect, line, code, when, reason } of rows)
      console.log(`  ${dialect}.tsv:${line}  ${code}${when === '' ? '' : ` ${when}`}  ${reason}`)
  }
}

if (import.meta.main) {
  const [option, ...others] = process.argv.slice(2)
  if (others.length > 0) throw new TypeError('expected one option at most')
  if (option === undefined) print()
  else if (option === '--review') review()
  else if (option === '--write') writeFileSync(tablesFile, tablesPage(coverageOf(allProviders)))
  else throw new TypeError(`expected --write or --review, got ${option}`)
}
