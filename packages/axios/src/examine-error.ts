import type { ApiError } from '@unifault/core'
import type { AxiosResponse } from 'axios'
import { readApiErrors } from './api-errors-option.ts'
import { axiosApiErrorPrototype as prototype } from './axios-api-error-prototype.ts'
import { AxiosAnswer } from './axios-answer.ts'
import type { ExaminedClient } from './examined-client.ts'
import { failureOf } from './failure-of.ts'
import { isAxiosError } from './is-axios-error.ts'
import { isAxiosResponse } from './is-axios-response.ts'
import { requestBody } from './request-body.ts'
import { requestHeaders } from './request-headers.ts'
import { requestUrl } from './request-url.ts'

/**
 * The ApiError that an error of axios stands for: of an answer that `validateStatus` refused, or of a request without a whole answer.
 *
 * @returns undefined when the error is to stay: cancelled by the user, the user's own limit or mistake, not of axios, passed, or switched off
 * @throws TypeError when the call's `apiErrors` is malformed
 */
export function examineError(error: unknown, { instance, classify }: ExaminedClient): ApiError | undefined {
  // The user's own signal, `AbortSignal.timeout` included, or cancel token.
  if (!isAxiosError(error) || error.code === 'ERR_CANCELED') return undefined
  const response = isAxiosResponse(error.response) ? error.response : undefined
  const config = error.config ?? response?.config
  const perCall = readApiErrors(config)
  if (perCall === undefined) return undefined
  // `silentJSONParsing: false` says that JSON is due, whatever the media type; the data is still the raw text.
  const isBadJson = error.name === 'SyntaxError' && typeof response?.data === 'string'
  const failure = isBadJson || (response && response.status >= 400) ? undefined : failureOf(error)
  if (failure === undefined) {
    if (response === undefined) return undefined
    const answer = isBadJson
      ? new AxiosAnswer(instance, response, response.data, asJson(response))
      : new AxiosAnswer(instance, response)
    const origin = { error, response, headers: response.headers, body: answer.body }
    return classify(answer, { ...perCall, origin, prototype })
  }
  const origin = { error, response, headers: response?.headers, body: undefined }
  const request = {
    url: config && requestUrl(instance, config),
    method: config?.method ?? 'get',
    requestHeaders: config && requestHeaders(config),
    requestBody: config && requestBody(config),
  }
  return classify.failure(failure, request, { ...perCall, origin, prototype })
}

function asJson({ headers }: AxiosResponse): object {
  return Object.assign({}, headers, { 'content-type': 'application/json' })
}
