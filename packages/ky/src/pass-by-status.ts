import type { ApiError, PerCall } from '@unifault/core'
import type { Call } from './call.ts'

/** For a status that `throwHttpErrors` accepted: only a code, a protocol or a message makes the answer an error. */
export function passByStatus({ pass: general, perCall }: Call): PerCall {
  const pass = perCall.pass ?? general
  return {
    ...perCall,
    pass: (error: ApiError) =>
      error.matchedBy.by === 'status' ||
      (typeof pass === 'function' ? pass(error) : pass?.includes(error.reason) === true),
  }
}
