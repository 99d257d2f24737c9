import { installApiErrors } from '@unifault/axios'
import type { Provider } from '@unifault/core'
import type { Recoverer } from '@unifault/core/adapter'
import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import axios from 'axios'
import ky from 'ky'

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

/** The three clients, each with the option `recovery`. */
export function clientsOf(recovery: Recoverer, provider: Provider): Record<'axios' | 'fetch' | 'ky', Call> {
  const instance = axios.create()
  installApiErrors(instance, provider, { recovery })
  const apiFetch = wrapFetch(fetch, provider, { recovery })
  const api = wrapKy(ky, provider, { recovery })
  return {
    async axios(url, { method = 'GET', body, headers, signal, timeout } = {}) {
      const { data } = await instance.request<unknown>({
        url,
        method,
        data: body,
        ...(headers && { headers }),
        ...(signal && { signal }),
        ...(timeout !== undefined && { timeout }),
      })
      return typeof data === 'string' ? data : JSON.stringify(data)
    },
    fetch: async (url, options) => (await apiFetch(url, options)).text(),
    ky: (url, options) => api(url, options).text(),
  }
}
