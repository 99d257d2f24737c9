import type { ApiError } from '@unifault/core'
import { attachApiError, isRepeatableBody, type Recoverer } from '@unifault/core/adapter'
import { type FetchInput, FetchOutgoing, requestAmong } from './fetch-outgoing.ts'
import { spareBody } from './spare-body.ts'

/** One call of fetch, as it is handed to a recoverer. */
export interface RecoverableCall {
  readonly input: FetchInput
  readonly init: RequestInit | undefined
  /** Fetches once and judges. What it throws ends the call, unless an ApiError stands behind it. */
  readonly send: (input: FetchInput, init: RequestInit | undefined, attempt: number) => Promise<Response>
  /** Told of each failed attempt. */
  readonly told?:
    | ((failed: unknown, told: { readonly attempt: number; readonly willRetry: boolean }) => void)
    | undefined
  readonly provider?: string | undefined
  readonly idempotencyHeader?: string | undefined
  /** When the client itself gives up, in milliseconds from now. */
  readonly timeoutMs?: number | undefined
}

/**
 * Lets a recoverer run one call of fetch. What the user gave is never changed: each attempt has headers and an `init` of its own.
 * The body of a Request is sent again up to 64 KiB.
 *
 * @returns the Response of the last attempt, also where that one was thrown as a `HeldResponse`
 * @throws what the last attempt threw, or the reason of the user's signal
 */
export async function recoverFetch(recovery: Recoverer, call: RecoverableCall): Promise<Response> {
  const { input, init, send, told, provider, idempotencyHeader, timeoutMs } = call
  const request = requestAmong(input)
  const body: unknown = init?.body ?? undefined
  const spare = request && body === undefined ? spareBody(request) : undefined
  try {
    return await recovery.handle<Response, RequestInit>({
      signal: init?.signal ?? request?.signal,
      provider,
      idempotencyHeader,
      timeoutMs,
      canRepeat: () => (spare ? spare.bytes() !== undefined : isRepeatableBody(body)),
      prepare: () => new FetchOutgoing(input, init),
      async send(outgoing, attempt) {
        const sending = outgoing as FetchOutgoing
        const bytes = attempt > 1 ? spare?.bytes() : sending.needsBody ? await spare?.whole : undefined
        return send(...sending.arguments(bytes), attempt)
      },
      told(failed, what) {
        // Nobody will read it: its connection is free for the next attempt.
        if (what.willRetry && failed instanceof HeldResponse) failed.response.body?.cancel().catch(() => undefined)
        told?.(failed, what)
      },
    })
  } catch (error) {
    if (error instanceof HeldResponse) return error.response
    throw error
  }
}

/** Thrown by `send` for an answer that is an error, but is to reach the client as a Response when it is the last. */
export class HeldResponse extends Error {
  readonly response: Response

  constructor(response: Response, apiError: ApiError) {
    super()
    this.response = response
    attachApiError(this, apiError)
  }
}
