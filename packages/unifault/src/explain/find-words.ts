// Finds rows of the catalog by their words. The index of words is searched; of the catalog only the rows that are shown are read.
import { allWords, rowAt } from '../catalog.ts'
import type { FoundRow } from './find.ts'

const tab = 9
const newline = 10
const zero = 48

/** The rows of one dialect in the index. */
interface Section {
  readonly provider: string
  readonly dialect: string
  /** Where the first row begins in the provider's file, in bytes. */
  readonly first: number
  /** The lines of the rows, as a range of the index. */
  readonly start: number
  readonly end: number
}

/** A row that has the words, as a line of the index. */
interface Found {
  readonly section: Section
  /** Where its line begins. */
  readonly at: number
  /** The length of the shortest text that has all the words. */
  readonly score: number
}

function sectionsOf(index: Buffer): Section[] {
  const headEnd = index.indexOf('\n\n')
  let end = headEnd + 2
  return index
    .toString('utf8', 0, headEnd)
    .split('\n')
    .map((line) => {
      const [provider = '', dialect = '', first, length] = line.split('\t')
      const start = end
      end += Number(length)
      return { provider, dialect, first: Number(first), start, end }
    })
}

/** The lines of a section in which a text holds all the words. */
function* linesWith(index: Buffer, section: Section, words: readonly string[]): Generator<Found> {
  const lines = index.subarray(section.start, section.end)
  // The longest word most likely stands in the fewest lines.
  const rarest = Buffer.from(words.reduce((longest, word) => (word.length > longest.length ? word : longest), ''))
  for (let hit = lines.indexOf(rarest); hit >= 0;) {
    const at = lines.lastIndexOf(newline, hit) + 1
    const end = lines.indexOf(newline, hit)
    const [, ...texts] = lines.toString('utf8', at, end).split('\t')
    const fit = texts.filter((text) => words.every((word) => text.includes(word)))
    if (fit.length > 0) yield { section, at: section.start + at, score: Math.min(...fit.map((text) => text.length)) }
    hit = lines.indexOf(rarest, end + 1)
  }
}

/**
 * Reads the rows that lines stand for. The place of a row is the sum of the lengths before it, a comma behind each: line by line, so
 * that each length is read once, however many rows are wanted.
 */
function readAll(index: Buffer, wanted: readonly Found[]): FoundRow[] {
  const rows = new Map<Found, FoundRow>()
  let section: Section | undefined
  let line = 0
  let place = 0
  for (const one of wanted.toSorted((a, b) => a.at - b.at)) {
    if (section !== one.section) {
      section = one.section
      line = section.start
      place = section.first
    }
    for (; line < one.at; line = index.indexOf(newline, line) + 1) place += lengthAt(index, line) + 1
    const { provider, dialect } = section
    rows.set(one, { provider, dialect, ...rowAt(provider, place, lengthAt(index, line)) })
  }
  return wanted.flatMap((one) => rows.get(one) ?? [])
}

function lengthAt(index: Buffer, line: number): number {
  let length = 0
  for (let at = line; index[at] !== tab; at++) length = length * 10 + ((index[at] ?? zero) - zero)
  return length
}

/** What a search found: how much, and the first of it. */
export interface FoundRows {
  readonly count: number
  readonly rows: FoundRow[]
}

/**
 * The rows whose code or words hold all of the given words, in any case, the ones that say little else first.
 *
 * @param id a provider, where only its rows are wanted
 * @param most rows that are read
 */
export function rowsOfWords(given: readonly string[], id: string | undefined, most: number): FoundRows {
  const words = given.map((word) => word.toLowerCase()).filter(Boolean)
  if (words.length === 0) return { count: 0, rows: [] }
  const index = allWords()
  const found = sectionsOf(index)
    .filter(({ provider }) => id === undefined || provider === id)
    .flatMap((section) => [...linesWith(index, section, words)])
    .sort((a, b) => a.score - b.score)
  return { count: found.length, rows: readAll(index, found.slice(0, most)) }
}
