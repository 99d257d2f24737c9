import { type ApiError, isApiError } from '@unifault/core'

const attached = new WeakMap<object, ApiError>()

/** Remembers which ApiError belongs to a client's error, for as long as the latter lives. */
export function attachApiError(error: object, apiError: ApiError): void {
  attached.set(error, apiError)
}

/**
 * The ApiError that belongs to an error: the one that `mode: 'attach'` put beside an AxiosError, or the error itself when it is one.
 *
 * @returns undefined for any other error, such as a cancellation
 * @example
 * catch (error) { if (apiErrorOf(error)?.category === 'auth') await signIn() }
 */
export function apiErrorOf(error: unknown): ApiError | undefined {
  if (isApiError(error)) return error
  return typeof error === 'object' && error !== null ? attached.get(error) : undefined
}
