import { examineResponse, isResponse, releaseBody } from '@unifault/fetch/adapter'
import type { Options } from 'ky'
import { acceptsStatus } from './accepts-status.ts'
import { bodyHttpError } from './body-http-error.ts'
import { type Call, requestOf } from './call.ts'
import { examined } from './examined.ts'
import { acceptedCall } from './accepted-call.ts'

/**
 * ky's fetch, which throws when a body tells an error. A failed status is left to ky, with the verdict stashed: ky's HTTPError
 * has no text of a body that it could not parse.
 */
export function examiningFetch(call: Call): NonNullable<Options['fetch']> {
  const { classify, options, perCall } = call
  // Looked up at each call, so that what replaces the global fetch later is used.
  const inner = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
  return async (input, init) => {
    const response = await inner(input, init)
    if (!isResponse(response)) return response
    const request = requestOf(call, input, init)
    const isAccepted = acceptsStatus(call, response)
    const error = await examineResponse(response, request, classify, isAccepted ? acceptedCall(call) : perCall)
    if (!response.ok && !isAccepted) examined.set(response, error)
    else if (error !== undefined) {
      releaseBody(response, error)
      if (call.mode !== 'attach') throw error
      const asked = input instanceof Request ? input : new Request(input, init)
      throw await bodyHttpError(error, response, asked, options)
    }
    return response
  }
}
