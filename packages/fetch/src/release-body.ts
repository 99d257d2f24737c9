import { type ApiError, originOf } from '@unifault/core'

/**
 * Frees the connection of an answer that is not handed on because of an error: nobody will read the rest of its body.
 * A body that was looked at whole stays readable through `originOf`.
 */
export function releaseBody(response: Response, error: ApiError): void {
  const { body, bodyUsed } = response
  if (originOf(error).body === undefined && !bodyUsed && body?.locked === false) body.cancel().catch(() => undefined)
}
