// Where each row of the catalog stands on the site: its number in the search, its page and its anchor.
import type { ProviderFile, Row } from './data.ts'

export interface PlacedRow {
  readonly row: Row
  readonly dialect: string
  /** The fragment of its link, and the id of its element. */
  readonly anchor: string
}

export interface PlacedProvider {
  readonly id: string
  readonly name: string
  readonly data: ProviderFile
  /** The number of its first row; its rows are numbered on from there. */
  readonly first: number
  readonly rows: readonly PlacedRow[]
  /** Where each of its pages begins, as an index of `rows`; one page where all rows fit. */
  readonly parts: readonly number[]
}

/** What the rows of one page may weigh as HTML, in bytes; the page around them takes some more. */
const mostBytes = 135_000
/** What stands around the cells of a row, in bytes. */
const frame = 330

/**
 * Numbers all rows. Providers that are told in both languages come first: they are those that most people ask for, and of
 * equal results the search shows the earlier ones first.
 */
export function layOut(providers: readonly ProviderFile[]): PlacedProvider[] {
  const sorted = [...providers].sort(
    (a, b) => Number(isBilingual(b)) - Number(isBilingual(a)) || (a.id < b.id ? -1 : 1),
  )
  let first = 0
  return sorted.map((data) => {
    const rows = placeRows(data)
    const placed = { id: data.id, name: data.name ?? data.id, data, first, rows, parts: split(rows) }
    first += rows.length
    return placed
  })
}

function isBilingual({ dialects }: ProviderFile): boolean {
  const rows = dialects.flatMap((dialect) => dialect.rows)
  return rows.filter(({ zh, en }) => zh !== undefined && en !== undefined).length > rows.length * 0.9
}

/** The first row of a code has the code as its anchor; the others have the dialect behind it, and a number where that is not enough. */
function placeRows({ dialects }: ProviderFile): PlacedRow[] {
  const taken = new Set<string>()
  return dialects.flatMap(({ name, rows }) =>
    rows.map((row) => {
      const code = row.code.replace(/\s+/g, '_')
      let anchor = code
      for (let n = 1; taken.has(anchor); n++) anchor = n === 1 ? `${code}~${name}` : `${code}~${name}~${n}`
      taken.add(anchor)
      return { row, dialect: name, anchor }
    }),
  )
}

function split(rows: readonly PlacedRow[]): number[] {
  const parts = [0]
  let bytes = 0
  for (const [index, { row, anchor }] of rows.entries()) {
    const { code, zh = '', en = '', when = '', fixZh = '', fixEn = '' } = row
    const weight = frame + Buffer.byteLength(`${code}${anchor}${anchor}${zh}${en}${when}${fixZh}${fixEn}`)
    if (bytes + weight > mostBytes) {
      parts.push(index)
      bytes = 0
    }
    bytes += weight
  }
  return parts
}
