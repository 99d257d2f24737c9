import { type ApiError, isApiError } from '@unifault/core'
import { attachApiError, attachedApiError } from '@unifault/core/adapter'
import { isCancelled, judgeFailure } from '@unifault/fetch/adapter'
import { type BeforeErrorHook, isHTTPError, isNetworkError, isTimeoutError } from 'ky'
import { type Call, requestOf } from './call.ts'
import { verdictOf } from './verdict-of.ts'

/** The `beforeError` hook of one call: ky's errors become ApiErrors, or get theirs attached. What is the user's own stays. */
export function finishError(call: Call): BeforeErrorHook {
  return ({ error, request, options }) => {
    if (isApiError(error)) return error
    if (isHTTPError(error) && attachedApiError(error) !== undefined) {
      error.options = options
      return error
    }
    const found = isHTTPError(error) ? verdictOf(error, call) : failureOf(error, request, call)
    if (found === undefined) return error
    if (call.mode !== 'attach') return found
    attachApiError(error, found)
    return error
  }
}

function failureOf(error: Error, request: Request, call: Call): ApiError | undefined {
  const kind = kindOf(error, call.options.signal ?? undefined)
  return kind && judgeFailure({ kind, error }, requestOf(call, request), call.classify, call.perCall)
}

function kindOf(error: Error, signal: AbortSignal | undefined): 'timeout' | 'network' | undefined {
  // ky tells its errors by name, which the DOMException of an AbortSignal.timeout shares: that one is the user's.
  if (isTimeoutError(error)) return error instanceof DOMException ? undefined : 'timeout'
  return isNetworkError(error) && !isCancelled(error, signal) ? 'network' : undefined
}
