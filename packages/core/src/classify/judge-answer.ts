import type { BoundProvider } from '../provider/bound-provider.ts'
import type { Row } from '../provider/code-table.ts'
import type { Dialect } from '../provider/dialect.ts'
import { googleRpc } from '../provider/google-rpc.ts'
import { oauth } from '../provider/oauth.ts'
import { problemJson } from '../provider/problem-json.ts'
import type { Fault } from '../provider/verdict.ts'
import { WholeFault, wholeFault } from '../provider/whole-fault.ts'
import type { Answer } from '../reading/answer.ts'
import { isRecord } from '../reading/is-record.ts'
import { given, own } from '../reading/own.ts'
import type { Finding } from './finding.ts'
import type { Reason } from '../taxonomy/reason.ts'
import { reasonOfStatus } from './reason-of-status.ts'

/** Told of a dialect's function that threw, and where. */
type Report = (error: unknown, at: string) => void

const protocols: readonly Dialect[] = [problemJson, googleRpc, oauth]
const commonMessages = ['message', 'error_description', 'msg', 'error', 'detail']

/** What is wrong with an answer; undefined when nothing is. Walks dialects, tables, protocols, messages and status, in this order. */
export function judgeAnswer(
  answer: Answer,
  url: unknown,
  bound: BoundProvider | undefined,
  report: Report,
): Finding | undefined {
  const failed = answer.status >= 400
  if (bound === undefined && !failed) return undefined // nobody knows what an unknown host's success looks like
  const dialects = bound === undefined ? [] : bound.dialectsFor(answer, url)
  for (const dialect of dialects) {
    const verdict = judgeBy(dialect, answer, bound, report)
    if (verdict === undefined) continue
    if (verdict === 'success') return failed ? byStatus(answer, bound, wholeFault({})) : undefined
    if (!failed && isBare(answer)) return undefined
    return ofFault(verdict, dialect, answer, bound, bound?.find(dialect, verdict, answer), 'code')
  }
  // A part of a document (206) is no document.
  if (!failed) return answer.status !== 206 && isUnreadable(answer, dialects) && !isBare(answer) ? malformed : undefined
  for (const protocol of protocols) {
    const verdict = judgeBy(protocol, answer, bound, report)
    if (typeof verdict === 'object')
      return ofFault(verdict, protocol, answer, bound, protocolRow(protocol, verdict), 'protocol')
  }
  const fault = wholeFault({ message: commonMessage(answer) })
  return ofMessage(fault, answer, bound) ?? byStatus(answer, bound, fault)
}

/** RFC 9110: these carry no content, whatever a client makes of them. */
function isBare({ status, method }: Answer): boolean {
  return status === 204 || status === 205 || status === 304 || method === 'HEAD'
}

function judgeBy(
  dialect: Dialect,
  answer: Answer,
  bound: BoundProvider | undefined,
  report: Report,
): Fault | 'success' | undefined {
  try {
    const verdict: unknown = dialect.judge(answer)
    if (verdict === undefined || verdict === 'success') return verdict
    if (verdict instanceof WholeFault) return verdict
    if (verdict instanceof Promise) verdict.catch(() => undefined)
    else if (isFault(verdict)) return wholeFault(verdict)
    throw new TypeError('a dialect must return undefined, "success" or a fault')
  } catch (error) {
    report(error, `${bound?.provider.id} ${dialect.name}`)
  }
  return undefined
}

function ofFault(
  fault: Fault,
  dialect: Dialect,
  answer: Answer,
  bound: BoundProvider | undefined,
  row: Row | undefined,
  by: 'code' | 'protocol',
): Finding | undefined {
  const failed = answer.status >= 400
  if (row !== undefined && row.outcome !== 'ok')
    return { outcome: row.outcome, by, fault, dialect: dialect.name, row, unmapped: false }
  if (row?.outcome === 'ok') return failed ? { ...byStatus(answer, bound, fault), dialect: dialect.name } : undefined
  const unmapped = fault.code !== undefined && bound !== undefined // no row can be missing where there is no table
  const found =
    ofMessage(fault, answer, bound) ??
    (failed ? byStatus(answer, bound, fault) : ({ outcome: 'unknown', by: 'unmapped', fault, row: undefined } as const))
  return { ...found, dialect: dialect.name, unmapped }
}

function ofMessage(fault: Fault, answer: Answer, bound: BoundProvider | undefined): Finding | undefined {
  const reason = fault.message === undefined ? undefined : bound?.reasonOfMessage(fault.message, answer, fault)
  return reason && { outcome: reason, by: 'message', fault, dialect: undefined, row: undefined, unmapped: false }
}

function isFault(verdict: unknown): verdict is Fault {
  return (
    isRecord(verdict) &&
    typeof given(verdict, 'then') !== 'function' &&
    ['code', 'outerCode', 'message', 'requestId', 'param'].every((name) => {
      const words = own(verdict, name)
      return words === undefined || typeof words === 'string'
    }) &&
    ['codes', 'issues'].every((name) => Array.isArray(own(verdict, name) ?? []))
  )
}

function byStatus(answer: Answer, bound: BoundProvider | undefined, fault: Fault): Finding {
  const outcome = (own(bound?.provider.status, String(answer.status)) as Reason | undefined) ?? reasonOfStatus(answer)
  return { outcome, by: 'status', fault, dialect: undefined, row: undefined, unmapped: false }
}

const malformed: Finding = {
  outcome: 'malformed-response',
  by: 'status',
  fault: wholeFault({}),
  dialect: undefined,
  row: undefined,
  unmapped: false,
}

/** Below 400: the media type promised JSON, or the dialect says that data is due, and what came is no data. */
function isUnreadable(answer: Answer, dialects: readonly Dialect[]): boolean {
  const { text } = answer
  if (text === undefined || text.trim() === '') return false
  const isPage = /^\s*<(?:!doctype html|html)/i.test(text.slice(0, 256))
  if (answer.value !== undefined && !isPage) return false
  return (
    dialects.some((dialect) => given(dialect, 'dataDue') === true) ||
    /^[\w.+-]+\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(answer.header('content-type') ?? '')
  )
}

/** A protocol's codes are few and have no families. */
function protocolRow({ codes }: Dialect, { code }: Fault): Row | undefined {
  const outcome = code === undefined ? undefined : (own(codes, code) as Reason | undefined)
  return outcome && { code: code as string, outcome }
}

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
