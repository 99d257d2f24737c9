import type { Answer } from '../reading/answer.ts'
import { isRecord } from '../reading/is-record.ts'
import { ownOf } from '../reading/own.ts'
import { compilePlace, type Place, placeText, type ReadPlace } from '../reading/place.ts'
import type { Reader } from '../reading/reader.ts'
import { parseWait, type WaitUnit } from '../reading/wait.ts'
import { checkEnvelope } from './check-envelope.ts'
import type { CodeRows } from './code-rows.ts'
import { tableOf } from './code-table.ts'
import type { Dialect } from './dialect.ts'
import type { Fault, Verdict } from './verdict.ts'
import { WholeFault } from './whole-fault.ts'

/** A value that a place may hold. */
export type PlaceValue = string | number | boolean | undefined

/** What `envelope` takes. */
export interface EnvelopeOptions<Code extends string = string> {
  /** The dialect's name, as the catalog's file; `envelope` when there is only one. */
  readonly name?: string
  readonly readers?: readonly Reader[]
  /** What must be present for the answer to be in this dialect, or which values the places must hold. */
  readonly requires?: Place | readonly Place[] | Readonly<Record<string, readonly PlaceValue[]>>
  readonly hosts?: readonly string[]
  readonly paths?: readonly string[]
  /** Where the code stands: one place, or several, the most specific first. */
  readonly code: Place | readonly Place[]
  readonly message?: Place | readonly Place[]
  readonly requestId?: Place | readonly Place[]
  readonly param?: Place | readonly Place[]
  readonly wait?: { readonly at: Place | readonly Place[]; readonly unit: WaitUnit }
  /** The code's values on success (`undefined`: absent), or places and the values that must all hold. */
  readonly success?: readonly PlaceValue[] | Readonly<Record<string, readonly PlaceValue[]>>
  readonly dataDue?: boolean
  readonly codes?: CodeRows<Code>
}

/** A dialect made by `envelope`, with the options that it was made of. */
export interface Envelope<Code extends string = string> extends Dialect<Code> {
  readonly options: EnvelopeOptions
}

type Holds = (answer: Answer) => boolean

function places(option: Place | readonly Place[] | undefined): ReadPlace[] {
  return option === undefined ? [] : [option].flat().map(compilePlace)
}

function first(reads: readonly ReadPlace[], answer: Answer): string | undefined {
  for (const read of reads) {
    const text = placeText(read(answer))
    if (text !== undefined) return text
  }
  return undefined
}

/** `0` and `"0"` are the same; null is absent. The values are few: comparing them is faster than hashing. */
function oneOf(values: readonly PlaceValue[]): (value: unknown) => boolean {
  const all: unknown[] = []
  for (const value of values) {
    all.push(value)
    if (typeof value === 'number') all.push(String(value))
    else if (typeof value === 'string' && String(Number(value)) === value) all.push(Number(value))
  }
  if (values.includes(undefined)) all.push(null)
  return (value) => {
    for (const one of all) if (one === value) return true
    return typeof value === 'bigint' && all.includes(String(value))
  }
}

function compileHolds(record: Readonly<Record<string, readonly PlaceValue[]>>): Holds {
  const tests = Object.entries(record).map(([place, values]) => [compilePlace(place), oneOf(values)] as const)
  return (answer) => tests.every(([read, holds]) => holds(read(answer)))
}

function compileRequires(requires: EnvelopeOptions['requires']): Holds | undefined {
  if (requires === undefined) return undefined
  if (typeof requires === 'object' && !Array.isArray(requires) && !Object.hasOwn(requires, 'match'))
    return compileHolds(requires as Readonly<Record<string, readonly PlaceValue[]>>)
  const reads = places(requires as Place | readonly Place[])
  return (answer) => reads.every((read) => (read(answer) ?? undefined) !== undefined)
}

/**
 * A dialect by the shape of its error envelope.
 *
 * @returns a dialect; an answer is in it when `requires` holds and a code place is present
 * @throws TypeError that names the option, when one is malformed
 * @example
 * envelope({ code: 'code', message: 'message', success: [0], codes: { '-101': 'unauthenticated' } })
 */
export function envelope<const Code extends string = never>(given: EnvelopeOptions<Code>): Envelope<Code> {
  const options = ownOf(given)
  checkEnvelope(options)
  const { name = 'envelope', hosts, paths, readers, dataDue, codes } = options
  let compiled: Dialect['judge'] | undefined
  const judge = (answer: Answer): Verdict => (compiled ??= compileJudge(options, dialect))(answer)
  const dialect: Envelope<Code> = { name, hosts, paths, readers, dataDue, codes, judge, options }
  return dialect
}

/** What judges, compiled when it is first asked: of many providers only those that answer pay for it. */
function compileJudge(options: EnvelopeOptions, dialect: Dialect): Dialect['judge'] {
  const { requires, success, wait } = options
  const codes = places(options.code)
  const messages = places(options.message)
  const requestIds = places(options.requestId)
  const params = places(options.param)
  const waits = places(wait?.at)
  const required = compileRequires(requires)
  const isSuccessValue = Array.isArray(success) ? oneOf(success) : undefined
  const states =
    success === undefined || Array.isArray(success)
      ? undefined
      : (success as Readonly<Record<string, readonly PlaceValue[]>>)
  const succeeded = states === undefined ? undefined : compileHolds(states)
  const statePlaces = states === undefined ? [] : Object.keys(states).map(compilePlace)
  const succeedsWithoutCode = Array.isArray(success) && success.includes(undefined)
  const hasBooleans = Array.isArray(success) && success.some((value) => typeof value === 'boolean')

  /** Whether the table may say of a success value that it is none; known once the first success has come. */
  let mayRefuse: boolean | undefined
  function anyConditional(): boolean {
    const table = tableOf(dialect)
    return (
      table !== undefined && (!Array.isArray(success) || success.some((value) => table.isConditional(String(value))))
    )
  }

  /** Whether a row says of this success value that it is none: a refusal under code 0. */
  function isRefused(code: string, answer: Answer): boolean {
    const table = tableOf(dialect)
    if (table?.isConditional(code) !== true) return false
    const row = table.find(code, answer, {
      code,
      get message() {
        return first(messages, answer)
      },
    })
    return row !== undefined && row.outcome !== 'ok'
  }

  function judge(answer: Answer): Verdict {
    if (required !== undefined && !required(answer)) return undefined
    let code: string | undefined
    let found: string[] | undefined
    for (const read of codes) {
      const value = read(answer)
      if (value === undefined || value === null) continue
      const isFirst = code === undefined
      if (isFirst && isSuccessValue?.(value) === true && !(mayRefuse ??= anyConditional())) return 'success'
      const text = hasBooleans && typeof value === 'boolean' ? String(value) : placeText(value)
      if (text === undefined) continue
      if (isFirst) {
        const isSuccess = succeeded === undefined ? isSuccessValue?.(value) === true : succeeded(answer)
        if (isSuccess && !isRefused(text, answer)) return 'success'
        code = text
      } else if (text !== code) (found ??= [code as string]).push(text)
    }
    if (code === undefined) {
      if (succeedsWithoutCode) return isRecord(answer.value) ? 'success' : undefined
      if (succeeded === undefined || !statePlaces.some((read) => read(answer) !== undefined)) return undefined
      if (succeeded(answer)) return 'success'
    }
    return fault(answer, code, found)
  }

  function fault(answer: Answer, code: string | undefined, found: readonly string[] | undefined): Fault {
    let waitMs: number | undefined
    if (wait !== undefined) for (const read of waits) waitMs ??= parseWait(read(answer), wait.unit, Date.now())
    return new WholeFault({
      code,
      outerCode: found?.at(-1),
      codes: found,
      message: first(messages, answer),
      requestId: first(requestIds, answer),
      param: first(params, answer),
      waitMs,
      issues: undefined,
    })
  }

  return judge
}
