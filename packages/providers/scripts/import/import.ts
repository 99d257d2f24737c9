// Brings a published list into the catalog: `import.ts <source …> --from <folder or bare git directory> [--commit X] [--write]`.
// `--from` may be repeated, each with its `--repository`, where a source stands in several repositories.
// Without `--write` it only prints what would change. `import.ts` alone names the sources.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { catalogFolder, readCatalog } from '../read-catalog.ts'
import { mergeEntries } from './merge-entries.ts'
import { createProposeByWords } from './propose-by-words.ts'
import { type Waiting, keyOf, readByWords, readReview, reviewFolder, writeByWords, writeReview } from './review-file.ts'
import { type Snapshot, openSnapshot } from './snapshot.ts'
import type { Source } from './source.ts'
import { sources } from './sources.ts'
import { writeTable } from './table-file.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', multiple: true, default: [] },
    commit: { type: 'string' },
    repository: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
})
if (positionals.length === 0 || values.from.length === 0 || positionals.some((name) => sources[name] === undefined)) {
  console.log(`usage: import.ts <source …> --from <folder> [--commit X] [--write]\n${Object.keys(sources).join('\n')}`)
  process.exit(1)
}

const untrusted = new Set(
  readdirSync(reviewFolder)
    .filter((file) => file.endsWith('.by-words.txt'))
    .flatMap((file) => [...readByWords(file.slice(0, -'.by-words.txt'.length))]),
)
const byWords = createProposeByWords(readCatalog(), (table, code) => untrusted.has(keyOf({ ...table, code })))
values.from.forEach((from, index) => {
  const snapshot = openSnapshot(from, values.commit)
  for (const name of positionals) importOne(name, sources[name]!, snapshot, values.repository[index])
})

function importOne(name: string, source: Source, snapshot: Snapshot, repository: string = source.repository): void {
  if (repository.includes('*')) throw new TypeError(`--repository must name the one of ${repository} that is read`)
  const { cite = (path: string, commit: string) => `${repository}@${commit.slice(0, 12)} ${path}` } = source
  const review = readReview(name)
  const decisions = new Map(review.filter(({ decision }) => decision !== '').map((row) => [keyOf(row), row.decision]))
  const entries = source.read(snapshot)
  const home = {
    provider: source.provider,
    dialect: source.dialect,
    cite: (path: string) => cite(path, snapshot.commit),
  }
  const merged = mergeEntries(entries, home, readCatalog(), byWords, decisions)
  console.log(`${name} at ${snapshot.commit}: ${entries.length} entries`)
  print(
    'new',
    merged.added.map(({ code, reason, zh, en }) => `${code}  ${reason}  ${zh || en}`),
  )
  print(
    'changed, the row stands',
    merged.changed.map(({ code, was, now }) => `${code}  ${was}  →  ${now}`),
  )
  print('gone', merged.gone)
  const { filled, waiting, byWords: alone } = merged
  console.log(`filled: ${filled}, waiting for a decision: ${waiting.length}, by words alone: ${alone.length}`)
  if (!values.write) return
  for (const [place, rows] of merged.tables) writeTable(join(catalogFolder, `${place}.tsv`), rows)
  const others = (row: Waiting): boolean => source.repository.includes('*') && !row.source.includes(`${repository}@`)
  const left = review.filter((row) => row.decision === 'leave' || others(row))
  writeReview(name, [...left, ...waiting])
  writeByWords(name, new Set([...readByWords(name), ...alone]))
}

function print(title: string, lines: readonly string[]): void {
  console.log(`${title}: ${lines.length}`)
  for (const line of lines.slice(0, values.all ? Infinity : 20)) console.log(`  ${line}`)
}
