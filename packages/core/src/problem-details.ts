// An ApiError as the answer of one's own server (RFC 9457).
import { type ApiError, isApiError } from './api-error.ts'
import { checkKind, invalidOption } from './check.ts'
import type { Issue } from './dialect.ts'
import { apiErrorOf } from './origin.ts'
import { traits } from './reasons.ts'

/** An RFC 9457 problem details object; everything beyond `status`, `title`, `type` and `detail` is an extension member. */
export interface ProblemDetails {
  /** Always `about:blank`: the reason is in a member of its own. */
  readonly type: string
  /** Of a gateway the phrase of its status, of a relay the reason. */
  readonly title: string
  /** The HTTP status to answer with. */
  readonly status: number
  /** Of a relay: the provider's own words. */
  readonly detail?: string
  /** Who has to act, as the caller is told it. */
  readonly category: string
  /** The finer cause, as the caller is told it. */
  readonly reason: string
  /** Of a relay: the id of the provider. */
  readonly provider?: string
  /** Of a relay: the provider's code. */
  readonly code?: string
  /** Of a relay: the provider's request id. */
  readonly requestId?: string
  /** Of a relay: the parameter that is blamed. */
  readonly param?: string
  /** Of a relay: all faults that the provider lists. */
  readonly issues?: readonly Issue[]
  /** Seconds, as in the `Retry-After` field. */
  readonly retryAfter?: number
}

/**
 * An ApiError as the problem details that one's own server answers with.
 *
 * @throws TypeError when `error` is no ApiError or `as` is neither word
 * @param as `relay`: the caller's own request and credentials were passed on, so the caller is told what the provider said.
 *   `gateway`: they were ours, so the caller learns only that something behind us failed: 502, 503 or 504 (RFC 9110 section 15.6).
 * @example
 * const problem = toProblemDetails(error, 'relay')
 * response.status(problem.status).type('application/problem+json').send(problem)
 */
export function toProblemDetails(error: ApiError, as: 'gateway' | 'relay' = 'gateway'): ProblemDetails {
  if (!isApiError(error)) throw invalidOption('error', 'an ApiError', typeof error)
  checkKind(['gateway', 'relay'], as, 'as')
  const { category, reason, retryAfterMs } = error
  // An error of a newer copy may have a reason that this one does not know.
  const [, statusOut] = traits[reason] ?? traits.unknown
  const wait = retryAfterMs === undefined ? {} : { retryAfter: Math.ceil(retryAfterMs / 1000) }
  if (as !== 'relay') {
    const status = category === 'rate-limit' ? 503 : statusOut === 503 || statusOut === 504 ? statusOut : 502
    const isOurs = category !== 'server' && category !== 'rate-limit'
    return {
      type: 'about:blank',
      title: status === 502 ? 'Bad Gateway' : status === 503 ? 'Service Unavailable' : 'Gateway Timeout',
      status,
      category: 'server',
      reason: isOurs ? 'internal' : status === 503 ? 'unavailable' : reason,
      ...wait,
    }
  }
  const { provider, code, requestId, param, issues, providerMessage } = error
  return {
    type: 'about:blank',
    title: reason,
    status: statusOut,
    ...(providerMessage === undefined ? {} : { detail: providerMessage }),
    category,
    reason,
    ...(provider === undefined ? {} : { provider }),
    ...(code === undefined ? {} : { code }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(param === undefined ? {} : { param }),
    ...(issues.length === 0 ? {} : { issues }),
    ...wait,
  }
}

/**
 * What a server answers with for any error that it has caught: status, headers and body text, or nothing for what is no ApiError.
 *
 * @param as see `toProblemDetails`
 * @example
 * const parts = problemParts(error)
 * if (parts === undefined) throw error
 * response.writeHead(parts.status, parts.headers).end(parts.body)
 */
export function problemParts(
  error: unknown,
  as: 'gateway' | 'relay' = 'gateway',
): { status: number; headers: Record<string, string>; body: string } | undefined {
  const apiError = apiErrorOf(error)
  if (apiError === undefined) return undefined
  const problem = toProblemDetails(apiError, as)
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' }
  if (problem.retryAfter !== undefined) headers['retry-after'] = String(problem.retryAfter)
  return { status: problem.status, headers, body: JSON.stringify(problem) }
}
