// The files of the search: a root that is loaded once, blocks of terms in order, and blocks of rows. Each search loads the few
// blocks that it needs, so that it costs the same however large the catalog grows.

/** How many rows stand in one block. */
export const rowsPerBlock = 32

/** The largest number that says how much a term tells of a row. */
export const mostImpact = 15

/** `root.json`. */
export interface Root {
  readonly v: 1
  readonly rows: number
  /** The first term of each block, in order of code units. */
  readonly terms: readonly string[]
  /** Id, name, the number of the first row, how many rows, and where its pages begin when it has several. */
  readonly providers: readonly (readonly [
    id: string,
    name: string,
    first: number,
    rows: number,
    parts?: readonly number[],
  ])[]
  readonly reasons: readonly string[]
}

/** A row as results show it: code, index of the reason, zh, en, and its anchor where that is not the code. */
export type ShownRow = readonly [code: string, reason: number, zh: string, en: string, anchor?: string]

/** A term's rows: ascending, and what the term tells of each, from 0 to `mostImpact`. */
export interface Postings {
  readonly rows: readonly number[]
  readonly impacts: readonly number[]
}

/** A block of terms: the length of a JSON header in four bytes, the header (terms, and where the postings of each end), the postings. */
export function encodeBlock(entries: readonly (readonly [term: string, postings: Postings])[]): Uint8Array {
  const bytes: number[] = []
  const ends: number[] = []
  for (const [, { rows, impacts }] of entries) {
    let previous = 0
    for (const [index, row] of rows.entries()) {
      let value = (row - previous) * (mostImpact + 1) + (impacts[index] ?? 0)
      previous = row
      while (value > 127) {
        bytes.push((value & 127) | 128)
        value >>>= 7
      }
      bytes.push(value)
    }
    ends.push(bytes.length)
  }
  const header = new TextEncoder().encode(JSON.stringify([entries.map(([term]) => term), ends]))
  const block = new Uint8Array(4 + header.length + bytes.length)
  new DataView(block.buffer).setUint32(0, header.length)
  block.set(header, 4)
  block.set(bytes, 4 + header.length)
  return block
}

/** A block of terms as it is searched. */
export class TermBlock {
  readonly terms: readonly string[]
  private readonly ends: readonly number[]
  private readonly postings: Uint8Array

  constructor(buffer: ArrayBuffer) {
    const length = new DataView(buffer).getUint32(0)
    const header = new TextDecoder().decode(new Uint8Array(buffer, 4, length))
    ;[this.terms, this.ends] = JSON.parse(header) as [string[], number[]]
    this.postings = new Uint8Array(buffer, 4 + length)
  }

  /** The postings of the terms that are `term`, or begin with it. */
  *find(term: string, isPrefix: boolean): Generator<Postings> {
    for (const [index, one] of this.terms.entries())
      if (isPrefix ? one.startsWith(term) : one === term) yield this.read(index)
  }

  private read(index: number): Postings {
    const rows: number[] = []
    const impacts: number[] = []
    let row = 0
    const end = this.ends[index] ?? 0
    for (let at = this.ends[index - 1] ?? 0; at < end;) {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = this.postings[at++] ?? 0
        value |= (byte & 127) << shift
        if (byte < 128) break
      }
      row += value >>> 4
      rows.push(row)
      impacts.push(value & mostImpact)
    }
    return { rows, impacts }
  }
}
