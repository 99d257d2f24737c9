// Shows what was found: for people, and as JSON.
import { styleText } from 'node:util'
import type { Reading } from '@unifault/providers/words'
import { type ProviderData, type Traits, traitsOf } from '../catalog.ts'
import type { FoundRow } from './find.ts'
import { exampleOf, recoveryWords, retryWords } from './handling.ts'

export type Language = 'zh' | 'en'

/** A row with what follows from its reason. */
export interface ExplainedRow extends FoundRow {
  readonly category?: Traits['category']
  readonly retry?: Traits['retry']
  readonly recovery?: Traits['recovery']
}

/** The row's own `retry=` stands before that of its reason. */
export function explained(row: FoundRow): ExplainedRow {
  if (row.reason === 'ok') return row
  const traits = traitsOf(row.reason)
  if (traits === undefined) return row
  const own = /(?:^| )retry=(\w+)/.exec(row.when ?? '')?.[1] as Traits['retry'] | undefined
  return { ...row, category: traits.category, retry: own ?? traits.retry, recovery: traits.recovery }
}

/** More rows than these are shown a line each. */
const mostWhole = 6

function titleOf({ provider, dialect, code, reason, category }: ExplainedRow): string {
  return `${styleText('bold', `${provider} ${code}`)}  ${styleText(reason === 'ok' ? 'green' : 'red', reason)}${category === undefined ? '' : ` (${category})`}  ${styleText('dim', dialect)}`
}

/** The meaning in the language that is asked for; in the other where the catalog has only that. */
function meaningsOf({ zh, en }: FoundRow, language: Language | undefined): string[] {
  const wanted = language === 'zh' ? (zh ?? en) : language === 'en' ? (en ?? zh) : undefined
  return (language === undefined ? [zh, en] : [wanted]).filter((text) => text !== undefined)
}

function wholeRow(row: ExplainedRow, language: Language | undefined): string[] {
  const said = language ?? 'en'
  const field = (name: string, text: string | undefined): string[] =>
    text === undefined ? [] : [`  ${styleText('dim', name.padEnd(9))} ${text.replaceAll('\n', `\n${' '.repeat(12)}`)}`]
  const remedies = meaningsOf({ ...row, zh: row.fixZh, en: row.fixEn } as FoundRow, language)
  return [
    titleOf(row),
    ...meaningsOf(row, language).flatMap((text) => field('meaning', text)),
    ...field('when', row.when),
    ...field('retry', row.retry && `${row.retry}: ${retryWords[row.retry][said]}`),
    ...field('recovery', row.recovery && `${row.recovery}: ${recoveryWords[row.recovery][said]}`),
    ...remedies.flatMap((text) => field('remedy', text)),
    ...row.sources.flatMap((source) => field('source', source)),
  ]
}

function shortRow(row: ExplainedRow, language: Language | undefined): string {
  const text = meaningsOf(row, language).join(' · ')
  return `${titleOf(row)}\n    ${text.length > 140 ? `${text.slice(0, 139)}…` : text}`
}

/** @param count of the rows that were found, of which these are the first */
export function rowsText(shown: readonly ExplainedRow[], count: number, language: Language | undefined): string {
  const lines =
    shown.length <= mostWhole
      ? shown.map((row) => `${wholeRow(row, language).join('\n')}\n`)
      : shown.map((row) => shortRow(row, language))
  const first = shown.find((row) => row.reason !== 'ok')
  if (
    first?.retry !== undefined &&
    first.recovery !== undefined &&
    new Set(shown.map(({ provider, code }) => `${provider} ${code}`)).size === 1
  )
    lines.push(
      ...exampleOf(first.provider, first.code, first.retry, first.recovery).map((line) =>
        styleText('dim', line.padStart(0)),
      ),
    )
  if (count > shown.length)
    lines.push(
      styleText(
        'dim',
        `… and ${count - shown.length} more; --limit ${count} shows them, a provider's name narrows them`,
      ),
    )
  return `${lines.join('\n')}\n`
}

/** Whole percents of a confidence. A model is never wholly sure. */
export function percentOf(confidence: number): number {
  return Math.min(Math.round(confidence * 100), 99)
}

/** What the model says of words that may stand in no table. */
export function readingText({ reason, confidence }: Reading): string {
  const traits = reason === 'ok' ? undefined : traitsOf(reason)
  return `${styleText('bold', 'the words')} most likely mean ${styleText('red', reason)}${traits === undefined ? '' : ` (${traits.category}), retry ${traits.retry}, recovery ${traits.recovery}`}  ${styleText('dim', `${percentOf(confidence)} % sure`)}\n`
}

/** A provider without a code. */
export function providerText({ id, name, docs, hosts = [], dialects }: ProviderData): string {
  const rows = dialects.map((dialect) => `  ${String(dialect.rows.length).padStart(6)}  ${dialect.name}`)
  return `${[`${styleText('bold', id)}  ${name}`, ...(docs === undefined ? [] : [`  ${docs}`]), ...(hosts.length > 0 ? [`  ${hosts.join(', ')}`] : []), styleText('dim', '  codes  envelope'), ...rows].join('\n')}\n`
}
