// What is wrong with an answer: dialects, tables, rules, words, fallback and status are asked, in this order.
import { type Answer, isJsonType, isRecord, own, type ReceivedAnswer } from './answer.ts'
import type { Evidence } from './api-error.ts'
import type { Row } from './codes.ts'
import { type Compiled, type Fault, findRow, noFault } from './dialect.ts'
import { settle } from './options.ts'
import type { Words } from './provider.ts'
import { admits, type Reason, reasonOfStatus, traits } from './reasons.ts'
import { type Judge, reasonOfRules, type Selected } from './select.ts'

/** What was found wrong in an answer, before it is made an error. */
export interface Finding {
  readonly reason: Reason
  readonly by: Evidence
  readonly fault: Fault
  /** Whose finding it is; undefined for an unknown host. */
  readonly judge: Judge | undefined
  readonly dialect?: string | undefined
  readonly row?: Row | undefined
  readonly confidence?: number | undefined
  /** A code came that no table knows. */
  readonly isUnmapped?: boolean
}

/** What a finding may lack, as properties of its own: none is ever read from a polluted `Object.prototype`. */
const lacking = { dialect: undefined, row: undefined, confidence: undefined, isUnmapped: false }

/** What reads an answer beside who is selected for its URL. */
export interface Readers {
  /** Who reads what nobody has claimed; `'status'`: from 400 on the status decides; false: it goes its way. */
  readonly fallback: Judge | 'status' | false
  readonly words: { readonly model: Words; readonly atLeast: number } | undefined
  /** The user's classifier has one provider, which judges every URL. */
  readonly isBound: boolean
  /** Told of a provider's function that threw, and where. */
  readonly report: (error: unknown, at: string) => void
}

/** Words decide only from this confidence on: less where a provider's own table has been asked before. */
export const enoughConfidence = { alone: 0.6, bound: 0.85 }

/** What is wrong with an answer; undefined when nothing is, or when nobody may say so. */
export function findFault(
  answer: ReceivedAnswer,
  selected: Selected | undefined,
  readers: Readers,
): Finding | undefined {
  const isFailed = answer.status >= 400
  const { fallback } = readers
  const judge = selected?.judge ?? (typeof fallback === 'object' ? fallback : undefined)
  if (judge === undefined && (!isFailed || fallback === false)) return undefined
  if (judge !== undefined) {
    const claimed = byDialects(answer, judge, selected, readers)
    if (claimed !== 'unclaimed') return claimed
  }
  if (selected !== undefined && typeof fallback === 'object' && mayFallBack(answer, selected.judge, readers)) {
    const found = byDialects(answer, fallback, undefined, readers)
    // What customers run on a provider's hosts is not the provider's.
    if (found !== 'unclaimed')
      return found && (selected.judge.isShared(answer.host, answer.path) ? found : { ...found, judge })
  }
  if (!isFailed) return isUnreadable(answer, judge, selected) ? malformed(judge) : undefined
  if (selected !== undefined && fallback === false && readers.isBound) return undefined
  const fault = { ...noFault, message: commonMessage(answer) }
  return byWords(fault, answer, judge, readers) ?? byStatus(answer, judge, fault)
}

/** Below 400 only where the answer need not be the provider's: a customer's API on its hosts, or a client that is bound to it. */
function mayFallBack(answer: Answer, judge: Judge, { isBound }: Readers): boolean {
  return answer.status >= 400 || isBound || judge.isShared(answer.host, answer.path)
}

/** RFC 9110: these carry no content, whatever a client makes of them. */
function isBare({ status, method }: Answer): boolean {
  return status === 204 || status === 205 || status === 304 || method === 'HEAD'
}

function byDialects(
  answer: Answer,
  judge: Judge,
  selected: Selected | undefined,
  readers: Readers,
): Finding | 'unclaimed' | undefined {
  const isFailed = answer.status >= 400
  for (const dialect of judge.dialects) {
    const verdict = verdictOf(dialect, answer, judge, readers)
    if (verdict === undefined || !dialect.accepts(answer, judge.isHome, selected?.isPlaced === true)) continue
    if (!isFailed && (verdict === 'success' || isBare(answer))) return undefined
    if (verdict !== 'success') return ofFault(verdict, dialect, answer, judge, readers)
    // A success value under a failed status: its words and ids are read all the same.
    const read = dialect.read(answer)
    return byStatus(answer, judge, { ...read, message: read.message ?? commonMessage(answer) })
  }
  return 'unclaimed'
}

function verdictOf(dialect: Compiled, answer: Answer, judge: Judge, readers: Readers): Fault | 'success' | undefined {
  try {
    const verdict = dialect.judge(answer, judge.overrides)
    if (verdict === undefined || verdict === 'success' || dialect.isData || isFault(verdict))
      return verdict as Fault | 'success' | undefined
    settle(verdict, () => undefined)
    throw new TypeError('a dialect must return undefined, "success" or a fault')
  } catch (error) {
    readers.report(error, `${judge.provider.id} ${dialect.name}`)
    return undefined
  }
}

function isFault(verdict: unknown): verdict is Fault {
  return (
    isRecord(verdict) &&
    !('then' in verdict) &&
    ['code', 'outerCode', 'message', 'requestId', 'param'].every(
      (name) => typeof (own(verdict, name) ?? '') === 'string',
    ) &&
    ['codes', 'issues'].every((name) => Array.isArray(own(verdict, name) ?? []))
  )
}

function ofFault(given: Fault, dialect: Compiled, answer: Answer, judge: Judge, readers: Readers): Finding | undefined {
  const isFailed = answer.status >= 400
  const fault = { ...noFault, ...given }
  const { name } = dialect
  const row = findRow(dialect, fault, answer, judge.overrides)
  if (row?.outcome === 'ok') return isFailed ? { ...byStatus(answer, judge, fault), dialect: name } : undefined
  if (row !== undefined)
    return {
      ...lacking,
      reason: row.outcome as Reason,
      by: dialect.isProtocol ? 'protocol' : 'code',
      fault,
      judge,
      dialect: name,
      row,
    }
  const found: Finding =
    byWords(fault, answer, judge, readers) ??
    (isFailed ? byStatus(answer, judge, fault) : { ...lacking, reason: 'unknown', by: 'unmapped', fault, judge })
  return { ...found, dialect: name, isUnmapped: fault.code !== undefined }
}

/** The provider's own rules, then the words model, then rules and words of the fallback. */
function byWords(fault: Fault, answer: Answer, judge: Judge | undefined, readers: Readers): Finding | undefined {
  const { message, code } = fault
  const { status } = answer
  const room = (reason: Reason): boolean => admits(status, reason)
  const fallback = typeof readers.fallback === 'object' && readers.fallback !== judge ? readers.fallback : undefined
  const ruled = (one: Judge | undefined): Finding | undefined => {
    const reason = one && message !== undefined ? reasonOfRules(one, message, answer, fault, room) : undefined
    return reason && { ...lacking, reason, by: 'message', fault, judge }
  }
  const read = (model: Words | undefined, atLeast: number): Finding | undefined => {
    const said = message === undefined && code === undefined ? undefined : model?.read({ message, code, status })
    // What a model says may be nonsense, and `ok` never makes a success of an error.
    if (said === undefined || !(said.confidence >= atLeast) || !Object.hasOwn(traits, said.reason)) return undefined
    return { ...lacking, reason: said.reason as Reason, by: 'words', fault, judge, confidence: said.confidence }
  }
  try {
    return (
      ruled(judge) ??
      read(readers.words?.model ?? judge?.words, readers.words?.atLeast ?? enoughConfidence.alone) ??
      ruled(fallback) ??
      (readers.words ? undefined : read(fallback?.words, enoughConfidence.bound))
    )
  } catch (error) {
    readers.report(error, `${judge?.provider.id ?? 'fallback'} words`)
    return undefined
  }
}

function byStatus(answer: Answer, judge: Judge | undefined, fault: Fault): Finding {
  const reason = (own(judge?.status, String(answer.status)) as Reason | undefined) ?? reasonOfStatus(answer)
  return { ...lacking, reason, by: 'status', fault, judge }
}

function malformed(judge: Judge | undefined): Finding {
  return { ...lacking, reason: 'malformed-response', by: 'status', fault: noFault, judge }
}

/** Below 400: the media type promised JSON, or the dialect says that data is due, and what came is no data. */
function isUnreadable(answer: Answer, judge: Judge | undefined, selected: Selected | undefined): boolean {
  // A part of a document (206) is no document.
  if (answer.status === 206 || isBare(answer) || answer.event !== undefined) return false
  const { text } = answer
  if (text === undefined || text.trim() === '') return false
  const isPage = /^\s*<(?:!doctype html|html)/i.test(text.slice(0, 256))
  if (answer.value !== undefined && !isPage) return false
  return (
    isJsonType(answer.header('content-type') ?? '') ||
    (judge?.dialects.some((one) => one.dataDue && one.accepts(answer, judge.isHome, selected?.isPlaced === true)) ??
      false)
  )
}

const commonMessages = ['message', 'error_description', 'msg', 'error', 'detail']

/** The words of a failed answer that nobody claimed, where they usually stand, or a short plain text. */
function commonMessage({ value, text }: Answer): string | undefined {
  for (const record of [value, own(value, 'error')])
    for (const name of commonMessages) {
      const words = own(record, name)
      if (typeof words === 'string' && words !== '') return words
    }
  return text !== undefined && value === undefined && text.length <= 512 && !/^\s*</.test(text)
    ? text.trim() || undefined
    : undefined
}
