import type { Pass } from './classifier-options.ts'

/** For a status that the user's client accepted: only a code, a protocol or a message makes the answer an error. */
export function passByStatus(pass: Pass | undefined): Pass {
  return (error) =>
    error.matchedBy.by === 'status' ||
    (typeof pass === 'function' ? pass(error) : pass !== undefined && pass.includes(error.reason))
}
