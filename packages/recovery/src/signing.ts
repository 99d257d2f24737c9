import { originOf } from '@unifault/core'
import { checkKind, type Outgoing, readHeader } from '@unifault/core/adapter'
import { BoundedMap } from './bounded.ts'
import type { Part } from './part.ts'

/** What a signer is told. */
export interface SigningContext {
  /** The server's clock less ours, in milliseconds: 0 until a server has complained. Add it to `Date.now()`. */
  readonly offsetMs: number
}

/** The part of a recoverer that signs. */
export interface Signing extends Part {}

/**
 * Signs every sending, after the credential was applied. When a server says that our clock is wrong, the difference to its `Date`
 * header is offered to the signer, and the request is signed and sent once more; later requests are signed with it at once.
 *
 * @throws TypeError when `sign` is no function
 * @example
 * signing(async (request, { offsetMs }) => {
 *   const timestamp = String(Date.now() + offsetMs)
 *   request.headers.set('x-timestamp', timestamp)
 *   request.headers.set('x-signature', await hmac(`${request.method}${request.url}${timestamp}`))
 * })
 */
export function signing(sign: (request: Outgoing, context: SigningContext) => void | Promise<void>): Signing {
  checkKind('function', sign, 'sign')
  /** By place: each has its own clock. */
  const offsets = new BoundedMap<number>()
  const part: Part = {
    async before(trip) {
      trip.offsetMs = offsets.get(trip.place) ?? 0
      if (trip.outgoing) await sign(trip.outgoing, { offsetMs: trip.offsetMs })
    },
    after(trip, error) {
      if (error.reason !== 'clock-skew' || error.retry !== 'after-recovery' || trip.done.includes(part)) return false
      const date = Date.parse(readHeader(originOf(error).headers, 'date') ?? '')
      if (Number.isNaN(date)) return false
      trip.done.push(part)
      offsets.set(trip.place, date - Date.now())
      if (!trip.call.canRepeat()) {
        trip.because = 'body'
        return false
      }
      trip.report(error, { repeat: true, delayMs: 0, because: 're-signed' })
      return true
    },
  }
  return part
}
