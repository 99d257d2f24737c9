import type { ApiError } from './api-error.ts'
import { isApiError } from './is-api-error.ts'

const attached = new WeakMap<object, ApiError>()

/** Remembers which ApiError stands behind a client's own error, for as long as the latter lives. */
export function attachApiError(error: object, apiError: ApiError): void {
  attached.set(error, apiError)
}

/** The ApiError behind a client's own error, or the error itself when it is one; undefined when there is none. */
export function attachedApiError(error: unknown): ApiError | undefined {
  if (isApiError(error)) return error
  return typeof error === 'object' && error !== null ? attached.get(error) : undefined
}
