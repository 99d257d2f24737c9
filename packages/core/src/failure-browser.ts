// A request that got no answer, in a browser: no system's code tells why, only what the adapter knows.
import { own } from './answer.ts'
import type { Failure, TransportFailure } from './failure.ts'

/** Words of a time-out where the code is that of every failure: axios, React Native, node-fetch, and mini programs, which have no error at all. */
export const timedOut: RegExp = /^(?:timeout of \d|network (?:request timed out|timeout at)|request:fail timeout)/i

/** Reads what a browser says of a failure; `failure.ts` does so everywhere else. */
export function readFailure({ kind, sent, error }: TransportFailure): Failure {
  const code = own(error, 'code')
  const message = own(error, 'message') ?? own(error, 'errMsg')
  const isLate = kind === 'timeout' || (typeof message === 'string' && timedOut.test(message))
  return {
    reason: isLate ? 'timeout' : 'network',
    retry: !isLate && sent === false ? 'after-wait' : 'if-idempotent',
    code: typeof code === 'string' && /^[A-Za-z][\w-]{2,63}$/.test(code) ? code : undefined,
  }
}

/** Whether a code is of a failure on the way: no body of the caller's fails with one in a browser. */
export function isTransportCode(_code: string): boolean {
  return true
}
