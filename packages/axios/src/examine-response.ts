import type { ApiError } from '@unifault/core'
import { passByStatus } from '@unifault/core/adapter'
import type { AxiosResponse } from 'axios'
import { readApiErrors } from './api-errors-option.ts'
import { axiosApiErrorPrototype as prototype } from './axios-api-error-prototype.ts'
import { AxiosAnswer } from './axios-answer.ts'
import type { ExaminedClient } from './examined-client.ts'
import { isAxiosResponse } from './is-axios-response.ts'

/**
 * The error in an answer that `validateStatus` accepted: by its code, a protocol or its message, never by its status alone.
 * Below 400 that includes data that did not parse, which is evidence of the body.
 *
 * @returns undefined for a success, a passed error, and for what an interceptor before ours made of a response
 * @throws TypeError when the call's `apiErrors` is malformed
 */
export function examineResponse(
  response: AxiosResponse<unknown>,
  { instance, classify, pass }: ExaminedClient,
): ApiError | undefined {
  if (!isAxiosResponse(response)) return undefined
  const perCall = readApiErrors(response.config)
  if (perCall === undefined) return undefined
  const answer = new AxiosAnswer(instance, response)
  const origin = { error: undefined, response, headers: response.headers, body: answer.body }
  const accepted = answer.status < 400 ? perCall.pass : passByStatus(perCall.pass ?? pass)
  return classify(answer, { pass: accepted, origin, prototype })
}
