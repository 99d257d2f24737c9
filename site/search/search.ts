// The search in the catalog, in the browser: by code, by words in Chinese and English, and by provider.
import { pathOf } from '../catalog/path.ts'
import { mostImpact, type Postings, type Root, rowsPerBlock, type ShownRow, TermBlock } from './format.ts'
import { codeTerm, tokensOf } from './tokens.ts'

/** One row that was found. */
export interface Found {
  readonly provider: string
  readonly name: string
  readonly code: string
  readonly reason: string
  readonly zh: string
  readonly en: string
  /** Its page and anchor, below the catalog: `bilibili#-352`. */
  readonly path: string
}

export interface Results {
  readonly count: number
  /** Providers with how many rows each has of them, most first. */
  readonly providers: readonly { readonly id: string; readonly name: string; readonly count: number }[]
  /** The results from one number to another, best first; loads what it shows. */
  show(from: number, to: number): Promise<Found[]>
}

/** More parts of a question would load more blocks than they are worth; each has a bit of a byte. */
const mostParts = 8
/** Beginnings of terms are looked up in so many blocks at most. */
const mostPrefixBlocks = 2

type Load = (file: string) => Promise<ArrayBuffer>

/** The search over the files of one folder. Blocks are loaded when a question needs them, and kept. */
export class CatalogSearch {
  private readonly load: Load
  private root: Promise<Root> | undefined
  private readonly terms = new Map<number, Promise<TermBlock>>()
  private readonly rows = new Map<number, Promise<readonly ShownRow[]>>()

  constructor(load: Load) {
    this.load = load
  }

  /** @param provider the id of the only provider that is asked; all are, where it is left out */
  async search(question: string, provider?: string): Promise<Results> {
    const root = await (this.root ??= this.json<Root>('root.json'))
    const words = question.trim().split(/\s+/).filter(Boolean)
    const scores = new Scores(root.rows)
    const lookUps: Promise<void>[] = []
    let parts = 0
    for (const [index, word] of words.entries()) {
      if (parts === mostParts) break
      const tokens = spread(tokensOf(word), mostParts - parts)
      // A word of signs alone, such as `*`, can only be a code.
      const bits = ((1 << Math.max(1, tokens.length)) - 1) << parts
      lookUps.push(this.addCode(root, scores, word, bits, words.length === 1 || /[^a-z]/.test(word) ? 60 : 5))
      for (const [at, token] of tokens.entries()) {
        const isOpen = index === words.length - 1 && at === tokens.length - 1
        lookUps.push(this.addToken(root, scores, token, 1 << (parts + at), isOpen))
      }
      addProviders(root, scores, word, bits)
      parts += Math.max(1, tokens.length)
    }
    if (words.length > 1) lookUps.push(this.addCode(root, scores, words.join(' '), (1 << parts) - 1, 60))
    await Promise.all(lookUps)
    const range = root.providers.find(([id]) => id === provider)
    const [from, to] = range === undefined ? [0, root.rows] : [range[2], range[2] + range[3]]
    const found = parts === 0 ? [] : scores.best(parts, from, to)
    return {
      count: found.length,
      providers: countByProvider(root, found),
      show: (from, to) => Promise.all(found.slice(from, to).map((row) => this.shown(root, row))),
    }
  }

  /** Where the first row of a code stands, below the catalog; undefined when the provider has none. */
  async locate(provider: string, anchor: string): Promise<string | undefined> {
    const { providers } = await (this.root ??= this.json<Root>('root.json'))
    const range = providers.find(([id]) => id === provider)
    if (range === undefined) return undefined
    const [, , first, count] = range
    const code = anchor.split('~')[0] ?? anchor
    const root = await this.root
    const rows: number[] = []
    for (const { rows: all } of await this.find(root, codeTerm(code), false))
      rows.push(...all.filter((row) => row >= first && row < first + count))
    const found = await Promise.all(rows.map((row) => this.shown(root, row)))
    return (found.find(({ path }) => path.endsWith(`#${encodeURIComponent(anchor)}`)) ?? found[0])?.path
  }

  private async addCode(root: Root, scores: Scores, code: string, bits: number, weight: number): Promise<void> {
    const term = codeTerm(code)
    for (const postings of await this.find(root, term, false)) scores.add(postings, weight, bits)
    if (term.length > 2)
      for (const postings of await this.find(root, term, true)) scores.add(postings, weight / 10, bits)
  }

  private async addToken(root: Root, scores: Scores, token: string, bit: number, isOpen: boolean): Promise<void> {
    const exact = await this.find(root, token, false)
    for (const postings of exact) scores.add(postings, rarity(root, exact), bit)
    if (!isOpen && exact.length > 0) return
    const all = await this.find(root, token, true)
    for (const postings of all) scores.add(postings, 0.5 * rarity(root, all), bit)
  }

  private async find(root: Root, term: string, isPrefix: boolean): Promise<Postings[]> {
    const last = lastNotAfter(root.terms, term)
    // The terms that begin with it may go on in the next blocks.
    const next = root.terms.slice(last + 1, last + (isPrefix ? mostPrefixBlocks : 1))
    const further = next.filter((first) => first.startsWith(term)).map((_, at) => last + 1 + at)
    const blocks = await Promise.all(
      [last, ...further].filter((number) => number >= 0).map((number) => this.block(number)),
    )
    return blocks.flatMap((block) => [...block.find(term, isPrefix)])
  }

  private async shown(root: Root, number: number): Promise<Found> {
    const at = Math.floor(number / rowsPerBlock)
    let block = this.rows.get(at)
    if (block === undefined) this.rows.set(at, (block = this.json(`rows-${at}.json`)))
    const [code, reason, zh, en, anchor = code] = (await block)[number % rowsPerBlock] as ShownRow
    const [id, name, first, , parts = [0]] = root.providers[providerOf(root, number)] as Root['providers'][number]
    const path = `${pathOf(id, lastNotAfter(parts, number - first))}#${encodeURIComponent(anchor)}`
    return { provider: id, name, code, reason: root.reasons[reason] ?? 'ok', zh, en, path }
  }

  private block(number: number): Promise<TermBlock> {
    let found = this.terms.get(number)
    if (found === undefined)
      this.terms.set(number, (found = this.load(`terms-${number}.bin`).then((buffer) => new TermBlock(buffer))))
    return found
  }

  private async json<T>(file: string): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await this.load(file))) as T
  }
}

/** A term that few rows have tells more. */
function rarity({ rows }: Root, all: readonly Postings[]): number {
  return Math.log(1 + rows / (1 + all.reduce((sum, one) => sum + one.rows.length, 0)))
}

/** What has been found of each row. */
class Scores {
  private readonly sums: Float32Array
  /** Which parts of the question a row has, a bit each. */
  private readonly parts: Uint8Array

  constructor(rows: number) {
    this.sums = new Float32Array(rows)
    this.parts = new Uint8Array(rows)
  }

  add({ rows, impacts }: Postings, weight: number, bits: number): void {
    for (let at = 0; at < rows.length; at++) this.addRow(rows[at]!, (weight * impacts[at]!) / mostImpact, bits)
  }

  addRow(row: number, score: number, bits: number): void {
    this.sums[row]! += score
    this.parts[row]! |= bits
  }

  /** The rows with all parts of the question, best first; where there are few, those with most of its parts too. */
  best(parts: number, from: number, to: number): number[] {
    let found: number[] = []
    for (let least = parts; least > 0 && found.length < (least >= parts * 0.6 ? 5 : 1); least--) {
      found = []
      for (let row = from; row < to; row++) if (bitsIn(this.parts[row]!) >= least) found.push(row)
    }
    const value = (row: number): number => bitsIn(this.parts[row]!) * 1000 + this.sums[row]!
    return found.sort((a, b) => value(b) - value(a) || a - b)
  }
}

function bitsIn(byte: number): number {
  let left = byte
  let count = 0
  for (; left !== 0; left &= left - 1) count++
  return count
}

/** At most so many of the tokens, over the whole length of the text. */
function spread(tokens: readonly string[], most: number): string[] {
  if (tokens.length <= most) return [...tokens]
  return Array.from({ length: most }, (_, i) => tokens[Math.floor((i * tokens.length) / most)] as string)
}

/** A word that names a provider stands for all of its rows. */
function addProviders({ providers }: Root, scores: Scores, word: string, bits: number): void {
  const wanted = word.toLowerCase()
  if (wanted.length < 2) return
  for (const [id, name, first, count] of providers)
    if (id === wanted || name.toLowerCase().split(' ').includes(wanted))
      for (let row = first; row < first + count; row++) scores.addRow(row, 1, bits)
}

/** The index of the last that is not after the wanted one; -1 when all are. */
function lastNotAfter<T extends string | number>(sorted: readonly T[], wanted: T): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as T) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

function providerOf({ providers }: Root, row: number): number {
  return lastNotAfter(
    // A provider without rows begins where the next one does: the last of them has the row.
    providers.map(([, , first]) => first),
    row,
  )
}

function countByProvider(root: Root, rows: readonly number[]): Results['providers'] {
  const counts = new Map<number, number>()
  const starts = root.providers.map(([, , first]) => first)
  for (const row of rows) {
    const at = lastNotAfter(starts, row)
    counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .map(([at, count]) => {
      const [id, name] = root.providers[at] as Root['providers'][number]
      return { id, name, count }
    })
}
