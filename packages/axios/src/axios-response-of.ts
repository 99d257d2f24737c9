import { originOf } from '@unifault/core'
import type { AxiosResponse } from 'axios'
import { apiErrorOf } from './api-error-of.ts'

/**
 * The response behind an error of an instance with `installApiErrors`: unscrubbed, for reading more than an ApiError tells.
 *
 * @returns undefined when no answer came, and for errors that are no ApiErrors or came through another client
 * @example
 * const limit = axiosResponseOf<{ limit: number }>(error)?.data.limit
 */
export function axiosResponseOf<T = unknown>(error: unknown): AxiosResponse<T> | undefined {
  const { response } = originOf(apiErrorOf(error))
  return typeof response === 'object' && response !== null && 'config' in response
    ? (response as AxiosResponse<T>)
    : undefined
}
