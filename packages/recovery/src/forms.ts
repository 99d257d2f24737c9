import { type Limits, retryAdvice } from './advice.ts'
import { pause } from './pause.ts'

/** What `axiosRetry(instance, …)` takes. */
export interface AxiosRetryForm {
  /** How often a request may be sent again. */
  readonly retries: number
  /** Whether an error is worth another sending. */
  readonly retryCondition: (error: unknown) => boolean
  /** The wait before it, in milliseconds. */
  readonly retryDelay: (retryCount: number, error: unknown) => number
}

/** `retry` and `retryDelay` of TanStack Query's queries and mutations. */
export interface QueryForm {
  /** Whether an error is worth another sending. */
  readonly retry: (failureCount: number, error: unknown) => boolean
  /** The wait before it, in milliseconds. */
  readonly retryDelay: (failureCount: number, error: unknown) => number
}

/** What p-retry tells of a failed attempt. */
interface FailedAttempt {
  readonly error: unknown
  readonly attemptNumber: number
  readonly retriesLeft: number
}

/** The options of `pRetry(run, …)`. */
export interface PRetryForm {
  /** How often the function may be run again. */
  readonly retries: number
  /** 0: p-retry's own wait, in milliseconds. Ours is in `onFailedAttempt`. */
  readonly minTimeout: number
  /** Ends the wait, too. */
  readonly signal?: AbortSignal
  /** Whether an error is worth another run. */
  readonly shouldRetry: (failed: FailedAttempt) => boolean
  /** Waits as long as the error says. */
  readonly onFailedAttempt: (failed: FailedAttempt) => Promise<void>
}

const attemptsOf = ({ attempts = 4 }: Limits): number => attempts

/**
 * `retryAdvice` for axios-retry. Install it after `installApiErrors`.
 *
 * @example
 * axiosRetry(axios, forAxiosRetry({ attempts: 4 }))
 */
export function forAxiosRetry(limits: Limits = {}): AxiosRetryForm {
  // axios-retry counts by `retries`; its condition is not told the number.
  return {
    retries: attemptsOf(limits) - 1,
    retryCondition: (error) => retryAdvice(error, 1, { ...limits, attempts: Infinity }).repeat,
    retryDelay: (retryCount, error) => retryAdvice(error, retryCount, { ...limits, attempts: Infinity }).delayMs,
  }
}

/**
 * `retryAdvice` for TanStack Query.
 *
 * @example
 * new QueryClient({ defaultOptions: { queries: forQuery() } })
 */
export function forQuery(limits: Limits = {}): QueryForm {
  // TanStack Query asks with the number of failures before this one.
  return {
    retry: (failureCount, error) => retryAdvice(error, failureCount + 1, limits).repeat,
    retryDelay: (failureCount, error) => retryAdvice(error, failureCount + 1, limits).delayMs,
  }
}

/**
 * `retryAdvice` for p-retry, whose own waits are put to 0: the wait is in `onFailedAttempt`.
 *
 * @param options the limits, and p-retry's `signal`: an abort ends the wait, too
 * @example
 * await pRetry(() => api.get('/me').json(), forPRetry())
 */
export function forPRetry(options: Limits & { readonly signal?: AbortSignal | undefined } = {}): PRetryForm {
  return {
    retries: attemptsOf(options) - 1,
    minTimeout: 0,
    ...(options.signal && { signal: options.signal }),
    shouldRetry: ({ error, attemptNumber }) => retryAdvice(error, attemptNumber, options).repeat,
    async onFailedAttempt({ error, attemptNumber }) {
      const { repeat, delayMs } = retryAdvice(error, attemptNumber, options)
      if (repeat) await pause(delayMs, options.signal)
    },
  }
}
