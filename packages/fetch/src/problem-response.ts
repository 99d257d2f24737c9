import { type ApiError, toProblemDetails } from '@unifault/core'

/**
 * An ApiError as a Response of `application/problem+json` (RFC 9457), with `Retry-After` where the wait is known.
 *
 * @param as who the caller is told to blame; see `toProblemDetails`
 * @example
 * catch (error) { if (isApiError(error)) return problemResponse(error); throw error }
 */
export function problemResponse(error: ApiError, as: 'gateway' | 'relay' = 'gateway'): Response {
  const problem = toProblemDetails(error, as)
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (problem.retryAfter !== undefined) headers.set('retry-after', String(problem.retryAfter))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
