import { type ApiError, createClassifier, type Provider } from '@unifault/core'
import { attachApiError, type Recoverer } from '@unifault/core/adapter'
import axios, { type AxiosError, type AxiosResponse } from 'axios'
import ky from 'ky'
import { recoverAxios } from '../../packages/axios/src/recover.ts'
import { recoverFetch } from '../../packages/fetch/src/recover.ts'
import { pendingApiError, recoveringFetch } from '../../packages/ky/src/recover.ts'

/** What the tests ask of a client. */
interface CallOptions {
  readonly method?: string
  readonly body?: BodyInit
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
  readonly timeout?: number
}

/** Sends a request; gives the body as text, or rejects with what a user of the client gets. */
export type Call = (url: string, options?: CallOptions) => Promise<string>

type Judge = (
  url: string,
  method: string,
  response: { status: number; headers: unknown },
  body: unknown,
) => ApiError | undefined

/** The three clients, each bound to a recoverer, with as little around as possible. */
export function clientsOf(recovery: Recoverer, provider: Provider): Record<'axios' | 'fetch' | 'ky', Call> {
  const classify = createClassifier(provider)
  const judge: Judge = (url, method, { status, headers }, body) => classify({ url, method, status, headers, body })
  const failure = (error: unknown, url: string, method: string): ApiError | undefined =>
    (error as { name?: string }).name === 'AbortError'
      ? undefined
      : classify.failure({ kind: 'network', error }, { url, method })
  const common = { provider: provider.id, idempotencyHeader: provider.idempotencyHeader }
  return {
    axios: axiosCall(recovery, judge, failure, common),
    fetch: fetchCall(recovery, judge, failure, common),
    ky: kyCall(recovery, judge, failure, common),
  }
}

type Failure = (error: unknown, url: string, method: string) => ApiError | undefined
type Common = { readonly provider: string; readonly idempotencyHeader: string | undefined }

function axiosCall(recovery: Recoverer, judge: Judge, failure: Failure, common: Common): Call {
  const instance = axios.create()
  const judged = (response: AxiosResponse<unknown>): ApiError | undefined =>
    judge(instance.getUri(response.config), response.config.method ?? 'get', response, response.data)
  const found = (error: AxiosError): ApiError | undefined => {
    if (error.code === 'ERR_CANCELED') return undefined
    return error.response
      ? judged(error.response)
      : failure(error, instance.getUri(error.config), error.config?.method ?? '')
  }
  instance.interceptors.request.use((config) => {
    recoverAxios(config, {
      ...common,
      instance,
      recovery,
      judge: (settled) => ('response' in settled ? judged(settled.response) : found(settled.error as AxiosError)),
    })
    return config
  })
  instance.interceptors.response.use(
    (response) => {
      const error = judged(response)
      if (error) throw error
      return response
    },
    (error: AxiosError) => {
      throw found(error) ?? error
    },
  )
  return async (url, { method = 'GET', body, headers, signal, timeout } = {}) => {
    const response = await instance.request<unknown>({
      url,
      method,
      data: body,
      ...(headers && { headers }),
      ...(signal && { signal }),
      ...(timeout !== undefined && { timeout }),
    })
    return typeof response.data === 'string' ? response.data : JSON.stringify(response.data)
  }
}

/** Fetches once; throws the ApiError. */
async function examined(input: string | URL | Request, init: RequestInit | undefined, judge: Judge): Promise<Response> {
  const response = await fetch(input, init)
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
  const error = judge(response.url, method, response, await response.clone().text())
  if (error) throw Object.assign(error, { from: response })
  return response
}

function fetchCall(recovery: Recoverer, judge: Judge, failure: Failure, common: Common): Call {
  return async (url, options) => {
    const init = { ...options }
    const response = await recoverFetch(recovery, {
      ...common,
      input: url,
      init,
      async send(input, init) {
        try {
          return await examined(input, init, judge)
        } catch (error) {
          const found = error instanceof TypeError ? failure(error, url, init?.method ?? 'GET') : undefined
          throw found ?? error
        }
      },
    })
    return response.text()
  }
}

function kyCall(recovery: Recoverer, judge: Judge, failure: Failure, common: Common): Call {
  const instance = ky.extend({
    retry: 0,
    hooks: {
      init: [
        (options) => {
          const { timeout } = options
          options.fetch = recoveringFetch(recovery, {
            ...common,
            call: options,
            timeout,
            async examine(input, init) {
              try {
                return await examined(input, init, judge)
              } catch (error) {
                const { from } = error as { from?: Response }
                if (from === undefined || from.ok) throw error
                attachApiError(from, error as ApiError)
                return from
              }
            },
            failure: (error, input) => failure(error, (input as Request).url, (input as Request).method),
          })
          options.hooks = {
            ...options.hooks,
            beforeError: [({ error }) => (error.name === 'TimeoutError' && pendingApiError(options)) || error],
          }
        },
      ],
    },
  })
  return async (url, options) => {
    try {
      return await instance(url, options).text()
    } catch (error) {
      const { response, cause } = error as { response?: Response; cause?: unknown }
      const { apiErrorOf } = await import('@unifault/core')
      throw apiErrorOf(response) ?? apiErrorOf(cause) ?? error
    }
  }
}
