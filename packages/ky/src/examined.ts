import type { ApiError } from '@unifault/core'

/** What was found in responses that ky makes HTTPErrors of; undefined where nothing was, or it is passed. */
export const examined: WeakMap<Response, ApiError | undefined> = new WeakMap()
