import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, outcomes } from '../../src/words/outputs.ts'
import { catalogFolder, readCatalog } from '../read-catalog.ts'

/** A row of the catalog as a teacher. */
export interface Row {
  readonly provider: string
  readonly dialect: string
  readonly code: string
  readonly reason: Outcome
  readonly zh: string
  readonly en: string
  readonly when: string
}

/** No provider weighs more than this. */
const mostRows = 500

const known: ReadonlySet<string> = new Set(outcomes)

/** Keys of the rows whose reason came from words alone: no teachers of words. Importers list them beside their reviews. */
function readByWords(folder: string = catalogFolder): Set<string> {
  const reviews = join(folder, 'review')
  if (!existsSync(reviews)) return new Set()
  return new Set(
    readdirSync(reviews)
      .filter((name) => name.endsWith('.by-words.txt'))
      .flatMap((name) => readFileSync(join(reviews, name), 'utf8').split('\n')),
  )
}

/** All rows that may teach, in a fixed order. */
export function readRows(folder: string = catalogFolder): Row[] {
  const byWords = readByWords(folder)
  return readCatalog(folder).flatMap(({ provider, dialect, rows }) =>
    rows
      .filter(({ code, reason }) => known.has(reason) && !byWords.has(`${provider}\t${dialect}\t${code}`))
      .map(({ code, reason, zh, en, when }) => ({ provider, dialect, code, reason: reason as Outcome, zh, en, when })),
  )
}

/** At most so many rows of each provider, drawn by a hash, so that a new row moves few others. */
export function limitRows(rows: readonly Row[], most: number = mostRows): Row[] {
  const drawn = rows
    .map((row) => ({ row, key: fingerprint(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const taken = new Map<string, number>()
  return drawn
    .filter(({ row: { provider } }) => {
      const count = (taken.get(provider) ?? 0) + 1
      taken.set(provider, count)
      return count <= most
    })
    .map(({ row }) => row)
}

function fingerprint(row: Row): string {
  return createHash('sha256')
    .update([row.provider, row.dialect, row.code, row.when, row.zh, row.en].join('\t'))
    .digest('hex')
}

/** The digest of what a model has learned from. */
export function digestOf(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\n')
  return hash.digest('hex').slice(0, 16)
}
