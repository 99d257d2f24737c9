import type { ApiError, Classifier, Origin, PerCall } from '@unifault/core'
import { decodeText } from '@unifault/core/adapter'
import type { FetchRequest } from './fetch-request.ts'

/**
 * The error in a response whose body is at hand.
 *
 * @param body bytes, text or a parsed value; undefined lets status and headers decide
 * @param error the client's own error about this response, where it has one: `originOf` gives it
 * @returns undefined for a success, a passed error, redirects and opaque answers
 */
export function judgeResponse(
  response: Response,
  body: unknown,
  request: FetchRequest,
  classify: Classifier,
  perCall: PerCall,
  error?: unknown,
): ApiError | undefined {
  const { status, type, headers } = response
  if (type === 'opaque' || type === 'opaqueredirect' || type === 'error') return undefined
  if (status < 200 || (status >= 300 && status < 400)) return undefined
  const origin: Origin = {
    error,
    response,
    headers,
    get body() {
      return body instanceof Uint8Array ? decodeText(body, headers.get('content-type') ?? undefined, []) : body
    },
  }
  return classify(
    {
      url: response.url === '' ? request.url : response.url,
      requestUrl: request.url,
      method: request.method,
      status,
      headers,
      body,
      requestHeaders: request.headers,
      requestBody: request.body,
    },
    { ...perCall, origin },
  )
}
