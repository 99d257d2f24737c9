import type { CatalogRow, CatalogTable } from '../read-catalog.ts'
import type { Entry } from './entry.ts'
import { type ProposeByWords, proposeReason } from './propose-reason.ts'
import { type Waiting, keyOf } from './review-file.ts'
import type { NewRow } from './table-file.ts'
import { categoryOf } from './taxonomy.ts'

/** Where the entries of a list belong, and how their file is cited. */
export interface Home {
  readonly provider: string
  readonly dialect: string
  readonly cite: (path: string) => string
}

export interface Merged {
  /** The tables that change, by `provider/dialect`, with all their rows. */
  readonly tables: ReadonlyMap<string, NewRow[]>
  readonly added: readonly NewRow[]
  readonly filled: number
  /** Rows that stand although the list says something else now. */
  readonly changed: readonly { code: string; was: string; now: string }[]
  /** Rows that cite the list, which has them no more. */
  readonly gone: readonly string[]
  readonly waiting: readonly Waiting[]
  /** Keys of rows whose reason came from the words alone. */
  readonly byWords: readonly string[]
}

/** Brings a list into the catalog: rows that are there stand, empty cells are filled, new rows are added or wait. */
export function mergeEntries(
  entries: readonly Entry[],
  home: Home,
  catalog: readonly CatalogTable[],
  byWords: ProposeByWords,
  decisions: ReadonlyMap<string, string> = new Map(),
): Merged {
  const tables = new Map<string, NewRow[]>()
  const [added, waiting, keys, changed]: [NewRow[], Waiting[], string[], { code: string; was: string; now: string }[]] =
    [[], [], [], []]
  let filled = 0
  const seen = new Set<string>()
  const groups = Map.groupBy(entries.filter(isUsable), (entry) => keyOf(placeOf(entry, home)))
  for (const [key, group] of groups) {
    const { provider, dialect, code } = placeOf(group[0]!, home)
    const name = `${provider}/${dialect}`
    seen.add(key)
    const known = catalog.find((table) => table.provider === provider && table.dialect === dialect)?.rows ?? []
    const rows = tables.get(name) ?? known.map((row) => ({ ...row }))
    const chosen = choose(group)
    const source = `${chosen.names === true ? 'names ' : ''}${home.cite(chosen.path)}`
    const standing = rows.filter((row) => row.code === code)
    if (standing.length > 0) {
      const plain = standing.findIndex(({ when }) => when === '')
      if (plain < 0) continue
      const was = standing[plain]!
      const filledRow = fill(was, chosen, source)
      if (filledRow !== was) {
        filled++
        rows[rows.indexOf(was)] = filledRow
        tables.set(name, rows)
      } else if (
        was.source.includes(source) &&
        [was.zh, was.en].every((text) => !group.some((one) => [one.zh, one.en].includes(text)))
      )
        changed.push({ code, was: was.zh || was.en, now: chosen.zh || chosen.en })
      continue
    }
    const proposal = proposeReason(chosen, byWords)
    const decision = decisions.get(key)
    if (decision === 'leave') continue
    const differs = new Set(group.map((one) => categoryOf(proposeReason(one, byWords).reason ?? 'unknown'))).size > 1
    const reason = decision || (differs ? undefined : proposal.reason)
    if (reason === undefined) {
      waiting.push({
        provider,
        dialect,
        code,
        publisher: proposal.publisher ?? '',
        words: proposal.words === undefined ? '' : `${proposal.words.reason} ${proposal.words.confidence.toFixed(2)}`,
        decision: '',
        text: [...new Set(group.map(({ zh, en }) => `${zh} ${en}`.trim()))].slice(0, 4).join(' | '),
        source,
      })
      continue
    }
    if (!decision && proposal.by === 'words') keys.push(key)
    const { zh, en, when = '', fixZh = '', fixEn = '' } = chosen
    const row = { code, reason, zh, en, when, fixZh, fixEn, source }
    added.push(row)
    rows.push(row)
    tables.set(name, rows)
  }
  const cited = [...new Set(entries.map(({ path }) => home.cite(path)))]
  const gone = catalog.flatMap((table) =>
    table.rows
      .filter((row) => !row.code.includes('*') && !seen.has(keyOf({ ...table, code: row.code })) && isOf(row, cited))
      .map((row) => `${table.provider}/${table.dialect} ${row.code}`),
  )
  return { tables, added, filled, changed, gone, waiting, byWords: keys }
}

const placeOf = (entry: Entry, home: Home): { provider: string; dialect: string; code: string } => ({
  provider: entry.provider ?? home.provider,
  dialect: entry.dialect ?? home.dialect,
  code: entry.code,
})

const isUsable = ({ code, zh, en }: Entry): boolean =>
  code !== '' &&
  code === code.trim() &&
  !/[*\\]|\s(?! ?\S)|[\t\n]/.test(code) &&
  (zh !== '' || en !== '') &&
  zh !== code &&
  en !== code

const isOf = (row: CatalogRow, cited: readonly string[]): boolean =>
  row.source.split('; ').every((one) => cited.includes(one.replace(/^names /, '')))

/** Of one code in several files the text that most of them have; then the first. */
function choose(group: readonly Entry[]): Entry {
  const counts = new Map<string, number>()
  for (const { zh, en } of group) counts.set(`${zh} ${en}`, (counts.get(`${zh} ${en}`) ?? 0) + 1)
  return group.toSorted((a, b) => counts.get(`${b.zh} ${b.en}`)! - counts.get(`${a.zh} ${a.en}`)!)[0]!
}

/** Fills a row's empty cells from a list; what a cell has stands. */
function fill(row: NewRow, entry: Entry, source: string): NewRow {
  const zh = row.zh || entry.zh
  const en = row.en || (entry.names === true ? '' : entry.en)
  const fixZh = row.fixZh || entry.fixZh || ''
  const fixEn = row.fixEn || entry.fixEn || ''
  if (zh === row.zh && en === row.en && fixZh === (row.fixZh ?? '') && fixEn === (row.fixEn ?? '')) return row
  const sources = row.source.split('; ')
  return {
    ...row,
    zh,
    en,
    fixZh,
    fixEn,
    source: sources.includes(source) ? row.source : [...sources, source].join('; '),
  }
}
