import type { PerCall } from '@unifault/core'
import { type ApiErrorsOption, readApiErrors as read } from '@unifault/core/adapter'

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
export function readApiErrors(config: object | undefined): PerCall | undefined {
  return read(config && Object.getOwnPropertyDescriptor(config, 'apiErrors')?.value)
}
