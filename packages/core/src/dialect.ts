// One error envelope of a provider: plain data, made ready to judge when the first answer asks for it.
import { type Answer, isRecord, ownOptions, type Reader } from './answer.ts'
import type { Batch } from './classify.ts'
import { allHold, type CodeRows, CodeTable, type Row } from './codes.ts'
import {
  compileGlobs,
  compilePlace,
  compilePlaces,
  firstText,
  isPresent,
  type Place,
  type Places,
  type ReadPlace,
  readPath,
  textOf,
} from './place.ts'
import { parseWait, type WaitUnit } from './wait.ts'

/** One of several faults that an answer lists, such as a field that failed validation. */
export interface Issue {
  /** The parameter or field that it is about. */
  readonly param?: string | undefined
  /** The provider's code or rule. */
  readonly code?: string | undefined
  /** The provider's words, cleaned like `providerMessage`. */
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
  /** The provider's words. */
  readonly message?: string | undefined
  /** The id that the provider's support asks for. */
  readonly requestId?: string | undefined
  /** The parameter that is blamed. */
  readonly param?: string | undefined
  /** How long the answer asks to wait, in milliseconds. */
  readonly waitMs?: number | undefined
  /** All faults that the answer lists. */
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
  /** One place, or several that are asked in turn. */
  readonly at: Places
  /** The unit of what stands there. */
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
  /** Globs over the path; they narrow on the provider's own hosts, and at the places of `withHosts`. */
  readonly paths?: readonly string[] | undefined
  /** What reads the body besides JSON. */
  readonly readers?: readonly Reader[] | undefined
  /** What must be present for an answer to be in this dialect, or which values the places must hold. */
  readonly requires?: Places | States | undefined
  /** Where the code stands: one place, or several, the most specific first. */
  readonly code?: Places | undefined
  /** Where the provider's words stand. */
  readonly message?: Places | undefined
  /** Where the id stands that the provider's support asks for. */
  readonly requestId?: Places | undefined
  /** Where the parameter is named that is blamed. */
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
  /** Where it stands how long to wait, and in which unit. */
  readonly wait?: Wait | readonly Wait[] | undefined
  /** The code's values on success (`undefined`: absent), or places and the values that must all hold. */
  readonly success?: readonly PlaceValue[] | States | undefined
  /** Below 400, an answer here that cannot be read is a `malformed-response`. */
  readonly dataDue?: boolean | undefined
  /** What the codes mean: a record of code and reason, a TSV text, or generated rows. */
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

/** What an answer says beside code and message. */
type Details = Pick<Fault, 'requestId' | 'param' | 'waitMs' | 'issues'>

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
  message(answer: Answer): string | undefined
  /** What only an error shows: read when one is made. */
  details(answer: Answer): Details
  /** Whether host and path are the dialect's. They narrow only on the provider's own hosts; on a place of `withHosts` only the path does. */
  accepts(answer: Answer, isHome: (host: string) => boolean, isPlaced: boolean): boolean
}

/** Enough of any list in an answer for an error to tell. */
const mostIssues = 16

type Test = (answer: Answer) => boolean

/** `0` and `"0"` are the same; null is absent. The values are few: comparing them is faster than hashing. */
function oneOf(values: readonly PlaceValue[]): (value: unknown) => boolean {
  const all: unknown[] = values.flatMap((value) => [
    value,
    value === undefined
      ? null
      : typeof value === 'number'
        ? String(value)
        : typeof value === 'string' && String(Number(value)) === value
          ? Number(value)
          : value,
  ])
  return (value) => all.includes(typeof value === 'bigint' ? String(value) : value)
}

export function isStates(option: unknown): option is States {
  return isRecord(option) && !Array.isArray(option) && !Object.hasOwn(option, 'match')
}

/** What places must hold, or that they are present. */
function compileTests(option: Places | States | undefined): Test[] {
  if (!isStates(option)) return compilePlaces(option).map(isPresent)
  return Object.keys(option).map((at): Test => {
    const read = compilePlace(at)
    const holds = oneOf(option[at] ?? [])
    return (answer) => holds(read(answer))
  })
}

function issuesOf({ at, ...paths }: NonNullable<Dialect['issues']>, answer: Answer): Issue[] {
  const list = compilePlace(at)(answer)
  if (!isRecord(list)) return []
  const text = (value: unknown): string | undefined => textOf(Array.isArray(value) ? (value as unknown[]).at(0) : value)
  const { param, code, message } = ownOptions(paths)
  return Object.keys(list)
    .slice(0, mostIssues)
    .map((key): Issue => {
      const item = list[key]
      if (!Array.isArray(list)) return { param: key, message: text(item) }
      if (typeof item === 'string') return { message: item }
      const read = (path: string | undefined): string | undefined => (path ? text(readPath(item, path)) : undefined)
      return { param: read(param), code: read(code), message: read(message) }
    })
}

/** Reads a wait where a dialect says that it stands. */
function compileWaits(option: NonNullable<Dialect['wait']>): (answer: Answer) => number | undefined {
  const waits = [option].flat().map((wait) => {
    const { at, unit, spent } = ownOptions(wait)
    return { unit, reads: compilePlaces(at), left: spent === undefined ? undefined : compilePlace(spent) }
  })
  return (answer) => {
    for (const { unit, reads, left } of waits)
      if (left === undefined || (answer.status !== 500 && Number(textOf(left(answer)) ?? NaN) === 0))
        for (const read of reads) {
          const ms = parseWait(read(answer), unit, Date.now())
          if (ms !== undefined) return ms
        }
    return undefined
  }
}

/** Makes a dialect ready to judge. Only its own properties count. */
export function compileDialect(dialect: Dialect): Compiled {
  const given = ownOptions(dialect)
  const { name = 'envelope', success, hosts, paths, issues, wait, judge: judgeOfItsOwn } = given
  const [codes, messages, requestIds, params] = [given.code, given.message, given.requestId, given.param].map(
    compilePlaces,
  ) as [ReadPlace[], ReadPlace[], ReadPlace[], ReadPlace[]]
  const required = compileTests(given.requires)
  const values = Array.isArray(success) ? (success as readonly PlaceValue[]) : []
  const isSuccessValue = oneOf(values)
  const states = isStates(success) ? success : undefined
  const succeeded = compileTests(states)
  const hasBooleans = values.some((value) => typeof value === 'boolean')
  const waitOf = wait && compileWaits(wait)
  const isHostOwn = hosts && compileGlobs(hosts)
  const isPathOwn = paths && compileGlobs(paths)
  const table = new CodeTable(given.codes ?? {})

  /** Whether a row says of this success value that it is none: a refusal under code 0. */
  function isRefused(code: string, answer: Answer, overrides: CodeTable | undefined): boolean {
    const isConditional = table.isConditional(code)
    if (!isConditional && overrides === undefined) return false
    const said = { message: firstText(messages, answer) }
    const row = overrides?.find(code, answer, said) ?? (isConditional ? table.find(code, answer, said) : undefined)
    return row !== undefined && row.outcome !== 'ok'
  }

  function judge(answer: Answer, overrides?: CodeTable): Verdict {
    if (!allHold(required, answer)) return undefined
    let first: string | undefined
    let found: string[] | undefined
    for (const read of codes) {
      const value = read(answer)
      const text = hasBooleans && typeof value === 'boolean' ? String(value) : textOf(value)
      if (text === undefined || text === first) continue
      if (first === undefined) {
        const isSuccess = states ? allHold(succeeded, answer) : isSuccessValue(value)
        if (isSuccess && !isRefused(text, answer, overrides)) return 'success'
        first = text
      } else (found ??= [first]).push(text)
    }
    if (first === undefined) {
      if (values.includes(undefined)) return isRecord(answer.value) ? 'success' : undefined
      if (!states || !Object.keys(states).some((at) => compilePlace(at)(answer) !== undefined)) return undefined
      if (allHold(succeeded, answer)) return 'success'
    }
    return { code: first, outerCode: found?.at(-1), codes: found, message: firstText(messages, answer) }
  }

  return {
    name,
    isProtocol: given.isProtocol === true,
    isData: judgeOfItsOwn === undefined,
    dataDue: given.dataDue === true,
    batch: given.batch,
    table,
    judge: judgeOfItsOwn ? (answer) => judgeOfItsOwn.call(dialect, answer) : judge,
    message: (answer) => firstText(messages, answer),
    details: (answer) => ({
      requestId: firstText(requestIds, answer),
      param: firstText(params, answer),
      waitMs: waitOf?.(answer),
      issues: issues && issuesOf(issues, answer),
    }),
    accepts(answer, isHome, isPlaced) {
      if (!isHostOwn && !isPathOwn) return true
      const { host, path } = answer
      const isAtHome = isHome(host)
      return (!isHostOwn || !isAtHome || isHostOwn(host)) && (!isPathOwn || !(isAtHome || isPlaced) || isPathOwn(path))
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
