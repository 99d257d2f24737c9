// A dialect's code table: code (and `when`) → row, decoded when it is first asked.
import { type Answer, own } from './answer.ts'
import type { Texts } from './views.ts'
import { compileGlob, compilePlace, isPresent } from './place.ts'
import { type Outcome, reasons, type Retry } from './reasons.ts'

/**
 * A code table: generated rows, a record code → outcome, or, where `defineProvider` takes it, the text of a TSV file with a header row.
 * The type parameter is the union of its codes.
 */
export type CodeRows<Code extends string = string> =
  | (string & { readonly '~code'?: Code })
  | { readonly [C in Code]: Outcome }

/** A row of a code table, as it is found for an answer. */
export interface Row {
  readonly code: string
  readonly outcome: Outcome
  readonly when?: string | undefined
  /** Stands instead of the reason's own retry. */
  readonly retry?: Retry | undefined
}

/** What a row's tests may look at beside the answer. */
interface Said {
  readonly message?: string | undefined
}

/** One test of a row's `when`. */
export type RowTest = (answer: Answer, said: Said) => boolean

interface TestedRow extends Row {
  readonly tests: readonly RowTest[]
}

/** A row for whatever code its one `*` leaves room for. */
interface Family extends TestedRow {
  readonly matches: (code: string) => boolean
}

/** Letters of the compact form, in the order of the reasons: a new reason takes the next one. None is a digit, a small letter or `-`. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()+:;'
/** `ok` stands outside the order, so that no new reason ever changes what an older table says. */
const okLetter = '='

/** What a letter of the compact form stands for. */
export function outcomeOf(letter: string): Outcome {
  return letter === okLetter ? 'ok' : (reasons[letters.indexOf(letter)] ?? 'unknown')
}

/** The parts of a row's `when`, separated by one space; `message=` is the last and takes the rest. */
export function partsOfWhen(when: string): string[] {
  return when.match(/(?<=^| )(?:message=[^]*|[^ ]+)/g) ?? []
}

/** What is compared with a test's pattern. */
const subjects: Record<string, (answer: Answer, said: Said) => string | undefined> = {
  status: ({ status }) => String(status),
  path: ({ path }) => path,
  message: (_answer, { message }) => message?.trim(),
}

/** One part of a `when` as a test. One that this version does not know never holds. */
function compileTest(part: string): RowTest {
  const cut = part.indexOf('=')
  const pattern = part.slice(cut + 1)
  if (part.startsWith('has=')) return isPresent(compilePlace(pattern))
  const subject = own(subjects, part.slice(0, cut)) as (typeof subjects)[string] | undefined
  // The patterns of a status are `503` and `5xx`.
  const matches = compileGlob(pattern.replace(/^(\d)xx$/, '$1*').trim())
  return (answer, said) => {
    const text = subject?.(answer, said)
    return text !== undefined && matches(text)
  }
}

/** Whether all tests hold. A loop, since every success is asked. */
export function allHold<T extends readonly unknown[]>(tests: readonly ((...on: T) => boolean)[], ...on: T): boolean {
  for (const test of tests) if (!test(...on)) return false
  return true
}

/** The tests of a row's `when`; `retry=` is none. */
export function compileWhen(when: string): readonly RowTest[] {
  return partsOfWhen(when)
    .filter((part) => !part.startsWith('retry='))
    .map(compileTest)
}

/** A row that only its code decides about. */
function plainRow(code: string, outcome: Outcome): Row {
  return { code, outcome, when: undefined, retry: undefined }
}

/** What ends a word in the compact form: one sign for each reason from the 16th on, the common ones; else `~` and the letter. */
export const ends = '!#$%&()/;<=>?@[]^{|}'
export const firstOfEnds = 15
const words = /([\da-z+])([^!#-&()/;-@[\]^{-~]*)(?:~(.)|(.))/g
/** The pieces of a word: `SSL`, `Cert`, `_`, and each digit. Words share whole pieces with each other: so gzip meets the same ones again. */
export const pieces: RegExp = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^]/g
/** The number at the end of a word: at most nine digits, so that a step stays exact. */
export const lastNumber: RegExp = /\d{1,9}$/

/**
 * Code → row. The compact form of generated tables. Its first line: plain integer codes, each a letter for its outcome and the base-36
 * distance from the one before; after a space sorted words, each how many pieces (base 36) it shares with the one before, its other
 * signs, and what ends it. `+` stands for the word before with a higher number at its end: by one, or by what follows (base 36).
 * Then a line for each other row: letter, code and, after a tab, its `when`.
 */
export class CodeTable {
  private readonly source: CodeRows
  /** Rows without a condition are kept as their outcome alone: tables have thousands. */
  private exact: Map<string, Outcome | TestedRow[]> | undefined
  /** Known once `rows` was asked. */
  readonly families: Family[] = []

  constructor(source: CodeRows) {
    this.source = source
  }

  /** The row that decides for a code: exact rows before families, the longest family first, more tests before fewer. */
  find(code: string, answer: Answer, said: Said): Row | undefined {
    const entry = this.rows().get(code)
    if (typeof entry === 'string') return plainRow(code, entry)
    for (const row of entry ?? []) if (allHold(row.tests, answer, said)) return row
    for (const row of this.families) if (row.matches(code) && allHold(row.tests, answer, said)) return row
    return undefined
  }

  /** Whether more than the code decides about it, so that even a success value must be looked up. */
  isConditional(code: string): boolean {
    const entry = this.rows().get(code)
    return Array.isArray(entry) && entry.some(({ tests }) => tests.length > 0)
  }

  /** Code → what its exact rows say. */
  rows(): Map<string, Outcome | TestedRow[]> {
    if (this.exact === undefined) {
      const exact = (this.exact = new Map<string, Outcome | TestedRow[]>())
      const { source } = this
      if (typeof source === 'string') this.decode(source, exact)
      else for (const code of Object.keys(source)) this.add(exact, code, own(source, code) as Outcome)
      const inOrder = (a: TestedRow, b: TestedRow): number =>
        b.code.length - a.code.length || b.tests.length - a.tests.length
      for (const entry of exact.values()) if (typeof entry !== 'string') entry.sort(inOrder)
      this.families.sort(inOrder)
    }
    return this.exact
  }

  private decode(source: string, exact: Map<string, Outcome | TestedRow[]>): void {
    const [first = '', ...lines] = source.split('\n')
    const cut = `${first} `.indexOf(' ')
    const numbers = first.slice(0, cut)
    let number = 0
    for (const [, letter = '', distance] of numbers.matchAll(/([^0-9a-z-])(-?[0-9a-z]*)/g)) {
      number += distance === '' ? 1 : Number.parseInt(distance as string, 36)
      exact.set(String(number), outcomeOf(letter))
    }
    let word = ''
    for (const [, shared = '', rest = '', letter, end = ''] of first.slice(cut).matchAll(words)) {
      word =
        shared === '+'
          ? word.replace(lastNumber, (digits) =>
              String(Number(digits) + Number.parseInt(rest || '1', 36)).padStart(digits.length, '0'),
            )
          : (word.match(pieces) ?? []).slice(0, Number.parseInt(shared, 36)).join('') + rest
      this.add(exact, word, outcomeOf(letter ?? letters.charAt(firstOfEnds + ends.indexOf(end))))
    }
    for (const line of lines) {
      const [code = '', when] = line.slice(1).split('\t')
      this.add(exact, code, outcomeOf(line.charAt(0)), when)
    }
  }

  private add(exact: Map<string, Outcome | TestedRow[]>, code: string, outcome: Outcome, when?: string): void {
    const before = exact.get(code)
    const isFamily = code.includes('*')
    if (!when && !isFamily && before === undefined) return void exact.set(code, outcome)
    const retry = partsOfWhen(when ?? '').find((part) => part.startsWith('retry='))
    const row = {
      ...plainRow(code, outcome),
      when,
      retry: retry?.slice(6) as Retry | undefined,
      tests: compileWhen(when ?? ''),
    }
    if (isFamily) this.families.push({ ...row, matches: compileGlob(code) })
    else
      exact.set(code, [
        ...(typeof before === 'string' ? [{ ...plainRow(code, before), tests: [] }] : (before ?? [])),
        row,
      ])
  }
}

/** Every row of a table, in no particular order. */
export function* everyRow(table: CodeTable): Generator<Row> {
  for (const [code, entry] of table.rows())
    if (typeof entry === 'string') yield { code, outcome: entry }
    else yield* entry
  yield* table.families
}

// ── Tables as TSV texts ───────────────────────────────────────────────────────────────────────────────────────────────

/** The letter that stands for an outcome in the compact form. */
export function letterOf(outcome: Outcome): string {
  return outcome === 'ok' ? okLetter : letters.charAt(reasons.indexOf(outcome))
}

/** Whether a text is a TSV table with a header row: generated rows have no tab in their first line. */
export function isTable(text: string): boolean {
  return text.slice(0, Math.max(0, text.indexOf('\n'))).includes('\t')
}

/**
 * The rows of a TSV text: a header row that names at least `code` and `reason`, in any order; `when` is read too.
 *
 * @throws TypeError that names line and column of the first fault
 */
export function parseTable(text: string): { code: string; outcome: Outcome; when: string | undefined }[] {
  const [head = '', ...lines] = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const names = head.split('\t').map((name) => name.trim())
  const columns = ['code', 'reason', 'when'].map((name) => names.indexOf(name))
  for (const [index, name] of ['code', 'reason'].entries())
    if (columns[index] === -1)
      throw new TypeError(`line 1 must have a column \`${name}\`, got ${JSON.stringify(names)}`)
  return lines.map((line, index) => {
    const cells = line.split('\t')
    const [code = '', outcome, when] = columns.map((at) =>
      cells[at]?.replace(/\\([tn\\])/g, (_escape, sign) => ({ t: '\t', n: '\n' })[sign as string] ?? '\\'),
    )
    const at = (name: string): string => `line ${index + 2}, column \`${name}\``
    if (code === '' || code.split('*').length > 2 || /[\t\n]/.test(code))
      throw new TypeError(`${at('code')} must be a code with at most one \`*\`, got ${JSON.stringify(code)}`)
    if (outcome !== 'ok' && !reasons.includes(outcome as never))
      throw new TypeError(`${at('reason')} must be a reason or \`ok\`, got ${JSON.stringify(outcome ?? '')}`)
    return { code, outcome: outcome as Outcome, when: when || undefined }
  })
}

/** The rows of a TSV text in the compact form of generated tables. */
export function encodeTable(text: string): string {
  return parseTable(text)
    .map(({ code, outcome, when }) => `\n${letterOf(outcome)}${code}${when === undefined ? '' : `\t${when}`}`)
    .join('')
}

/**
 * The texts of one's own TSV table in one language, for `explain`: the column `zh` or `en` beside `code`, and `fix-zh` or `fix-en` for
 * `remedyOf`.
 *
 * @param provider the provider's id, and the dialect's name where it has one
 * @throws TypeError that names line and column of the first fault
 * @example
 * const texts = textsOf(tsv, 'en', 'gateway')
 * explain(error, texts)
 */
export function textsOf(tsv: string, language: 'zh' | 'en', provider: string, dialect = 'envelope'): Texts {
  const [head = '', ...lines] = tsv.replace(/\r?\n$/, '').split(/\r?\n/)
  const names = head.split('\t').map((name) => name.trim())
  const rows = parseTable(tsv)
  const column = (name: string): string =>
    rows
      .map(({ code, when }, index) => [code, when ?? '', lines[index]?.split('\t')[names.indexOf(name)]?.trim() ?? ''])
      .filter(([, , text]) => text !== '')
      .map((cells) => cells.join('\t'))
      .join('\n')
  return {
    provider,
    language,
    dialects: { [dialect]: column(language) },
    remedies: { [dialect]: column(`fix-${language}`) },
  }
}
