import type { PerCall } from '@unifault/core'
import { passByStatus } from '@unifault/core/adapter'
import type { Call } from './call.ts'

/** What holds for an answer whose status `throwHttpErrors` accepted. */
export function acceptedCall({ pass, perCall }: Call): PerCall {
  return { ...perCall, pass: passByStatus(perCall.pass ?? pass) }
}
