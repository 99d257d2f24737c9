import { problemParts } from '@unifault/core'
import { invalidOption } from '@unifault/core/adapter'

export type { ClassifierOptions, PerCall, PerCallOptions, Provider, Told } from '@unifault/core'
export {
  type ApiError,
  apiErrorFrom,
  apiErrorOf,
  type Category,
  categoryOf,
  defineProvider,
  explain,
  isApiError,
  originOf,
  problemParts,
  type Reason,
  reasons,
  remedyOf,
  toOtelAttributes,
  toProblemDetails,
  withCodes,
  withHosts,
} from '@unifault/core'
export type { BodyOptions } from './examine.ts'
export { observed } from './observe.ts'
export { type AnyFetch, wrapFetch, type WrapFetchOptions, type WrappedFetch } from './wrap-fetch.ts'

/**
 * An ApiError as a Response of `application/problem+json` (RFC 9457), with `Retry-After` in seconds where the wait is known.
 *
 * @param error an ApiError, or an error that has one behind it
 * @param as who the caller is told to blame; see `toProblemDetails`
 * @throws TypeError when there is no ApiError behind the error, or `as` is neither word
 * @example
 * try {
 *   return await apiFetch(url)
 * } catch (error) {
 *   if (isApiError(error)) return problemResponse(error)
 *   throw error
 * }
 */
export function problemResponse(error: unknown, as: 'gateway' | 'relay' = 'gateway'): Response {
  const parts = problemParts(error, as)
  if (parts === undefined) throw invalidOption('error', 'an ApiError', typeof error)
  const { status, headers, body } = parts
  return new Response(body, { status, headers })
}
