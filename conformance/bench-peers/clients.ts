// A whole call of each client over the same answers, in one process and without a network: what the layer adds to the client.
import { installApiErrors } from '@unifault/axios'
import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import axios, { AxiosError, type AxiosAdapter, type AxiosInstance } from 'axios'
import axiosRetry from 'axios-retry'
import ky from 'ky'
import { createFetch } from 'ofetch'
import { up } from 'up-fetch'
import wretch from 'wretch'
import { type Case, measureAsync, type Table } from './measure.ts'

const url = 'https://api.bilibili.com/x/web-interface/nav'
const headers = { 'content-type': 'application/json; charset=utf-8' }
const answers = {
  success: { status: 200, text: '{"code":0,"message":"0","ttl":1,"data":{"mid":123456789,"name":"nobody"}}' },
  failure: { status: 412, text: '{"code":-412,"message":"请求被拦截","ttl":1}' },
}
type Answer = (typeof answers)['success']

const fetchOf =
  ({ status, text }: Answer): typeof fetch =>
  () =>
    Promise.resolve(new Response(text, { status, headers }))

const adapterOf =
  ({ status, text }: Answer): AxiosAdapter =>
  (config) => {
    const response = { data: text, status, statusText: '', headers, config, request: { responseURL: url } }
    if (status < 400) return Promise.resolve(response)
    return Promise.reject(
      new AxiosError(`status ${status}`, AxiosError.ERR_BAD_REQUEST, config, response.request, response),
    )
  }

const settled = (pending: Promise<unknown>): Promise<unknown> => pending.then(undefined, (error: unknown) => error)

const call = (instance: AxiosInstance) => () => settled(instance.get(url))

function axiosCases(answer: Answer): Case[] {
  const make = (): AxiosInstance => axios.create({ adapter: adapterOf(answer) })
  const installed = make()
  installApiErrors(installed, bilibili)
  const observed = make()
  installApiErrors(observed, bilibili, { mode: 'observe' })
  const retried = make()
  axiosRetry(retried, { retries: 2 })
  return [
    ['axios', call(make()), 'AxiosError by status'],
    ['A/A', call(make()), 'the same again: the noise'],
    ['axios, axios-retry', call(retried), 'AxiosError, repeats by status'],
    ['axios, unifault', call(installed), 'ApiError, also of a body under 200'],
    ['axios, unifault observing', call(observed), 'AxiosError, hooks are told'],
  ]
}

function fetchCases(answer: Answer): Case[] {
  const bare = fetchOf(answer)
  const json = (send: typeof fetch) => () => settled(send(url).then((response) => response.json()))
  const cloning = (): Promise<unknown> =>
    settled(
      bare(url).then(async (response) => {
        await response.clone().json()
        return response.json()
      }),
    )
  const ofetch = createFetch({ fetch: bare, defaults: { retry: 0 } })
  const upfetch = up(bare)
  const plain = ky.create({ fetch: bare, retry: 0 })
  const wrapped = wrapKy(plain, bilibili)
  const asFetch = wretch().fetchPolyfill(bare)
  return [
    ['fetch', json(bare), 'nothing'],
    ['A/A', json(bare), 'the same again: the noise'],
    ['fetch, clone and parse by hand', cloning, 'what one writes oneself'],
    ['ofetch', () => settled(ofetch(url)), 'FetchError by status'],
    ['wretch', () => settled(asFetch.url(url).get().json()), 'WretchError by status'],
    ['up-fetch', () => settled(upfetch(url)), 'ResponseError by status'],
    ['ky', () => settled(plain.get(url).json()), 'HTTPError by status'],
    ['fetch, unifault', json(wrapFetch(bare, bilibili)), 'ApiError, also of a body under 200'],
    ['ky, unifault', () => settled(wrapped.get(url).json()), 'ApiError, also of a body under 200'],
  ]
}

export async function benchClients(): Promise<Table[]> {
  const tables: Table[] = []
  for (const kind of ['success', 'failure'] as const) {
    const words = kind === 'success' ? 'a success of 80 bytes' : 'an HTTP 412 with a code'
    tables.push(await measureAsync(`axios-${kind}`, `axios in one process, ${words}`, axiosCases(answers[kind])))
    tables.push(
      await measureAsync(`fetch-${kind}`, `fetch and its kin in one process, ${words}`, fetchCases(answers[kind])),
    )
  }
  return tables
}
