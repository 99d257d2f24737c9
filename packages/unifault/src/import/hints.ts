// What a publisher says of a code's kind beside its text. The importers of the catalog share it.
import { categoryOf, type Outcome, reasons } from '@unifault/core'

/** What the publisher itself says of a code's kind, beside the text: a status, a trait, a class, a family. */
export interface Hint {
  /** The reason that it names; undefined where it only excludes others. */
  readonly reason?: Outcome
  /** The reasons that the text may make of it without contradicting the publisher. */
  readonly admits?: ReadonlySet<Outcome>
  /** The publisher's word stands alone, where the text says nothing clear. */
  readonly strong?: boolean
}

const ofCategory = (category: string): Outcome[] =>
  reasons.filter((reason) => reason !== 'unknown' && categoryOf(reason) === category)

export const param: readonly Outcome[] = ofCategory('param')
export const auth: readonly Outcome[] = ofCategory('auth')
export const rate: readonly Outcome[] = ofCategory('rate-limit')
export const server: readonly Outcome[] = ofCategory('server')
const without = (list: readonly Outcome[], ...some: Outcome[]): Outcome[] => list.filter((one) => !some.includes(one))

/** A publisher's word for a kind: its reason, what else the text may make of it, whether it stands alone. */
export function hint(reason: Outcome | undefined, admits: readonly Outcome[] = [], strong = true): Hint {
  return {
    ...(reason !== undefined && { reason }),
    admits: new Set(reason === undefined ? admits : [reason, ...admits]),
    strong,
  }
}

/** The HTTP status beside a code: what it names, and what it leaves room for. */
export function hintOfStatus(status: number): Hint | undefined {
  switch (status) {
    case 400:
    case 422:
      return hint('invalid-parameter', without(param, 'payment-declined'), false)
    case 401:
      return hint('unauthenticated', auth, false)
    case 402:
      return hint(undefined, ['payment-required', 'payment-declined'])
    case 403:
      return hint('permission-denied', [...auth, 'payment-required', 'quota-exhausted'], false)
    case 404:
    case 410:
      return hint('not-found', ['unsupported'])
    case 405:
    case 406:
    case 415:
    case 501:
      return hint('unsupported')
    case 408:
    case 504:
      return hint('timeout')
    case 409:
    case 412:
    case 428:
      return hint('precondition-failed', ['already-exists', 'in-progress'], false)
    case 411:
      return hint('missing-parameter')
    case 413:
    case 414:
    case 416:
    case 431:
      return hint('out-of-range')
    case 423:
      return hint('in-progress', ['precondition-failed'], false)
    case 429:
      return hint('throttled', ['quota-exhausted', 'abuse-blocked'])
    case 500:
      return hint('internal', ['timeout', 'unavailable'], false)
    case 502:
    case 503:
      return hint('unavailable', ['internal', 'timeout'], false)
    default:
      return undefined
  }
}

/** An entry's hint, where there is one. */
export const hinted = (given: Hint | undefined): { hint?: Hint } => (given === undefined ? {} : { hint: given })
