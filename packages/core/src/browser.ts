// What stands in a browser in the place of what servers need: no system's code tells why a request failed, only what the adapter knows;
// and a production build has no checks. What is wrong was told in development: they weigh 1 kB, 2.5 kB with those of definitions.
import { own } from './answer.ts'
import type { Kinds } from './check.ts'
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

// ── The checks: none ─────────────────────────────────────────────────────────────────────────────────────────────────

export function checkThat(_isFit: boolean, _name: string, _expected: string, _value: unknown): void {}
export function checkClassifierOptions(_options: unknown, _own?: Kinds): void {}
export function checkPerCall(_value: unknown, _name: string): void {}
export function checkProviders(_providers: unknown): void {}
export function checkDefinition(_definition: unknown): void {}
export function checkCodes(_provider: unknown, _codes: unknown): void {}
export function checkPlaces(_provider: unknown, _places: readonly unknown[]): void {}
