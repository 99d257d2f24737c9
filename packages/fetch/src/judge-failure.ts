import type { ApiError, Classifier, PerCall, TransportFailure } from '@unifault/core'
import type { FetchRequest } from './fetch-request.ts'

/**
 * The error of a request that failed on the way.
 *
 * @param response the answer, when it had begun to come
 * @returns undefined when it is passed, or when nobody judges its host
 */
export function judgeFailure(
  failure: TransportFailure,
  request: FetchRequest,
  classify: Classifier,
  perCall: PerCall,
  response?: Response,
): ApiError | undefined {
  const { url, method, headers, body } = request
  return classify.failure(
    failure,
    { url, method, requestHeaders: headers, requestBody: body },
    { ...perCall, origin: { error: failure.error, response, headers: response?.headers, body: undefined } },
  )
}
