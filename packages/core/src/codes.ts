// A dialect's code table: code (and `when`) → row, decoded when it is first asked.
import { type Answer, own } from './answer.ts'
import { compileGlob, compilePlace } from './place.ts'
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

/** Letters of the compact form, in the order of the reasons: a new reason takes the next one. None is a digit, a small letter or `-`. */
export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()+:;'
/** `ok` stands outside the order, so that no new reason ever changes what an older table says. */
export const okLetter = '='

/** What a letter of the compact form stands for. */
export function outcomeOf(letter: string): Outcome {
  return letter === okLetter ? 'ok' : (reasons[letters.indexOf(letter)] ?? 'unknown')
}

/** A message pattern: exact, or anchored at the end where it has no `*`; compared after trimming. */
export function compileMessage(pattern: string): (message: string) => boolean {
  const matches = compileGlob(pattern.trim())
  return (message) => matches(message.trim())
}

function compileTest(test: string): RowTest | undefined {
  const cut = test.indexOf('=')
  const name = test.slice(0, cut)
  const value = test.slice(cut + 1)
  if (name === 'status') {
    const hundreds = /^([1-9])xx$/.exec(value)?.[1]
    return hundreds === undefined
      ? ({ status }) => status === Number(value)
      : ({ status }) => Math.floor(status / 100) === Number(hundreds)
  }
  if (name === 'path') {
    const matches = compileGlob(value)
    return ({ path }) => matches(path)
  }
  if (name === 'has') {
    const read = compilePlace(value)
    return (answer) => (read(answer) ?? undefined) !== undefined
  }
  if (name === 'message') {
    const matches = compileMessage(value)
    return (_answer, { message }) => message !== undefined && matches(message)
  }
  if (test === 'retry=never' || test === 'retry=poll') return undefined
  throw new TypeError(
    `\`when\` must be made of status=, path=, has=, retry=never, retry=poll and message= tests, got ${JSON.stringify(test)}`,
  )
}

/** The tests of a row's `when`, separated by one space; `message=` is the last and takes the rest. `retry=` is none. */
export function compileWhen(when: string): readonly RowTest[] {
  const [, plain = '', message] = /^([^]*?)(?:(?:^| )(message=[^]*))?$/.exec(when) ?? []
  const tests = [...plain.split(' ').filter((test) => test !== ''), ...(message === undefined ? [] : [message])]
  return tests.map(compileTest).filter((test) => test !== undefined)
}

/**
 * Code → row. The compact form of generated tables: a line of plain integer codes, each a letter for its outcome and the base-36
 * distance from the one before; then a line for each other row: letter, code and, after a tab, its `when`.
 */
export class CodeTable {
  private readonly source: CodeRows
  /** Rows without a condition are kept as their outcome alone: tables have thousands. */
  private exact: Map<string, Outcome | TestedRow[]> | undefined
  private readonly families: (TestedRow & { readonly matches: (code: string) => boolean })[] = []

  constructor(source: CodeRows) {
    this.source = source
  }

  /** The row that decides for a code: exact rows before families, the longest family first, more tests before fewer. */
  find(code: string, answer: Answer, said: Said): Row | undefined {
    const entry = this.rows().get(code)
    if (typeof entry === 'string') return { code, outcome: entry, when: undefined, retry: undefined }
    const holds = ({ tests }: TestedRow): boolean => tests.every((test) => test(answer, said))
    return entry?.find(holds) ?? this.families.find((row) => row.matches(code) && holds(row))
  }

  /** Whether more than the code decides about it, so that even a success value must be looked up. */
  isConditional(code: string): boolean {
    const entry = this.rows().get(code)
    return Array.isArray(entry) && entry.some(({ tests }) => tests.length > 0)
  }

  /** Every row, in no particular order. */
  *all(): Generator<Row> {
    for (const [code, entry] of this.rows())
      if (typeof entry === 'string') yield { code, outcome: entry }
      else yield* entry
    yield* this.families
  }

  private rows(): Map<string, Outcome | TestedRow[]> {
    if (this.exact === undefined) {
      this.exact = new Map()
      const { source } = this
      if (typeof source === 'string') this.decode(source)
      else for (const code of Object.keys(source)) this.add(code, own(source, code) as Outcome)
      const byTests = (a: TestedRow, b: TestedRow): number => b.tests.length - a.tests.length
      for (const entry of this.exact.values()) if (typeof entry !== 'string') entry.sort(byTests)
      this.families.sort((a, b) => b.code.length - a.code.length || byTests(a, b))
    }
    return this.exact
  }

  private decode(source: string): void {
    const [numbers = '', ...lines] = source.split('\n')
    let number = 0
    for (const [, letter = '', distance] of numbers.matchAll(/([^0-9a-z-])(-?[0-9a-z]*)/g)) {
      number += distance === '' ? 1 : Number.parseInt(distance as string, 36)
      this.exact?.set(String(number), outcomeOf(letter))
    }
    for (const line of lines) {
      const [code = '', when] = line.slice(1).split('\t')
      this.add(code, outcomeOf(line.charAt(0)), when)
    }
  }

  private add(code: string, outcome: Outcome, when?: string): void {
    const retry = /^(?:(?!message=)\S+ )*retry=(never|poll)(?: |$)/.exec(when ?? '')?.[1] as Retry | undefined
    const row: TestedRow = { code, outcome, when, retry, tests: when ? compileWhen(when) : [] }
    const before = this.exact?.get(code)
    if (code.includes('*')) this.families.push({ ...row, matches: compileGlob(code) })
    else if (before === undefined && !when) this.exact?.set(code, outcome)
    else if (Array.isArray(before)) before.push(row)
    else
      this.exact?.set(
        code,
        before === undefined ? [row] : [{ ...row, when: undefined, retry: undefined, outcome: before, tests: [] }, row],
      )
  }
}
