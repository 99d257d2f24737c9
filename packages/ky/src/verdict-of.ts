import { type ApiError, originOf } from '@unifault/core'
import { setOrigin } from '@unifault/core/adapter'
import { isResponse, judgeResponse } from '@unifault/fetch/adapter'
import type { HTTPError } from 'ky'
import { type Call, requestOf } from './call.ts'
import { examined } from './examined.ts'

/** The ApiError of an answer that ky itself refused; undefined when it is passed or nobody judges its host. */
export function verdictOf(error: HTTPError, call: Call): ApiError | undefined {
  const { response, request, data } = error
  if (!isResponse(response)) return undefined // another library's error of the same name, from a hook
  let verdict = examined.get(response)
  if (verdict === undefined && !examined.has(response)) {
    // From a hook, or in mode parseJson: ky has read the body.
    verdict = judgeResponse(response, data, requestOf(call, request), call.classify, call.perCall, error)
    examined.set(response, verdict)
  }
  if (verdict !== undefined) setOrigin(verdict, { ...originOf(verdict), error })
  return verdict
}
