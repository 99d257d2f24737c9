// Writes the files of the search from the catalog.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlacedProvider, PlacedRow } from '../catalog/lay-out.ts'
import { encodeBlock, mostImpact, type Postings, type Root, rowsPerBlock, type ShownRow } from './format.ts'
import { codeTerm, tokensOf } from './tokens.ts'

/** What one block of terms may weigh, in bytes; a term that is in most rows has a block of its own. */
const mostBytes = 14_000

/** Rows by term, in the order of rows. */
class TermTable {
  readonly terms = new Map<string, { rows: number[]; impacts: number[] }>()

  add(term: string, row: number, impact: number): void {
    let found = this.terms.get(term)
    if (found === undefined) this.terms.set(term, (found = { rows: [], impacts: [] }))
    const last = found.rows.length - 1
    if (found.rows[last] === row) found.impacts[last] = Math.max(found.impacts[last] ?? 0, impact)
    else {
      found.rows.push(row)
      found.impacts.push(impact)
    }
  }

  /** The terms in order, in blocks. */
  *blocks(): Generator<(readonly [string, Postings])[]> {
    let block: (readonly [string, Postings])[] = []
    let bytes = 0
    for (const [term, postings] of [...this.terms].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const weight = term.length * 1.5 + 8 + postings.rows.length * 1.5
      if (bytes + weight > mostBytes && block.length > 0) {
        yield block
        block = []
        bytes = 0
      }
      block.push([term, postings])
      bytes += weight
    }
    yield block
  }
}

/** A term tells more of a short text than of a long one. */
function impactOf(tokens: number): number {
  return Math.max(1, Math.min(12, Math.round(24 / (tokens + 1))))
}

function addRow(table: TermTable, number: number, { row }: PlacedRow): void {
  const { code, reason, zh = '', en = '', fixZh = '', fixEn = '' } = row
  table.add(codeTerm(code), number, mostImpact)
  for (const token of tokensOf(code)) table.add(token, number, 8)
  for (const text of [zh, en]) {
    const tokens = tokensOf(text)
    for (const token of tokens) table.add(token, number, impactOf(tokens.length))
  }
  for (const token of tokensOf(reason)) table.add(token, number, 2)
  for (const token of tokensOf(`${fixZh} ${fixEn}`)) table.add(token, number, 1)
}

/**
 * Writes the index into a folder named by its content, so that no browser mixes two of them.
 *
 * @returns the name of that folder
 */
export function writeIndex(providers: readonly PlacedProvider[], folder: string, reasons: readonly string[]): string {
  const table = new TermTable()
  const shown: ShownRow[] = []
  for (const { first, rows } of providers)
    for (const [index, placed] of rows.entries()) {
      addRow(table, first + index, placed)
      const { code, reason, zh = '', en = '' } = placed.row
      const plain = [code, reasons.indexOf(reason), zh, en] as const
      shown.push(placed.anchor === code ? plain : [...plain, placed.anchor])
    }
  const files = new Map<string, Uint8Array | string>()
  const terms: string[] = []
  for (const block of table.blocks()) {
    files.set(`terms-${terms.length}.bin`, encodeBlock(block))
    terms.push(block[0]?.[0] ?? '')
  }
  for (let at = 0; at < shown.length; at += rowsPerBlock)
    files.set(`rows-${at / rowsPerBlock}.json`, JSON.stringify(shown.slice(at, at + rowsPerBlock)))
  const root: Root = {
    v: 1,
    rows: shown.length,
    terms,
    providers: providers.map(({ id, name, first, rows, parts }) =>
      parts.length > 1 ? [id, name, first, rows.length, parts] : [id, name, first, rows.length],
    ),
    reasons,
  }
  files.set('root.json', JSON.stringify(root))

  const hash = createHash('sha256')
  for (const content of files.values()) hash.update(content)
  const name = hash.digest('hex').slice(0, 12)
  mkdirSync(join(folder, name), { recursive: true })
  for (const [file, content] of files) writeFileSync(join(folder, name, file), content)
  return name
}
