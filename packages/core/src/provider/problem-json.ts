import { isRecord } from '../reading/is-record.ts'
import type { Dialect } from './dialect.ts'
import { envelope } from './envelope.ts'

/** The registry of RFC 9457 section 4.2 and the types of draft-ietf-httpapi-ratelimit-headers. */
const registry = 'https://iana.org/assignments/http-problem-types#'
const codes = {
  [`${registry}quota-exceeded`]: 'throttled',
  [`${registry}temporary-reduced-capacity`]: 'unavailable',
  [`${registry}abnormal-usage-detected`]: 'abuse-blocked',
} as const

const problem = envelope({
  name: 'problem-json',
  code: ['code', { at: 'type', match: /^(?!about:blank$)(\S+)$/ }, 'status'],
  message: ['detail', 'title'],
  requestId: ['instance', 'traceId', 'requestId'],
  codes,
})

const mostIssues = 16

/** Problem details (RFC 9457): by their media type, or by a `title` beside a `type` or a `status` that repeats the answer's. */
export const problemJson: Dialect<never> = {
  name: 'problem-json',
  codes,
  judge(answer) {
    const { value } = answer
    if (!isRecord(value) || typeof value['title'] !== 'string') return undefined
    const declared = answer.header('content-type')?.includes('problem+json') === true
    if (!declared && typeof value['type'] !== 'string' && value['status'] !== answer.status) return undefined
    const verdict = problem.judge(answer) ?? { message: value['title'] }
    if (typeof verdict !== 'object') return verdict
    const { errors } = value
    const issues = (Array.isArray(errors) ? errors.slice(0, mostIssues) : []).filter(isRecord).map((one) => ({
      ...(typeof one['pointer'] === 'string' ? { param: one['pointer'] } : {}),
      ...(typeof one['detail'] === 'string' ? { message: one['detail'] } : {}),
    }))
    // A code that merely repeats the HTTP status says nothing; an `instance` that is a path is no request id.
    const code = verdict.code === String(answer.status) ? undefined : verdict.code
    return { ...verdict, code, outerCode: undefined, issues, param: issues[0]?.param }
  },
}
