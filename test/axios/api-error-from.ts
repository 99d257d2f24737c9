import { type ApiError, isApiError } from '@unifault/axios'
import { rejectionOf } from './rejection-of.ts'

/** The ApiError that a promise rejects with; anything else is a failed test. */
export async function apiErrorFrom(promise: Promise<unknown>): Promise<ApiError> {
  const error = await rejectionOf(promise)
  if (!isApiError(error)) throw new Error('expected an ApiError', { cause: error })
  return error
}
