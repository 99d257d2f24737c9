// Brings a published list into the catalog: `import.ts <source> --from <folder or bare git directory> [--commit X] [--write]`.
// Without `--write` it only prints what would change. `import.ts` alone names the sources.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { catalogFolder, readCatalog } from '../read-catalog.ts'
import { mergeEntries } from './merge-entries.ts'
import { createProposeByWords } from './propose-by-words.ts'
import { keyOf, readByWords, readReview, reviewFolder, writeByWords, writeReview } from './review-file.ts'
import { openSnapshot } from './snapshot.ts'
import { sources } from './sources.ts'
import { writeTable } from './table-file.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    commit: { type: 'string' },
    write: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
})
const [name = ''] = positionals
const source = sources[name]
if (source === undefined || values.from === undefined) {
  console.log(`usage: import.ts <source> --from <folder> [--commit X] [--write]\n${Object.keys(sources).join('\n')}`)
  process.exit(1)
}

const snapshot = openSnapshot(values.from, values.commit)
const { cite = (path: string, commit: string) => `${source.repository}@${commit.slice(0, 12)} ${path}` } = source
const catalog = readCatalog()
const untrusted = new Set(
  readdirSync(reviewFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.by-words.txt'))
    .flatMap((file) => [...readByWords(file.slice(0, -'.by-words.txt'.length))]),
)
const byWords = createProposeByWords(catalog, (table, code) => untrusted.has(keyOf({ ...table, code })))
const review = readReview(name)
const decisions = new Map(review.filter(({ decision }) => decision !== '').map((row) => [keyOf(row), row.decision]))
const entries = source.read(snapshot)
const merged = mergeEntries(
  entries,
  { provider: source.provider, dialect: source.dialect, cite: (path) => cite(path, snapshot.commit) },
  catalog,
  byWords,
  decisions,
)

const shown = values.all ? Infinity : 20
const print = (title: string, lines: readonly string[]): void => {
  console.log(`${title}: ${lines.length}`)
  for (const line of lines.slice(0, shown)) console.log(`  ${line}`)
}
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
console.log(
  `filled: ${merged.filled}, waiting for a decision: ${merged.waiting.length}, by words alone: ${merged.byWords.length}`,
)
if (values.write) {
  for (const [place, rows] of merged.tables) writeTable(join(catalogFolder, `${place}.tsv`), rows)
  const left = review.filter(({ decision }) => decision === 'leave')
  writeReview(name, [...left, ...merged.waiting])
  writeByWords(name, new Set([...readByWords(name), ...merged.byWords]))
}
