// What is wrong with an answer: dialects, tables, rules, words, fallback and status are asked, in this order.
import { type Answer, isRecord, own, type ReceivedAnswer, ownOptions } from './answer.ts'
import type { Evidence } from './api-error.ts'
import type { Row } from './codes.ts'
import { type Compiled, type Fault, findRow } from './dialect.ts'
import { isJsonType } from './json.ts'
import { settle } from './options.ts'
import type { Words } from './provider.ts'
import { admits, type Reason, reasonOfStatus, type Retry, traits } from './reasons.ts'
import { type Judge, reasonOfRules, type Selected } from './select.ts'

/** What was found wrong, before it is made an error. Every property is its own: none is read from a polluted `Object.prototype`. */
export interface Finding {
  readonly reason: Reason
  readonly by: Evidence
  readonly fault: Fault
  /** Whose finding it is; undefined for an unknown host. */
  judge: Judge | undefined
  /** The dialect that claimed the answer, as evidence. */
  dialect: string | undefined
  /** The dialect whose places tell more than the fault does. */
  source: Compiled | undefined
  /** A code came that no table knows. */
  isUnmapped: boolean
  readonly row: Row | undefined
  readonly confidence: number | undefined
  /** Of a failure without an answer. */
  readonly retry: Retry | undefined
}

export function findingOf(
  reason: Reason,
  by: Evidence,
  fault: Fault,
  judge: Judge | undefined,
  row?: Row,
  confidence?: number,
  retry?: Retry,
): Finding {
  return { reason, by, fault, judge, dialect: undefined, source: undefined, isUnmapped: false, row, confidence, retry }
}

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

/** An answer, and who may be asked about it. */
interface Asked {
  readonly answer: ReceivedAnswer
  readonly isFailed: boolean
  readonly selected: Selected | undefined
  /** The fallback, where it is a provider. */
  readonly fallback: Judge | undefined
  readonly readers: Readers
}

/** What is wrong with an answer; undefined when nothing is, or when nobody may say so. */
export function findFault(
  answer: ReceivedAnswer,
  selected: Selected | undefined,
  readers: Readers,
): Finding | undefined {
  const isFailed = answer.status >= 400
  const fallback = typeof readers.fallback === 'object' ? readers.fallback : undefined
  const asked: Asked = { answer, isFailed, selected, fallback, readers }
  const judge = selected?.judge ?? fallback
  let found = judge && byDialects(asked, judge)
  const isShared = selected !== undefined && selected.judge.isShared(answer)
  // On a customer's API a provider's word counts only where its table knows the code.
  if (isShared && fallback && !found?.row) found = undefined
  if (found === undefined && selected && fallback) {
    // Below 400 only where the answer need not be the provider's: a customer's API on its hosts, or a client that is bound to it.
    if (isFailed || readers.isBound || isShared) found = byDialects(asked, fallback)
    // What customers run on a provider's hosts is not the provider's.
    if (found && !isShared) found.judge = judge
  }
  if (found !== undefined) return found ?? undefined
  if (isFailed)
    return readers.fallback === false && (readers.isBound || !selected)
      ? undefined
      : unmapped(asked, ownOptions({ message: commonMessage(answer) }), judge)
  return judge && isUnreadable(asked, judge)
    ? findingOf('malformed-response', 'status', ownOptions({}), judge)
    : undefined
}

function isMine(dialect: Compiled, { answer, selected }: Asked, judge: Judge): boolean {
  return dialect.accepts(answer, judge.isHome, selected?.isPlaced === true)
}

/** The first verdict that is not "not mine" ends the walk: null is a success, undefined that nobody claims the answer. */
function byDialects(asked: Asked, judge: Judge): Finding | null | undefined {
  const { answer, isFailed } = asked
  for (const dialect of judge.dialects) {
    const verdict = verdictOf(dialect, answer, judge, asked.readers)
    if (verdict === undefined || !isMine(dialect, asked, judge)) continue
    if (!isFailed && (verdict === 'success' || isBare(answer))) return null
    if (verdict !== 'success') return ofFault(asked, verdict, dialect, judge)
    // A success value under a failed status: its words and ids are read all the same.
    const fault = ownOptions({ message: dialect.message(answer) ?? commonMessage(answer) })
    const found = byStatus(asked, fault, judge)
    found.source = dialect
    return found
  }
  return undefined
}

function ofFault(asked: Asked, fault: Fault, dialect: Compiled, judge: Judge): Finding | null {
  const { answer, isFailed } = asked
  const row = findRow(dialect, fault, answer, judge.overrides)
  const isOk = row?.outcome === 'ok'
  if (isOk && !isFailed) return null
  const found =
    row === undefined
      ? unmapped(asked, fault, judge)
      : isOk
        ? byStatus(asked, fault, judge)
        : findingOf(row.outcome, dialect.isProtocol ? 'protocol' : 'code', fault, judge, row)
  found.dialect = dialect.name
  if (dialect.isData) found.source = dialect
  found.isUnmapped = row === undefined && fault.code !== undefined
  return found
}

/** No row decides: the provider's own rules, then the words model, then rules and words of the fallback, then the status. */
function unmapped(asked: Asked, fault: Fault, judge: Judge | undefined): Finding {
  const { answer, isFailed, readers } = asked
  const { message, code } = fault
  const { status } = answer
  const fallback = asked.fallback === judge ? undefined : asked.fallback
  const ruled = (one: Judge | undefined): Finding | undefined => {
    const reason =
      one && message !== undefined
        ? reasonOfRules(one, message, answer, fault, (given) => admits(status, given))
        : undefined
    return reason && findingOf(reason, 'message', fault, judge)
  }
  const read = (words: Words | undefined, atLeast: number): Finding | undefined => {
    const said = message === undefined && code === undefined ? undefined : words?.read({ message, code, status })
    // What a model says may be nonsense, and `ok` never makes a success of an error.
    return said && said.confidence >= atLeast && Object.hasOwn(traits, said.reason)
      ? findingOf(said.reason as Reason, 'words', fault, judge, undefined, said.confidence)
      : undefined
  }
  try {
    const given = readers.words
    const found =
      ruled(judge) ??
      read(given?.model ?? judge?.provider.words, given?.atLeast ?? enoughConfidence.alone) ??
      ruled(fallback) ??
      (given ? undefined : read(fallback?.provider.words, enoughConfidence.bound))
    // What only agrees with the status is the status's own word, and may be repeated as that.
    if (found && !(found.by === 'words' && isFailed && found.reason === byStatus(asked, fault, judge).reason))
      return found
  } catch (error) {
    readers.report(error, `${judge?.provider.id ?? 'fallback'} words`)
  }
  return isFailed ? byStatus(asked, fault, judge) : findingOf('unknown', 'unmapped', fault, judge)
}

function byStatus({ answer }: Asked, fault: Fault, judge: Judge | undefined): Finding {
  const reason = (own(judge?.provider.status, String(answer.status)) as Reason | undefined) ?? reasonOfStatus(answer)
  return findingOf(reason, 'status', fault, judge)
}

/** RFC 9110: these carry no content, whatever a client makes of them. */
function isBare({ status, method }: Answer): boolean {
  return status === 204 || status === 205 || status === 304 || method === 'HEAD'
}

/** A dialect's verdict. What a function of the provider's throws or returns beside a verdict is told, and counts as none. */
function verdictOf(
  dialect: Compiled,
  answer: Answer,
  judge: Judge,
  { report }: Readers,
): Fault | 'success' | undefined {
  try {
    const verdict = dialect.judge(answer, judge.overrides)
    if (dialect.isData || verdict === undefined || verdict === 'success')
      return verdict as Fault | 'success' | undefined
    if (isFault(verdict)) return ownOptions(verdict)
    settle(verdict, () => undefined)
    throw new TypeError('a dialect must return undefined, "success" or a fault')
  } catch (error) {
    report(error, `${judge.provider.id} ${dialect.name}`)
    return undefined
  }
}

function isFault(verdict: unknown): verdict is Fault {
  return (
    isRecord(verdict) &&
    verdict['then'] === (Object.prototype as { then?: unknown }).then && // no promise, whatever all objects inherit
    ['code', 'outerCode', 'message', 'requestId', 'param'].every(
      (name) => typeof (own(verdict, name) ?? '') === 'string',
    ) &&
    ['codes', 'issues'].every((name) => Array.isArray(own(verdict, name) ?? []))
  )
}

/** Below 400: the media type promised JSON, or the dialect says that data is due, and what came is no data. */
function isUnreadable(asked: Asked, judge: Judge): boolean {
  const { status, event, text = '', value } = asked.answer
  // A part of a document (206) is no document.
  if (status === 206 || event !== undefined || isBare(asked.answer) || text.trim() === '') return false
  if (value !== undefined && !/^\s*<(?:!doctype html|html)/i.test(text.slice(0, 256))) return false
  return (
    isJsonType(asked.answer.header('content-type') ?? '') ||
    judge.dialects.some((one) => one.dataDue && isMine(one, asked, judge))
  )
}

/** The words of a failed answer that nobody claimed, where they usually stand, or a short plain text. */
function commonMessage({ value, text }: Answer): string | undefined {
  for (const record of [value, own(value, 'error')])
    for (const name of ['message', 'error_description', 'msg', 'error', 'detail']) {
      const words = own(record, name)
      if (typeof words === 'string' && words !== '') return words
    }
  const isPlain = text !== undefined && value === undefined && text.length <= 512 && !/^\s*</.test(text)
  return isPlain ? text.trim() || undefined : undefined
}
