// The call's option for CommonJS users: axios declares its types twice, and this file adds to the second of them.
import type { PerCall } from '@unifault/core' with { 'resolution-mode': 'import' }
import type { AxiosRequestConfig } from 'axios'

declare module 'axios' {
  export interface AxiosRequestConfig {
    /** What this call says of unifault; `false` switches it off. */
    apiErrors?: PerCall | undefined
  }
}

/** What a call's config may say of unifault. */
export type ApiErrorsConfig = Pick<AxiosRequestConfig, 'apiErrors'>
