import type { Call } from './call.ts'

/** Whether `throwHttpErrors`, as a function, accepted a failed status. */
export function acceptsStatus({ options: { throwHttpErrors } }: Call, { ok, status }: Response): boolean {
  return !ok && typeof throwHttpErrors === 'function' && !throwHttpErrors(status)
}
