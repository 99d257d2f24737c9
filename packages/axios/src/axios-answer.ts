import type { RawResponse } from '@unifault/core'
import type { AxiosInstance, AxiosResponse } from 'axios'
import { answerUrl } from './answer-url.ts'
import { readableBody } from './readable-body.ts'
import { requestBody } from './request-body.ts'
import { requestHeaders } from './request-headers.ts'
import { requestUrl } from './request-url.ts'

/** An AxiosResponse as the classifier reads it. What only an error needs is computed when it asks: most answers are none. */
export class AxiosAnswer implements RawResponse {
  readonly url: string | undefined
  readonly method: string
  readonly status: number
  readonly headers: unknown
  readonly body: unknown
  private readonly instance: AxiosInstance
  private readonly response: AxiosResponse<unknown>

  constructor(
    instance: AxiosInstance,
    response: AxiosResponse<unknown>,
    body: unknown = readableBody(response),
    headers: unknown = response.headers,
  ) {
    this.instance = instance
    this.response = response
    this.url = answerUrl(response.request) ?? requestUrl(instance, response.config)
    this.method = response.config.method ?? 'get'
    this.status = response.status
    this.headers = headers
    this.body = body
  }

  /** With the params, whose values may be secrets. */
  get requestUrl(): string | undefined {
    return requestUrl(this.instance, this.response.config)
  }

  get requestHeaders(): unknown {
    return requestHeaders(this.response.config)
  }

  get requestBody(): unknown {
    return requestBody(this.response.config)
  }
}
