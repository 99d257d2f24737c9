import type { Agent } from 'node:http'
import { installApiErrors } from '@unifault/axios'
import type { Provider } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import axios from 'axios'
import ky from 'ky'

/** Makes a request and reads the answer; rejects with an ApiError. */
export type Call = (method: string, url: string) => Promise<unknown>

/** The three clients with the middleware installed. One provider judges every URL; a list is asked by host. */
export function createClients(providers: Provider | readonly Provider[], httpAgent: Agent): Record<string, Call> {
  const api = axios.create({ httpAgent, proxy: false })
  installApiErrors(api, providers)
  const apiKy = wrapKy(ky.create({ retry: 0 }), providers)
  const apiFetch = wrapFetch(fetch, providers)
  return {
    axios: async (method, url) => (await api.request<unknown>({ method, url })).data,
    ky: (method, url) => apiKy(url, { method }).text(),
    fetch: async (method, url) => (await apiFetch(url, { method })).text(),
  }
}
