// One error envelope of a provider: plain data, made ready to judge when the first answer asks for it.
import { type Answer, isRecord, own, type Reader } from './answer.ts'
import type { Batch } from './batch.ts'
import { type CodeRows, CodeTable, type Row } from './codes.ts'
import {
  compileGlob,
  compilePlace,
  compilePlaces,
  firstText,
  type Place,
  type Places,
  type ReadPlace,
  textOf,
} from './place.ts'
import { parseWait, type WaitUnit } from './wait.ts'

/** One of several faults that an answer lists, such as a field that failed validation. */
export interface Issue {
  readonly param?: string | undefined
  readonly code?: string | undefined
  readonly message?: string | undefined
}

/** What a dialect found wrong in an answer, in the provider's own words; nothing of it is redacted yet. */
export interface Fault {
  /** The most specific code. */
  readonly code?: string | undefined
  /** The wrapper's code around it. */
  readonly outerCode?: string | undefined
  /** Every code in turn, most specific first, where there are more than these two. */
  readonly codes?: readonly string[] | undefined
  readonly message?: string | undefined
  readonly requestId?: string | undefined
  readonly param?: string | undefined
  /** How long the answer asks to wait, in milliseconds. */
  readonly waitMs?: number | undefined
  readonly issues?: readonly Issue[] | undefined
}

/** A dialect's judgement: undefined when the answer is not in this dialect. A success counts only below HTTP 400. */
export type Verdict = undefined | 'success' | Fault

/** A value that a place may hold; `undefined`: it is absent, or null. */
export type PlaceValue = string | number | boolean | undefined

/** Places, and the values of which each must hold one. */
export type States = Readonly<Record<string, readonly PlaceValue[]>>

/** A wait that the provider tells at a place of its own. */
export interface Wait {
  readonly at: Places
  readonly unit: WaitUnit
  /** The end of a window counts only while this place reads 0. */
  readonly spent?: Place | undefined
}

/** One error envelope of a provider, with its code table. */
export interface Dialect<Code extends string = string> {
  /** As the catalog's file; `envelope` where it is left out. */
  readonly name?: string | undefined
  /** Globs over the whole host name and path; they narrow only on the provider's own hosts. */
  readonly hosts?: readonly string[] | undefined
  readonly paths?: readonly string[] | undefined
  /** What reads the body besides JSON. */
  readonly readers?: readonly Reader[] | undefined
  /** What must be present for an answer to be in this dialect, or which values the places must hold. */
  readonly requires?: Places | States | undefined
  /** Where the code stands: one place, or several, the most specific first. */
  readonly code?: Places | undefined
  readonly message?: Places | undefined
  readonly requestId?: Places | undefined
  readonly param?: Places | undefined
  /** A list of faults, or a record of parameter → words; the names are places in an item. */
  readonly issues?:
    | {
        readonly at: Place
        readonly param?: string | undefined
        readonly code?: string | undefined
        readonly message?: string | undefined
      }
    | undefined
  readonly wait?: Wait | readonly Wait[] | undefined
  /** The code's values on success (`undefined`: absent), or places and the values that must all hold. */
  readonly success?: readonly PlaceValue[] | States | undefined
  /** Below 400, an answer here that cannot be read is a `malformed-response`. */
  readonly dataDue?: boolean | undefined
  readonly codes?: CodeRows<Code> | undefined
  /** A list of answers inside an answer, for `classify.batch`. */
  readonly batch?: Batch | undefined
  /** Only where data cannot say it; stands instead of the places. */
  readonly judge?: ((answer: Answer) => Verdict) | undefined
  /** The dialect is one that many providers share: its codes are evidence `protocol`. */
  readonly isProtocol?: boolean | undefined
  /** A type only; never present. */
  readonly '~code'?: Code
}

/** A dialect that many providers share. */
export interface Protocol extends Dialect<never> {
  readonly name: string
  readonly judge: (answer: Answer) => Verdict
}

/** A dialect made ready to judge. */
export interface Compiled {
  readonly name: string
  readonly isProtocol: boolean
  /** Nothing of the user's is called: what it judges is well formed. */
  readonly isData: boolean
  readonly dataDue: boolean
  readonly batch: Batch | undefined
  readonly table: CodeTable
  /** May throw: what the provider wrote is called. */
  judge(answer: Answer, overrides?: CodeTable): unknown
  /** What an answer says beside its code. */
  read(answer: Answer): Fault
  /** Whether host and path are the dialect's. They narrow only on the provider's own hosts; on a place of `withHosts` only the path does. */
  accepts(answer: Answer, isHome: (host: string) => boolean, isPlaced: boolean): boolean
}

/** Every property is the fault's own, so that none is ever read from a polluted `Object.prototype`. */
export const noFault: Required<Fault> = {
  code: undefined,
  outerCode: undefined,
  codes: undefined,
  message: undefined,
  requestId: undefined,
  param: undefined,
  waitMs: undefined,
  issues: undefined,
}

/** Enough of any list in an answer for an error to tell. */
const mostIssues = 16

/** `0` and `"0"` are the same; null is absent. The values are few: comparing them is faster than hashing. */
function oneOf(values: readonly PlaceValue[]): (value: unknown) => boolean {
  const all: unknown[] = values.flatMap((value): unknown[] =>
    typeof value === 'number'
      ? [value, String(value)]
      : typeof value === 'string' && String(Number(value)) === value
        ? [value, Number(value)]
        : value === undefined
          ? [value, null]
          : [value],
  )
  return (value) => {
    for (const one of all) if (one === value) return true
    return typeof value === 'bigint' && all.includes(String(value))
  }
}

function compileStates(states: States): (answer: Answer) => boolean {
  const tests = Object.keys(states).map((at) => [compilePlace(at), oneOf(states[at] ?? [])] as const)
  return (answer) => tests.every(([read, holds]) => holds(read(answer)))
}

export function isStates(option: unknown): option is States {
  return isRecord(option) && !Array.isArray(option) && !Object.hasOwn(option, 'match')
}

function compileRequires(requires: Dialect['requires']): ((answer: Answer) => boolean) | undefined {
  if (requires === undefined) return undefined
  if (isStates(requires)) return compileStates(requires)
  const reads = compilePlaces(requires)
  const [first] = reads
  if (reads.length === 1 && first) return (answer) => (first(answer) ?? undefined) !== undefined
  return (answer) => {
    for (const read of reads) if ((read(answer) ?? undefined) === undefined) return false
    return true
  }
}

function compileIssues(option: Dialect['issues']): ((answer: Answer) => Issue[]) | undefined {
  if (option === undefined) return undefined
  const list = compilePlace(option.at)
  const reads = (['param', 'code', 'message'] as const).map((name) => [name, option[name]?.split('.')] as const)
  const text = (value: unknown): string | undefined => textOf(Array.isArray(value) ? (value as unknown[]).at(0) : value)
  return (answer) => {
    const found = list(answer)
    if (!isRecord(found)) return []
    if (!Array.isArray(found))
      return Object.keys(found)
        .slice(0, mostIssues)
        .map((param) => ({ param, message: text(found[param]) }))
    return found.slice(0, mostIssues).map((item: unknown) => {
      const issue: { -readonly [K in keyof Issue]: Issue[K] } = {}
      for (const [name, path] of reads)
        if (path !== undefined) issue[name] = text(path.reduce<unknown>((at, segment) => own(at, segment), item))
      return typeof item === 'string' ? { message: item } : issue
    })
  }
}

function compileWaits(option: Dialect['wait']): (answer: Answer) => number | undefined {
  const waits = [option ?? []].flat().map((wait) => {
    const { at, unit, spent } = wait as Wait
    return { reads: compilePlaces(at), unit, spent: spent === undefined ? undefined : compilePlace(spent) }
  })
  return (answer) => {
    for (const { reads, unit, spent } of waits)
      if (spent === undefined || (answer.status !== 500 && Number(textOf(spent(answer)) ?? NaN) === 0))
        for (const read of reads) {
          const wait = parseWait(read(answer), unit, Date.now())
          if (wait !== undefined) return wait
        }
    return undefined
  }
}

/** Makes a dialect ready to judge. Only its own properties count. */
export function compileDialect(dialect: Dialect): Compiled {
  const given = <K extends keyof Dialect>(name: K): Dialect[K] => own(dialect, name) as Dialect[K]
  const success = given('success')
  const codes = compilePlaces(given('code'))
  const messages = compilePlaces(given('message'))
  const requestIds = compilePlaces(given('requestId'))
  const params = compilePlaces(given('param'))
  const issues = compileIssues(given('issues'))
  const waitOf = compileWaits(given('wait'))
  const required = compileRequires(given('requires'))
  const states = isStates(success) ? success : undefined
  const values = Array.isArray(success) ? (success as readonly PlaceValue[]) : undefined
  const isSuccessValue = values && oneOf(values)
  const succeeded = states && compileStates(states)
  const statePlaces: ReadPlace[] = states ? Object.keys(states).map(compilePlace) : []
  const hasBooleans = values?.some((value) => typeof value === 'boolean') === true
  const [hosts, paths] = (['hosts', 'paths'] as const).map((name) => given(name)?.map(compileGlob))
  const table = new CodeTable(given('codes') ?? {})
  const ownJudge = given('judge')
  /** Whether the table may say of a success value that it is none; known once the first success has come. */
  let mayRefuse: boolean | undefined

  /** Whether a row says of this success value that it is none: a refusal under code 0. */
  function isRefused(code: string, answer: Answer, overrides: CodeTable | undefined): boolean {
    mayRefuse ??= !values || values.some((value) => table.isConditional(String(value)))
    if (!mayRefuse && overrides === undefined) return false
    const said = {
      get message() {
        return firstText(messages, answer)
      },
    }
    const row =
      overrides?.find(code, answer, said) ?? (table.isConditional(code) ? table.find(code, answer, said) : undefined)
    return row !== undefined && row.outcome !== 'ok'
  }

  function judge(answer: Answer, overrides?: CodeTable): Verdict {
    if (required !== undefined && !required(answer)) return undefined
    let code: string | undefined
    let found: string[] | undefined
    for (const read of codes) {
      const value = read(answer)
      if (value === undefined || value === null) continue
      // Most answers end here, before anything is made of them.
      const isPlain = code === undefined && isSuccessValue !== undefined && isSuccessValue(value)
      if (isPlain && mayRefuse === false && overrides === undefined) return 'success'
      const text = hasBooleans && typeof value === 'boolean' ? String(value) : textOf(value)
      if (text === undefined) continue
      if (code === undefined) {
        const isSuccess = succeeded === undefined ? isSuccessValue?.(value) === true : succeeded(answer)
        if (isSuccess && !isRefused(text, answer, overrides)) return 'success'
        code = text
      } else if (text !== code) (found ??= [code]).push(text)
    }
    if (code === undefined) {
      if (values?.includes(undefined)) return isRecord(answer.value) ? 'success' : undefined
      if (succeeded === undefined || !statePlaces.some((read) => read(answer) !== undefined)) return undefined
      if (succeeded(answer)) return 'success'
    }
    return { ...read(answer), code, outerCode: found?.at(-1), codes: found }
  }

  function read(answer: Answer): Fault {
    return {
      ...noFault,
      message: firstText(messages, answer),
      requestId: firstText(requestIds, answer),
      param: firstText(params, answer),
      waitMs: waitOf(answer),
      issues: issues?.(answer),
    }
  }

  return {
    name: given('name') ?? 'envelope',
    isProtocol: given('isProtocol') === true,
    isData: ownJudge === undefined,
    dataDue: given('dataDue') === true,
    batch: given('batch'),
    table,
    judge: ownJudge === undefined ? judge : (answer) => ownJudge.call(dialect, answer),
    read,
    accepts(answer, isHome, isPlaced) {
      if (hosts === undefined && paths === undefined) return true
      const { host, path } = answer
      const isAtHome = isHome(host)
      return (
        (hosts === undefined || !isAtHome || hosts.some((matches) => matches(host))) &&
        (paths === undefined || !(isAtHome || isPlaced) || paths.some((matches) => matches(path)))
      )
    },
  }
}

/** The row that decides for a fault: for each of its codes in turn the user's own reading, then the table's. */
export function findRow(
  { table }: Compiled,
  fault: Fault,
  answer: Answer,
  overrides: CodeTable | undefined,
): Row | undefined {
  for (const code of fault.codes ?? [fault.code, fault.outerCode]) {
    const row =
      typeof code === 'string' ? (overrides?.find(code, answer, fault) ?? table.find(code, answer, fault)) : undefined
    if (row !== undefined) return row
  }
  return undefined
}
