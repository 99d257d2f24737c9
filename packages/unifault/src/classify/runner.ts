// Judges the lines of a job and counts them; in a thread of its own, or here where there is little to do.
import { closeSync, openSync, readSync } from 'node:fs'
import { withCleanWords } from './clean-words.ts'
import { exchangeOfEntry } from './har.ts'
import { createJudge, type Judge, type JudgeOptions } from './judge.ts'
import { LineCutter } from './line-cutter.ts'
import { isRecord, MemberReader, type SetMembers } from './members.ts'
import { type Exchange, exchangeOf } from './record.ts'
import { Tally, type Unread, unreadTexts } from './tally.ts'
import type { LineField } from './told-fields.ts'
import { isTooHeavy } from './weight.ts'

/** What every thread of a run is told; plain data. */
export interface RunSetup {
  readonly judge: JudgeOptions
  readonly members: SetMembers
  /** A verdict is written for each line. */
  readonly lines?: LineOutput | undefined
}

/** What stands in the line that is written for a line. */
export interface LineOutput {
  /** Members of the line that stand in the verdict as well. */
  readonly copy: readonly string[]
  /** The members that every verdict has, null where there is nothing to say; all that say something where this is undefined. */
  readonly fields: readonly LineField[] | undefined
  /** The platform's own words, cleaned. */
  readonly message: boolean
}

/** Lines to judge: those that begin in a range of a file, or those of a block of bytes that ends with a line's end. */
export type Job =
  | { readonly index: number; readonly file: string; readonly start: number; readonly end: number }
  | {
      readonly index: number
      readonly bytes: Uint8Array
      /** What the lines are where they are no log's: entries of a HAR, or values of a JSON document. */
      readonly form?: 'har' | 'json'
      /** The bytes of the input that it stands for, where they are others. */
      readonly size?: number
    }

/** What a job came to. */
export interface JobResult {
  readonly index: number
  readonly lines: number
  readonly bytes: number
  /** The first line that could not be read, counted from 1 within the job. */
  readonly fault: { readonly line: number; readonly unread: Unread } | undefined
  readonly output: Uint8Array | undefined
}

const readSize = 262_144
const newline = 10

export class Runner {
  readonly tally: Tally = new Tally()
  /** The first error of the run, whole, as `toJSON` gives it. */
  first: { readonly index: number; readonly error: Record<string, unknown> } | undefined
  private readonly judge: Judge
  private readonly members: MemberReader
  private readonly lineOutput: LineOutput | undefined

  private constructor(judge: Judge, { members, lines }: RunSetup) {
    this.judge = judge
    this.members = new MemberReader(members)
    this.tally.members = this.members.counts
    this.lineOutput = lines
  }

  static async create(setup: RunSetup): Promise<Runner> {
    // Nobody sees the stack of an error that is only counted.
    Error.stackTraceLimit = 0
    try {
      return new Runner(await createJudge(setup.judge), setup)
    } finally {
      Error.stackTraceLimit = 10
    }
  }

  run(job: Job): JobResult {
    const limit = Error.stackTraceLimit
    Error.stackTraceLimit = 0
    try {
      const cutter = new LineCutter()
      const output: string[] = []
      const state = { lines: 0, fault: undefined as JobResult['fault'] }
      const judgeLines = (lines: Iterable<string | undefined>): void => {
        for (const line of lines) {
          state.lines++
          const unread = this.judgeLine(line, job, output)
          if (unread !== undefined) state.fault ??= { line: state.lines, unread }
        }
      }
      if ('file' in job) readRange(job, (bytes) => judgeLines(cutter.cut(bytes)))
      else judgeLines(cutter.cut(Buffer.from(job.bytes.buffer, job.bytes.byteOffset, job.bytes.byteLength)))
      judgeLines(cutter.end())
      return {
        index: job.index,
        ...state,
        bytes: 'file' in job ? job.end - job.start : (job.size ?? job.bytes.byteLength),
        output: this.lineOutput && Buffer.from(output.join('')),
      }
    } finally {
      Error.stackTraceLimit = limit
    }
  }

  /** Judges and counts one exchange. */
  exchange(exchange: Exchange, index = 0): void {
    const verdict = this.judge.judge(exchange)
    this.tally.count(exchange.url, verdict)
    if (verdict !== undefined) this.keepFirst(exchange, index)
  }

  private keepFirst(exchange: Exchange, index: number): void {
    if (this.first !== undefined && this.first.index <= index) return
    const error = this.judge.whole(exchange)
    if (error !== undefined) this.first = { index, error: withCleanWords({ ...error.toJSON() }) }
  }

  private judgeLine(line: string | undefined, job: Job, output: string[]): Unread | undefined {
    if (line?.trim() === '' && this.lineOutput === undefined) return undefined
    const form = 'form' in job ? job.form : undefined
    const record = line === undefined || isTooHeavy(line) ? 'too-long' : parse(line, form !== undefined)
    const exchange =
      typeof record === 'string'
        ? record
        : ((form === 'har' ? exchangeOfEntry(record) : exchangeOf(record, this.members)) ?? 'no-answer')
    if (typeof exchange === 'string') {
      this.tally.unread[exchange]++
      if (this.lineOutput) output.push(`${JSON.stringify(faultLine(exchange, this.lineOutput.fields))}\n`)
      return exchange === 'no-answer' ? undefined : exchange
    }
    if (this.lineOutput === undefined) {
      this.exchange(exchange, job.index)
      return undefined
    }
    const verdict = this.judge.judge(exchange, this.lineOutput.message)
    this.tally.count(exchange.url, verdict)
    const copied = this.lineOutput.copy.map((name) => [name, copyOf(record as Record<string, unknown>, name)] as const)
    output.push(`${JSON.stringify({ ...Object.fromEntries(copied), ...lineOf(verdict, this.lineOutput.fields) })}\n`)
    return undefined
  }
}

/** A member of the line itself; null where it is nested deeper than can be written. */
function copyOf(record: Record<string, unknown>, name: string): unknown {
  if (!Object.hasOwn(record, name)) return undefined
  const value = record[name]
  if (!isRecord(value)) return value
  try {
    JSON.stringify(value)
    return value
  } catch {
    return null
  }
}

function faultLine(unread: Unread, fields: readonly LineField[] = ['ok']): object {
  return { ...Object.fromEntries(fields.map((name) => [name, null])), fault: unreadTexts[unread] }
}

function lineOf(verdict: ReturnType<Judge['judge']>, fields: readonly LineField[] | undefined): object {
  const { dialect: _dialect, isUnmapped, ...shown } = verdict ?? { isUnmapped: false, dialect: undefined }
  const all: Partial<Record<LineField, unknown>> = {
    ok: verdict === undefined,
    ...shown,
    ...(isUnmapped && { isUnmapped }),
  }
  return fields === undefined ? all : Object.fromEntries(fields.map((name) => [name, all[name] ?? null]))
}

/** @param isAny values that are no object count as well: a document may have them, and they tell of no answer */
function parse(line: string, isAny: boolean): object | 'no-json' | 'no-answer' {
  try {
    const value: unknown = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line)
    return typeof value === 'object' && value !== null ? value : isAny ? 'no-answer' : 'no-json'
  } catch {
    return 'no-json'
  }
}

/** Reads the lines that begin in a range: the one that goes beyond its end, too, and not the one that came into it. */
function readRange(
  { file, start, end }: { file: string; start: number; end: number },
  take: (bytes: Buffer) => void,
): void {
  const buffer = Buffer.allocUnsafe(readSize)
  const handle = openSync(file, 'r')
  try {
    // The byte before the range tells whether a line begins with it.
    let position = Math.max(start - 1, 0)
    let isBegun = start === 0
    for (;;) {
      const count = readSync(handle, buffer, 0, readSize, position)
      if (count === 0) return
      let from = 0
      if (!isBegun) {
        from = buffer.subarray(0, count).indexOf(newline) + 1
        isBegun = from > 0
        if (position + (isBegun ? from : count) >= end) return
      }
      // The range ends with the first line's end that stands at its last byte or behind it.
      const last =
        isBegun && position + count >= end
          ? buffer.subarray(0, count).indexOf(newline, Math.max(end - 1 - position, from))
          : -1
      if (isBegun) take(buffer.subarray(from, last < 0 ? count : last + 1))
      if (last >= 0) return
      position += count
    }
  } finally {
    closeSync(handle)
  }
}
