import type { ApiError, Classifier, PerCall } from '@unifault/core'
import type { FetchRequest } from './fetch-request.ts'
import { isCancelled } from './is-cancelled.ts'
import { judgeFailure } from './judge-failure.ts'
import { judgeResponse } from './judge-response.ts'
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
  if (response.status >= 300 && response.status < 400) return undefined
  let body: Uint8Array | undefined
  try {
    body = await peekBody(response)
  } catch (error) {
    // Cut or undecodable on the way; after the user's own abort the response goes on and tells so itself.
    if (isCancelled(error, request.signal)) return undefined
    // A failed answer's status is better evidence than its lost body.
    if (response.ok) return judgeFailure({ kind: 'network', sent: true, error }, request, classify, perCall, response)
  }
  return judgeResponse(response, body, request, classify, perCall)
}
