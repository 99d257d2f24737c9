import type { Answer } from '../reading/answer.ts'
import { given } from '../reading/own.ts'
import type { Reason } from '../taxonomy/reason.ts'
import { reasonTraits } from '../taxonomy/reason-traits.ts'
import type { CodeRows, Outcome } from './code-rows.ts'
import type { Dialect } from './dialect.ts'
import { compileWhen, type RowTest } from './row-test.ts'
import type { Fault } from './verdict.ts'

/** A row of a code table, as it is found for an answer. */
export interface Row {
  readonly code: string
  readonly outcome: Outcome
  readonly when?: string
}

interface TestedRow extends Row {
  readonly tests: readonly RowTest[]
}

interface Family extends TestedRow {
  readonly head: string
  readonly tail: string
}

/** One letter for each outcome, by the order of the reasons; `ok` is the last. None is a digit, a small letter or `-`. */
export const outcomeLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()+:;'

/** Outcomes in the order of their letters. */
export const outcomes: readonly Outcome[] = [...(reasonTraits.keys() as Iterable<Reason>), 'ok']

function outcomeOf(letter: string): Outcome {
  return outcomes[outcomeLetters.indexOf(letter)] ?? 'unknown'
}

/**
 * Code → row, decoded when it is first asked.
 * The compact form: a line of plain integer codes, each a letter for its outcome and the base-36 distance from the one before;
 * then a line for each other row: letter, code and, after a tab, its `when`.
 */
export class CodeTable {
  private readonly source: CodeRows
  private exact: Map<string, Outcome | TestedRow[]> | undefined
  private families: Family[] = []

  constructor(source: CodeRows) {
    this.source = source
  }

  /** The row that decides for a code: exact rows before families, the longest family first, more tests before fewer. */
  find(code: string, answer: Answer, fault: Fault): Row | undefined {
    const entry = this.rows().get(code)
    if (typeof entry === 'string') return { code, outcome: entry }
    const found = entry?.find((row) => row.tests.every((test) => test(answer, fault)))
    if (found !== undefined) return found
    return this.families.find(
      ({ head, tail, tests }) =>
        code.length >= head.length + tail.length &&
        code.startsWith(head) &&
        code.endsWith(tail) &&
        tests.every((test) => test(answer, fault)),
    )
  }

  /** Whether more than the code decides about it, so that even a success value must be looked up. */
  isConditional(code: string): boolean {
    return Array.isArray(this.rows().get(code))
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
      if (typeof this.source === 'string') this.decode(this.source)
      else for (const [code, outcome] of Object.entries(this.source)) this.add(code, outcome, undefined)
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
      this.add(code, outcomeOf(line[0] as string), when)
    }
  }

  private add(code: string, outcome: Outcome, when: string | undefined): void {
    const tests = when === undefined ? [] : compileWhen(when)
    const row: TestedRow = when === undefined ? { code, outcome, tests } : { code, outcome, when, tests }
    const star = code.indexOf('*')
    const before = this.exact?.get(code)
    if (star >= 0) this.families.push({ ...row, head: code.slice(0, star), tail: code.slice(star + 1) })
    else if (before === undefined && when === undefined) this.exact?.set(code, outcome)
    else if (Array.isArray(before)) before.push(row)
    else this.exact?.set(code, before === undefined ? [row] : [{ code, outcome: before, tests: [] }, row])
  }
}

const tables = new WeakMap<Dialect, CodeTable>()

/** A dialect's table; undefined when it has none. */
export function tableOf(dialect: Dialect): CodeTable | undefined {
  const codes = given(dialect, 'codes')
  if (codes === undefined) return undefined
  let table = tables.get(dialect)
  if (table === undefined) tables.set(dialect, (table = new CodeTable(codes)))
  return table
}
