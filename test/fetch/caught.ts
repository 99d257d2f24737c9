import { type ApiError, isApiError } from '@unifault/core'

/** What a promise rejects with; it fails when the promise does not. */
export async function caught(promise: PromiseLike<unknown>): Promise<unknown> {
  let value: unknown
  try {
    value = await promise
  } catch (error) {
    return error
  }
  throw new Error(`nothing was thrown, but ${String(value)} came`)
}

/** The ApiError that a promise rejects with. */
export async function caughtApiError(promise: PromiseLike<unknown>): Promise<ApiError> {
  const error = await caught(promise)
  if (isApiError(error)) return error
  throw error
}
