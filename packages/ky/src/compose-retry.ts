import type { ApiError } from '@unifault/core'
import { attachedApiError } from '@unifault/core/adapter'
import { isHTTPError, type RetryOptions } from 'ky'
import type { Call } from './call.ts'
import { verdictOf } from './verdict-of.ts'

/** ky's defaults. */
const kyStatusCodes = [408, 413, 429, 500, 502, 503, 504]
const kyAfterStatusCodes = [413, 429, 503]
const kyDelay = (attempt: number): number => 0.3 * 2 ** (attempt - 1) * 1000

/** ky's retry options for one call: what the user's own leave open is decided by `error.retry`, with the wait that the server asked for. */
export function composeRetry(call: Call): NonNullable<Call['options']['retry']> {
  const { retry = {} } = call.options
  if (typeof retry !== 'number' && (typeof retry !== 'object' || retry === null || Array.isArray(retry))) return retry // ky refuses it
  const given: RetryOptions = typeof retry === 'number' ? { limit: retry } : retry
  const { shouldRetry, maxRetryAfter = Infinity, backoffLimit = Infinity, delay = kyDelay, jitter } = given
  const { statusCodes: repeated = kyStatusCodes, afterStatusCodes: timed = kyAfterStatusCodes } = given
  /** From the decision to the delay: ky asks for both in one go. */
  let wait: number | undefined
  let isServerWait = false

  return {
    ...given,
    backoffLimit: Infinity, // a limit of the user's own delays, applied below: it must not cut the server's
    async shouldRetry(state) {
      wait = undefined
      const asked = await shouldRetry?.(state)
      const { error } = state
      const own = attachedApiError(error)
      if (own !== undefined) {
        wait = own.retryAfterMs
        return typeof asked === 'boolean' ? asked : isRepeatable(own)
      }
      if (typeof asked === 'boolean' || !isHTTPError(error)) return asked
      const verdict = verdictOf(error, call)
      if (verdict === undefined) return undefined
      const { status } = error.response
      if (!isRepeatable(verdict)) return isOwnRule(verdict, status) ? undefined : false
      if (!repeated.includes(status) || !timed.includes(status) || verdict.retryAfterMs === undefined) return undefined
      wait = verdict.retryAfterMs
      return true
    },
    delay(attempt) {
      const server = wait
      wait = undefined
      isServerWait = server !== undefined
      return server === undefined ? delay(attempt) : Math.min(server, maxRetryAfter)
    },
    jitter(planned) {
      return isServerWait ? planned : Math.min(backoffLimit, jittered(planned, jitter))
    },
  }
}

function isRepeatable({ retry }: ApiError): boolean {
  return retry === 'after-wait' || retry === 'if-idempotent' // ky's `methods` stand for idempotence
}

/** A status that the user added to ky's list is repeated as long as nothing but the status speaks against it. */
function isOwnRule({ matchedBy }: ApiError, status: number): boolean {
  return matchedBy.by === 'status' && !kyStatusCodes.includes(status)
}

function jittered(planned: number, jitter: RetryOptions['jitter']): number {
  if (jitter === true) return Math.random() * planned
  if (typeof jitter !== 'function') return planned
  const delay = jitter(planned)
  return Number.isFinite(delay) && delay >= 0 ? delay : planned
}
