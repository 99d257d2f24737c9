import { type ApiError, apiErrorOf } from '@unifault/core'
import { attachApiError, type Recoverer } from '@unifault/core/adapter'
import { HeldResponse, recoverFetch } from '@unifault/fetch/adapter'

type KyFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** One call of ky, as it is handed to a recoverer. */
export interface RecoverableKyCall {
  /** Stands for the call, among its hooks. */
  readonly call: object
  /** ky's fetch with the look at the answer: it throws for an error in a body; a failed status it gives back, with its ApiError attached. */
  readonly examine: KyFetch
  /** What a failure without an answer is; undefined when it is the user's own, or passed. It tells no hook: ky's error will. */
  readonly failure: (
    error: unknown,
    input: string | URL | Request,
    init: RequestInit | undefined,
  ) => ApiError | undefined
  /** Told of each failed attempt. */
  readonly told?:
    | ((failed: unknown, told: { readonly attempt: number; readonly willRetry: boolean }) => void)
    | undefined
  readonly provider?: string | undefined
  readonly idempotencyHeader?: string | undefined
  /** ky's `timeout`: it bounds all attempts and the refresh. */
  readonly timeout: number | false | undefined
}

/** By call: what its latest attempt ended in, until the next begins. */
const pending = new WeakMap<object, unknown>()

/** ky's own default for `timeout`, in milliseconds. */
const kyTimeout = 10_000

/**
 * ky's fetch, run by a recoverer: waits, repetitions and the refresh happen inside, so that ky's hooks see one call.
 * ky's own `retry` is to be off.
 */
export function recoveringFetch(recovery: Recoverer, given: RecoverableKyCall): KyFetch {
  const { call, examine, failure, told, provider, idempotencyHeader, timeout = kyTimeout } = given
  return (input, init) =>
    recoverFetch(recovery, {
      input,
      init,
      told,
      provider,
      idempotencyHeader,
      timeoutMs: timeout === false ? undefined : timeout,
      async send(input, init) {
        pending.delete(call)
        try {
          const response = await examine(input, init)
          const found = apiErrorOf(response)
          if (found === undefined) return response
          throw new HeldResponse(response, found)
        } catch (error) {
          const found = apiErrorOf(error) === undefined ? failure(error, input, init) : undefined
          if (found !== undefined) attachApiError(error as object, found)
          pending.set(call, error)
          throw error
        }
      },
    })
}

/** The error that a call was waiting to recover from when ky's `timeout` ran out: it tells more than a TimeoutError. */
export function pendingApiError(call: object): ApiError | undefined {
  return apiErrorOf(pending.get(call))
}
