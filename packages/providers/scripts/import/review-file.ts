import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogFolder } from '../read-catalog.ts'

export const reviewFolder: string = join(catalogFolder, 'review')

/** A row that waits for a person: both proposals, the texts, and the decision, empty until somebody has read it. */
export interface Waiting {
  readonly provider: string
  readonly dialect: string
  readonly code: string
  readonly publisher: string
  readonly words: string
  readonly decision: string
  readonly text: string
  readonly source: string
}

const columns = ['provider', 'dialect', 'code', 'publisher', 'words', 'decision', 'text', 'source'] as const

export const keyOf = (row: { provider: string; dialect: string; code: string }): string =>
  `${row.provider}\t${row.dialect}\t${row.code}`

const reviewFile = (source: string): string => join(reviewFolder, `${source}.tsv`)
const byWordsFile = (source: string): string => join(reviewFolder, `${source}.by-words.txt`)

/** What waits of a source. `leave` as a decision leaves the row out for good. */
export function readReview(source: string): Waiting[] {
  if (!existsSync(reviewFile(source))) return []
  return readFileSync(reviewFile(source), 'utf8')
    .split('\n')
    .slice(1, -1)
    .map((line) => {
      const cells = line.split('\t')
      return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ''])) as unknown as Waiting
    })
}

export function writeReview(source: string, waiting: readonly Waiting[]): void {
  if (waiting.length === 0) return rmSync(reviewFile(source), { force: true })
  mkdirSync(reviewFolder, { recursive: true })
  const lines = waiting.map((row) => columns.map((name) => row[name].replace(/\s+/g, ' ')).join('\t')).sort()
  writeFileSync(reviewFile(source), `${[columns.join('\t'), ...lines].join('\n')}\n`)
}

/** The rows whose reason the words alone have proposed: no teacher for other words. */
export function readByWords(source: string): Set<string> {
  const file = byWordsFile(source)
  return new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [])
}

export function writeByWords(source: string, keys: ReadonlySet<string>): void {
  if (keys.size === 0) return rmSync(byWordsFile(source), { force: true })
  mkdirSync(reviewFolder, { recursive: true })
  writeFileSync(byWordsFile(source), `${[...keys].sort().join('\n')}\n`)
}
