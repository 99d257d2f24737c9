import type { Answer } from '../reading/answer.ts'
import type { Reason } from '../taxonomy/reason.ts'
import { statusReason } from '../taxonomy/status-reason.ts'

const remainders = ['ratelimit-remaining', 'x-ratelimit-remaining', 'x-rate-limit-remaining']

/** The reason of an answer by its status and the headers that make the status finer. */
export function reasonOfStatus(answer: Answer): Reason {
  const { status } = answer
  if (status === 401) {
    const error = /\berror="?(\w{1,64})/.exec(answer.header('www-authenticate')?.slice(0, 4096) ?? '')?.[1]
    if (error === 'invalid_token') return 'token-invalid' // RFC 6750 section 3.1
  }
  if (status === 403 || status === 413 || status === 503) {
    if (answer.header('retry-after') !== undefined) return 'throttled'
    // GitHub and others answer 403 when the window is used up
    if (status !== 413 && isUsedUp(answer)) return 'throttled'
  }
  return statusReason(status)
}

function isUsedUp(answer: Answer): boolean {
  return (
    remainders.some((name) => answer.header(name)?.trim() === '0') ||
    /(?:^|[;,])\s*(?:r|remaining)=0(?!\d)/.test(answer.header('ratelimit')?.slice(0, 1024) ?? '')
  )
}
