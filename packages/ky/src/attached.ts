import type { ApiError } from '@unifault/core'

/** The ApiErrors behind errors that are ky's and have no response of a failed status. */
export const attached: WeakMap<object, ApiError> = new WeakMap()
