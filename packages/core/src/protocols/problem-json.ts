import { own } from '../answer.ts'
import type { Protocol } from '../dialect.ts'

/** The registry of RFC 9457 section 4.2 and the types of draft-ietf-httpapi-ratelimit-headers. */
const registry = 'https://iana.org/assignments/http-problem-types#'
const codes = {
  [`${registry}quota-exceeded`]: 'throttled',
  [`${registry}temporary-reduced-capacity`]: 'unavailable',
  [`${registry}abnormal-usage-detected`]: 'abuse-blocked',
} as const

/** The first items of a list; none of what is no list. */
function items(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list.slice(0, 16) : []
}

function text(value: unknown): string | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
}

/** Problem details (RFC 9457): by their media type, or from 400 on by a `title` beside a `type` or a `status` that repeats the answer's. */
export const problemJson: Protocol = {
  isProtocol: true,
  name: 'problem-json',
  codes,
  judge(answer) {
    const { value, status } = answer
    const title = text(own(value, 'title'))
    const type = text(own(value, 'type'))
    const isDeclared = answer.header('content-type')?.includes('problem+json') === true
    const isAlike = status >= 400 && title !== undefined && (type !== undefined || own(value, 'status') === status)
    if (!isDeclared && !isAlike) return undefined
    const issues = items(own(value, 'errors')).map((one) => ({
      param: text(own(one, 'pointer')),
      message: text(own(one, 'detail')),
    }))
    const code = text(own(value, 'code')) ?? (type === 'about:blank' ? undefined : type)
    return {
      code: code === String(status) ? undefined : code, // repeating the HTTP status says nothing
      message: text(own(value, 'detail')) ?? title,
      requestId: text(own(value, 'traceId')) ?? text(own(value, 'requestId')),
      param: issues.at(0)?.param,
      issues,
    }
  },
}
