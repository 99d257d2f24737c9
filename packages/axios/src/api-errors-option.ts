import type { Pass, PerCall } from '@unifault/core'
import { checkPass, invalidOption } from '@unifault/core/adapter'

/** What one call says of us: `false` switches us off for it, `pass` stands instead of the instance's. */
export type ApiErrorsOption = false | { readonly pass?: Pass }

declare module 'axios' {
  // The type parameters must be those of axios; the defaults keep releases in reach that have only the first.
  // oxlint-disable-next-line typescript/no-explicit-any, no-unused-vars
  export interface AxiosRequestConfig<D = any, P = any> {
    /** `false`: no ApiError for this call. `{ pass }`: which errors go on untouched, instead of the instance's `pass`. */
    apiErrors?: ApiErrorsOption
  }
}

/**
 * One call's option, checked.
 *
 * @returns undefined when the call switches us off
 * @throws TypeError that names the option, when it is malformed
 */
export function readApiErrors(config: object | undefined): Pick<PerCall, 'pass'> | undefined {
  const value: unknown = config && Object.getOwnPropertyDescriptor(config, 'apiErrors')?.value
  if (value === undefined) return {}
  if (value === false) return undefined
  if (typeof value !== 'object' || value === null) throw invalidOption('apiErrors', 'false or an object', value)
  const { pass } = value as { pass?: Pass }
  checkPass('apiErrors.pass', pass)
  return { pass }
}
