// unifault for neverthrow: Results instead of exceptions.
import { type ApiError, isApiError } from '@unifault/core'
import { err, ok, type Result, ResultAsync } from 'neverthrow'

export { isApiError }
export type { ApiError }

/**
 * What a call through one of the adapters gives, as a Result instead of an exception.
 *
 * @param run the call; what it throws synchronously counts too
 * @returns `Ok` with the value, or `Err` with the ApiError; what is not an ApiError (a bug, a cancellation) rejects
 * @example
 * const result = await toResult(() => api.get('/nav').json())
 * if (result.isErr()) show(result.error.category)
 */
export function toResult<T>(run: () => PromiseLike<T> | T): ResultAsync<T, ApiError>
/**
 * The same, where nothing rejects: what is not an ApiError becomes an error of one's own.
 *
 * @param run the call; what it throws synchronously counts too
 * @param orElse makes an error of one's own of whatever is not an ApiError
 * @returns `Ok` with the value, or `Err` with the ApiError or what `orElse` made
 * @throws what `orElse` throws, as a rejection
 * @example
 * const result = await toResult(() => api.get('/nav').json(), (error) => new Unexpected(error))
 */
export function toResult<T, D>(
  run: () => PromiseLike<T> | T,
  orElse: (error: unknown) => D,
): ResultAsync<T, ApiError | D>
export function toResult<T, D>(
  run: () => PromiseLike<T> | T,
  orElse?: (error: unknown) => D,
): ResultAsync<T, ApiError | D> {
  // One `then` instead of neverthrow's combinators, each of which costs several promises.
  const settled = Promise.resolve()
    .then(run)
    .then(
      (value): Result<T, ApiError | D> => ok(value),
      (error: unknown): Result<T, ApiError | D> => {
        if (isApiError(error)) return err(error)
        if (orElse === undefined) throw error
        return err(orElse(error))
      },
    )
  return new ResultAsync(settled)
}
