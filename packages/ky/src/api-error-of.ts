import { type ApiError, isApiError } from '@unifault/core'
import { attached } from './attached.ts'
import { examined } from './examined.ts'

/**
 * The ApiError behind an error of a wrapped ky: for `mode: 'attach'`, and for hooks that see ky's HTTPError in every mode.
 *
 * @returns the error itself when it is an ApiError, and undefined when there is none behind it, such as for an abort
 * @example
 * const api = wrapKy(ky, bilibili, { mode: 'attach' })
 * try {
 *   await api.get('https://api.bilibili.com/x/web-interface/nav').json()
 * } catch (error) {
 *   if (apiErrorOf(error)?.category === 'auth') signIn()
 *   else if (isHTTPError(error)) report(error.response.status)
 * }
 */
export function apiErrorOf(error: unknown): ApiError | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if (isApiError(error)) return error
  return attached.get(error) ?? examined.get((error as { response?: Response }).response as Response)
}
