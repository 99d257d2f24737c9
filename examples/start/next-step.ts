import type { ApiError } from '@unifault/core'

/** What a program does next. It knows no platform, no status and no code; the compiler knows that no category is missing. */
export function nextStep(error: ApiError): string {
  switch (error.category) {
    case 'auth':
      if (error.retry === 'poll') return 'auth: ask again in a moment'
      return `auth: ${error.recovery}${error.retry === 'after-recovery' ? ', then repeat' : ''}`
    case 'rate-limit':
      if (error.retry !== 'after-wait') return `rate-limit: stop, ${error.recovery}`
      return `rate-limit: wait ${error.retryAfterMs === undefined ? 'and back off' : `${error.retryAfterMs / 1000} s`}`
    case 'param':
      return error.recovery === 'fix-request'
        ? `param: fix ${error.param ?? 'the request'}`
        : `param: ${error.recovery}`
    case 'server':
      return error.isRetryable ? 'server: repeat' : 'server: report, a POST might count twice'
  }
}
