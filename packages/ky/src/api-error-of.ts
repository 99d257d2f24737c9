import type { ApiError } from '@unifault/core'
import { attachedApiError } from '@unifault/core/adapter'
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
  const response = (error as { response?: Response } | null | undefined)?.response
  return attachedApiError(error) ?? (response ? examined.get(response) : undefined)
}
