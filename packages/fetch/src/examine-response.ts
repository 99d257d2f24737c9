import type { ApiError, Classifier, PerCall } from '@unifault/core'
import type { FetchRequest } from './fetch-request.ts'
import { isCancelled } from './is-cancelled.ts'
import { peekBody } from './peek-body.ts'

/**
 * The error in a response, by a bounded look at a clone of its body; the response itself stays unread.
 *
 * @returns undefined for a success, a passed error, redirects and opaque answers, or when the user cancelled meanwhile
 */
export async function examineResponse(
  response: Response,
  request: FetchRequest,
  classify: Classifier,
  perCall: PerCall,
): Promise<ApiError | undefined> {
  const { status, type } = response
  if (
    type === 'opaque' ||
    type === 'opaqueredirect' ||
    type === 'error' ||
    status < 200 ||
    (status >= 300 && status < 400)
  )
    return undefined
  const origin = { error: undefined, response, headers: response.headers }
  const sent = { method: request.method, requestHeaders: request.headers, requestBody: request.body }
  let body: Uint8Array | undefined
  try {
    body = await peekBody(response)
  } catch (error) {
    // Cut or undecodable on the way; after the user's own abort the response goes on and tells so itself.
    if (isCancelled(error, request.signal)) return undefined
    const failure = { kind: 'network', sent: true, error } as const
    return classify.failure(failure, { url: request.url, ...sent }, { ...perCall, origin: { ...origin, error, body } })
  }
  const url = response.url === '' ? request.url : response.url
  const error = classify(
    { url, requestUrl: request.url, status, headers: response.headers, body, ...sent },
    { ...perCall, origin: { ...origin, body } },
  )
  // Nobody will read what was not read whole: free the connection. What was read whole stays readable through `originOf`.
  if (
    error !== undefined &&
    body === undefined &&
    response.body !== null &&
    !response.bodyUsed &&
    !response.body.locked
  )
    response.body.cancel().catch(() => undefined)
  return error
}
