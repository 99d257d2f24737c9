import type { Reason } from './reason.ts'

/** HTTP status → reason, when nothing in the answer says more. RFC 9110 section 15 unless another source stands beside the line. */
const table: ReadonlyMap<number, Reason> = new Map<number, Reason>([
  [401, 'unauthenticated'],
  [402, 'payment-required'],
  [403, 'permission-denied'],
  [404, 'not-found'],
  [405, 'unsupported'],
  [406, 'unsupported'],
  [407, 'unauthenticated'],
  [408, 'timeout'],
  [409, 'precondition-failed'],
  [410, 'not-found'],
  [411, 'missing-parameter'],
  [412, 'precondition-failed'],
  [413, 'out-of-range'],
  [414, 'out-of-range'],
  [415, 'unsupported'],
  [416, 'out-of-range'],
  [421, 'network'],
  [423, 'in-progress'], // RFC 4918 section 11.3
  [425, 'in-progress'], // RFC 8470 section 5.2
  [426, 'unsupported'],
  [428, 'precondition-failed'], // RFC 6585 section 3
  [429, 'throttled'], // RFC 6585 section 4
  [431, 'out-of-range'], // RFC 6585 section 5
  [451, 'client-restricted'], // RFC 7725
  [499, 'timeout'], // nginx: the client closed the request
  [501, 'unsupported'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'timeout'],
  [505, 'unsupported'],
  [507, 'quota-exhausted'], // RFC 4918 section 11.5
  [511, 'action-required'], // RFC 6585 section 6
  [520, 'unavailable'], // 520 to 527: Cloudflare could not get a sound answer from the origin
  [521, 'unavailable'],
  [522, 'unavailable'],
  [523, 'unavailable'],
  [524, 'timeout'],
  [525, 'unavailable'],
  [526, 'unavailable'],
  [527, 'unavailable'],
  [529, 'unavailable'], // overloaded (Anthropic, Qualys)
])

/** The reason of a bare HTTP status from 400 on. */
export function statusReason(status: number): Reason {
  return table.get(status) ?? (status < 500 ? 'invalid-parameter' : 'internal')
}
