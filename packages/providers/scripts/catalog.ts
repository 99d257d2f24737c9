// The catalog's command. `pnpm catalog` counts, `pnpm catalog <code>` and `pnpm catalog <provider> <code>` say what is known of a code,
// `--fix` puts right what the rules can and renews TABLES.md and the numbers of the documents, `--statistics [--since <commit>]` shows
// the catalog in numbers, `--review` lists messages whose reasons differ, `--train`, `--evaluate-words` and `--doubt` are
// the words model's, `import <source> --from <folder>` brings a published list in.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { traits } from '../../core/src/reasons.ts'
import { allProviders } from '../src/all-providers.ts'
import { coverageOf, percent } from './coverage.ts'
import { findCode } from './find-code.ts'
import { lastVerifiedFile, lastVerifiedText } from './last-verified.ts'
import { messagesToReview } from './messages-to-review.ts'
import { readNotes } from './notes.ts'
import { documents, withNumbers } from './numbers.ts'
import { readCatalog, tableText } from './read-catalog.ts'
import { fixRows } from './rules/index.ts'
import { changesBetween, readCatalogAt, statisticsOf } from './statistics.ts'
import { tablesPage } from './tables-page.ts'

export const tablesFile: string = join(import.meta.dirname, '../../../TABLES.md')

function printCounts(): void {
  const coverage = coverageOf(allProviders)
  const total = { dialects: 0, rows: 0, official: 0, payloads: 0 }
  const lines = coverage.map(({ provider, dialects, rows, official, languages, payloads }) => {
    total.dialects += dialects.length
    total.rows += rows
    total.official += official
    total.payloads += payloads
    const shown = { dialects: dialects.length, rows, official: percent(official, rows) }
    return [provider.id, { ...shown, languages: languages.join(' '), payloads }] as const
  })
  const sum = { ...total, official: percent(total.official, total.rows), languages: 'zh en' }
  console.table(Object.fromEntries([...lines, [`${coverage.length} providers`, sum] as const]))
  console.log(`${messagesToReview(readCatalog()).length} messages whose reasons differ between dialects (--review)`)
}

function printReview(): void {
  for (const { provider, text, rows } of messagesToReview(readCatalog())) {
    console.log(`${provider}: ${text}`)
    for (const { dialect, line, code, when, reason } of rows)
      console.log(`  ${dialect}.tsv:${line}  ${code}${when === '' ? '' : ` ${when}`}  ${reason}`)
  }
}

function rewrite(file: string, text: string, was: string = readFileSync(file, 'utf8')): void {
  if (text !== was) writeFileSync(file, text)
}

/** Puts right in every table what the rules can, and renews what is made of the tables: TABLES.md, the numbers of the documents. */
function fix(): void {
  for (const { file, text, rows } of readCatalog()) rewrite(file, tableText(fixRows(rows)), text)
  const tables = readCatalog()
  rewrite(lastVerifiedFile, lastVerifiedText(tables, new Date().toISOString().slice(0, 10)))
  const coverage = coverageOf(allProviders, tables)
  rewrite(tablesFile, tablesPage(coverage))
  for (const file of documents) {
    const text = readFileSync(file, 'utf8')
    rewrite(file, withNumbers(text, coverage), text)
  }
}

function printStatistics(since: string | undefined): void {
  const tables = readCatalog()
  const now = statisticsOf(tables)
  const share = (count: number): string => `${count} (${percent(count, now.rows)})`
  console.log(`${now.rows} rows in ${now.tables} tables of ${now.providers} providers`)
  console.log(`official ${share(now.official)}, zh ${share(now.zh)}, en ${share(now.en)}, both ${share(now.both)}`)
  console.log(`remedies ${share(now.remedies)}, of ${now.providersWithRemedies} providers`)
  if (since === undefined) return
  const before = readCatalogAt(since)
  const changes = changesBetween(before, tables)
  const total = { added: 0, removed: 0, changed: 0 }
  for (const one of changes.values()) for (const key of ['added', 'removed', 'changed'] as const) total[key] += one[key]
  console.log(`since ${since}: from ${statisticsOf(before).rows} to ${now.rows} rows`)
  console.table(Object.fromEntries([...changes, [`${changes.size} providers`, total] as const]))
}

function printCode(words: readonly string[]): void {
  const found = findCode(readCatalog(), words)
  if (found.length === 0) {
    console.log(`no row has ${words.join(' ')}`)
    process.exitCode = 1
  }
  for (const { provider, dialect, row } of found) {
    const [category, , recovery, byReason = 'never'] = traits[row.reason as keyof typeof traits] ?? ['no error', 0, '–']
    const retry = /(?:^| )retry=(\w+)/.exec(row.when)?.[1] ?? byReason
    console.log(`${provider} ${dialect}  ${row.code}${row.when === '' ? '' : `  when ${row.when}`}`)
    console.log(`  ${category} / ${row.reason}, retry ${retry}, recovery ${recovery}`)
    for (const text of [row.zh, row.en, row.fixZh ?? '', row.fixEn ?? '']) if (text !== '') console.log(`  ${text}`)
    for (const note of readNotes())
      if (note.provider === provider && note.dialect === dialect && note.code === row.code)
        for (const text of [note.zh, note.en]) console.log(`  ${text}`)
    console.log(`  ${row.source}`)
  }
}

/** The longer works, each a program of its own. */
const programs: Readonly<Record<string, string>> = {
  import: 'import/import.ts',
  '--train': 'words/train.ts',
  '--evaluate-words': 'words/evaluate.ts',
  '--doubt': 'words/doubt.ts',
}

/** Runs the program that the first word names; false where it names none. */
function runProgram([first = '', ...others]: readonly string[]): boolean {
  const program = programs[first]
  if (program === undefined) return false
  const parameters = [...process.execArgv, join(import.meta.dirname, program), ...others]
  process.exitCode = spawnSync(process.execPath, parameters, { stdio: 'inherit' }).status ?? 1
  return true
}

if (import.meta.main && !runProgram(process.argv.slice(2))) {
  const { values, positionals } = parseArgs({
    // A code may begin with a minus sign.
    args: process.argv.slice(2).map((word) => (/^-\d/.test(word) ? ` ${word}` : word)),
    allowPositionals: true,
    options: {
      fix: { type: 'boolean' },
      review: { type: 'boolean' },
      statistics: { type: 'boolean' },
      since: { type: 'string' },
    },
  })
  if (values.fix) fix()
  else if (values.review) printReview()
  else if (values.statistics) printStatistics(values.since)
  else if (positionals.length > 2)
    throw new TypeError(`expected a code, or a provider and a code, got ${positionals.join(' ')}`)
  else if (positionals.length > 0) printCode(positionals.map((word) => word.trim()))
  else printCounts()
}
