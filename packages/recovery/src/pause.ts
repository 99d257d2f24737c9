/** A longer time-out than this fires at once. */
export const mostTimerMs: number = 2 ** 31 - 1

/** Milliseconds of a clock that nobody turns back. */
export const now = (): number => performance.now()

/**
 * Waits.
 *
 * @throws the signal's reason, as soon as it is aborted
 */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<unknown> {
  return within(new Promise(() => undefined), Math.min(ms, mostTimerMs), signal)
}

/**
 * What a promise comes to, unless something else comes first. The promise itself goes on.
 *
 * @returns undefined when `most` milliseconds have passed
 * @throws what the promise rejects with, or the signal's reason
 */
export function within<T>(promise: Promise<T>, most: number, signal: AbortSignal | undefined): Promise<T | undefined> {
  return new Promise<T | undefined>((resolve, reject) => {
    const aborted = (): void => {
      end()
      reject(signal?.reason as Error)
    }
    const end = (): void => {
      signal?.removeEventListener('abort', aborted)
      clearTimeout(timer)
    }
    const timer =
      most > mostTimerMs
        ? undefined
        : setTimeout(() => {
            end()
            resolve(undefined)
          }, most)
    if (signal?.aborted) aborted()
    signal?.addEventListener('abort', aborted)
    void promise.finally(end).then(resolve, reject)
  })
}
