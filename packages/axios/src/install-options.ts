import type { ClassifierOptions } from '@unifault/core'

/** What `installApiErrors` takes beside the providers. */
export interface InstallOptions extends ClassifierOptions {
  /**
   * `'replace'` (the default): calls reject with an ApiError. `'attach'`, for moving over step by step: they reject with an AxiosError
   * as before, and `apiErrorOf(error)` gives the ApiError. Such errors are axios' own: they show the request and its credentials.
   */
  readonly mode?: 'replace' | 'attach'
}
