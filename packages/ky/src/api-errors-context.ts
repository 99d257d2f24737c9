import type { ApiErrorsOption } from '@unifault/core/adapter'

/**
 * What one call may say of us in ky's `context`, for which ky itself has no closer type.
 *
 * @example
 * const context = { apiErrors: { pass: ['authorization-pending'] } } satisfies ApiErrorsContext
 * await api.get('qrcode/poll', { context })
 */
// An alias, not an interface: only aliases fit ky's Record<string, unknown>.
export type ApiErrorsContext = {
  /** `false` switches us off for the call, `pass` stands instead of the instance's. */
  readonly apiErrors?: ApiErrorsOption
}
