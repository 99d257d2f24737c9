import type { ApiError } from '@unifault/core'
import { attachedApiError } from '@unifault/core/adapter'

/**
 * The ApiError that belongs to an error: the one that `mode: 'attach'` put beside an AxiosError, or the error itself when it is one.
 *
 * @returns undefined for any other error, such as a cancellation
 * @example
 * catch (error) { if (apiErrorOf(error)?.category === 'auth') await signIn() }
 */
export function apiErrorOf(error: unknown): ApiError | undefined {
  return attachedApiError(error)
}
