import { installApiErrors } from '@unifault/axios'
import axios, { type AxiosInstance, type CreateAxiosDefaults, isAxiosError, isCancel } from 'axios'
import axiosRetry from 'axios-retry'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparable, options, outcomeOf, providers, type Run, serveAll } from './untouched.ts'

const reason = new Error('changed my mind')
const waitFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What axios documents, as calls of a fresh instance. */
const behaviours: Record<string, (instance: AxiosInstance, run: Run) => unknown> = {
  'a success': async (instance, { url }) => {
    const { data, status, statusText, headers, config } = await instance.get<unknown>(`${url}status/200`)
    return [data, status, statusText, headers, Object.keys(config)]
  },
  'a failed status': (instance, { url }) => instance.get(`${url}status/404`),
  'a body that tells an error under 200': async (instance, { url }) =>
    (await instance.get<unknown>(`${url}status/200/1`)).data,
  'the order of interceptors': async (instance, { url, log }) => {
    for (const one of ['a', 'b']) {
      instance.interceptors.request.use((config) => (log(`request ${one}`), config))
      instance.interceptors.response.use(
        (response) => (log(`response ${one} ${response.status}`), response),
        (error: unknown) => {
          log(`error ${one} ${isAxiosError(error)}`)
          throw error
        },
      )
    }
    await outcomeOf(() => instance.get(`${url}status/200`))
    return instance.get(`${url}status/500`)
  },
  'an interceptor that answers for an error': async (instance, { url }) => {
    instance.interceptors.response.use(undefined, () => 'instead')
    return instance.get(`${url}status/500`)
  },
  'an interceptor that makes data of a response': async (instance, { url }) => {
    instance.interceptors.response.use((response) => response.data as never)
    return instance.get(`${url}status/200`)
  },
  'a request interceptor that throws': (instance, { url }) => {
    instance.interceptors.request.use(() => {
      throw reason
    })
    return instance.get(`${url}status/200`)
  },
  'an interceptor that is ejected': async (instance, { url, log }) => {
    const id = instance.interceptors.response.use((response) => (log('never'), response))
    instance.interceptors.response.eject(id)
    return (await instance.get<unknown>(`${url}status/200`)).data
  },
  'transforms of request and response': async (instance, { url, log }) => {
    const transformRequest = (data: unknown): string => (log('request'), `[${JSON.stringify(data)}]`)
    const transformResponse = (data: unknown): unknown => (log('response'), [data])
    return (await instance.post<unknown>(`${url}echo`, { a: 1 }, { transformRequest, transformResponse })).data
  },
  'a transform that throws': (instance, { url }) =>
    instance.get(`${url}status/200`, {
      transformResponse() {
        throw reason
      },
    }),
  'validateStatus null': async (instance, { url }) =>
    (await instance.get<unknown>(`${url}status/500`, { validateStatus: null })).data,
  'validateStatus of one status': (instance, { url }) =>
    instance.get(`${url}status/200`, { validateStatus: (status) => status === 404 }),
  'a time-out': (instance, { url }) => instance.get(`${url}hang`, { timeout: 30 }),
  'a time-out in the body': (instance, { url }) => instance.get(`${url}slow`, { timeout: 60 }),
  'a time-out with words and a code of its own': (instance, { url }) =>
    instance.get(`${url}hang`, {
      timeout: 30,
      timeoutErrorMessage: 'late',
      transitional: { clarifyTimeoutError: true },
    }),
  'an abort': async (instance, { url }) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(reason), 20)
    try {
      return await instance.get(`${url}hang`, { signal: controller.signal })
    } catch (error) {
      return [isCancel(error), (error as Error).name, (error as Error).message, (error as Error).cause === reason]
    }
  },
  'an abort beforehand': (instance, { url }) => instance.get(`${url}hang`, { signal: AbortSignal.abort(reason) }),
  'a signal that times out': (instance, { url }) => instance.get(`${url}hang`, { signal: AbortSignal.timeout(20) }),
  'a cancel token': (instance, { url }) => {
    const { token, cancel } = axios.CancelToken.source()
    setTimeout(() => cancel('enough'), 20)
    return instance.get(`${url}hang`, { cancelToken: token })
  },
  'an arraybuffer': async (instance, { url }) => {
    const { data } = await instance.get<ArrayBuffer>(`${url}bytes`, { responseType: 'arraybuffer' })
    return [Object.prototype.toString.call(data), data.byteLength]
  },
  'a stream': async (instance, { url }) => {
    const { data } = await instance.get<AsyncIterable<Uint8Array>>(`${url}bytes`, { responseType: 'stream' })
    let size = 0
    for await (const piece of data) size += piece.byteLength
    return size
  },
  'a stream of a failed status': async (instance, { url }) => {
    const error: unknown = await instance
      .get(`${url}status/500`, { responseType: 'stream' })
      .catch((one: unknown) => one)
    return isAxiosError(error) && typeof error.response?.data
  },
  text: async (instance, { url }) => (await instance.get<unknown>(`${url}status/200`, { responseType: 'text' })).data,
  'progress of a download': async (instance, { url }) => {
    let loaded = 0
    await instance.get(`${url}bytes`, {
      responseType: 'arraybuffer',
      onDownloadProgress: (event) => void (loaded = event.loaded),
    })
    await waitFor(5)
    return loaded
  },
  'progress of an upload': async (instance, { url }) => {
    let loaded = 0
    await instance.post(`${url}echo`, 'x'.repeat(200_000), {
      onUploadProgress: (event) => void (loaded = event.loaded),
    })
    return loaded
  },
  'JSON that does not parse': async (instance, { url }) => (await instance.get<unknown>(`${url}bad-json`)).data,
  'JSON that must parse': (instance, { url }) =>
    instance.get(`${url}bad-json`, { responseType: 'json', transitional: { silentJSONParsing: false } }),
  'a page under 502': (instance, { url }) => instance.get(`${url}page`),
  'an answer without a body': async (instance, { url }) => (await instance.get<unknown>(`${url}empty`)).data,
  'a HEAD request': async (instance, { url }) => (await instance.head(`${url}status/200`)).status,
  'a redirect': async (instance, { url }) => (await instance.get<unknown>(`${url}moved`)).data,
  'a body that is too large': (instance, { url }) => instance.get(`${url}bytes`, { maxContentLength: 100 }),
  'a connection that is reset': (instance, { url }) => instance.get(`${url}reset`),
  'a body that is cut': (instance, { url }) => instance.get(`${url}cut`),
  'a server that is not there': (instance) => instance.get('http://127.0.0.1:1/'),
  'a URL that is none': (instance) => instance.get('http://['),
  'params, base URL and headers': async (instance, { url }) => {
    const { config } = await instance.get('status/200', {
      baseURL: url,
      params: { a: [1, 2], b: 'x y' },
      headers: { 'x-a': '1' },
    })
    return [config.url, config.params, config.headers['x-a']]
  },
  'a plug-in that repeats': async (instance, { url, log }) => {
    axiosRetry(instance, { retries: 3, onRetry: (count, error) => log(`retry ${count} ${error.code}`) })
    return (await instance.get<unknown>(`${url}status/503/2`)).data
  },
  'a plug-in that repeats in vain': (instance, { url, log }) => {
    axiosRetry(instance, { retries: 2, onRetry: (count) => log(`retry ${count}`) })
    return instance.get(`${url}status/500`)
  },
  'eight calls at once': (instance, { url }) =>
    Promise.all(
      [200, 404, 500, 200, 401, 403, 200, 429].map((status) =>
        outcomeOf(async () => {
          // The server counts the hits of each: they come in any order.
          const headers = { 'x-run': crypto.randomUUID() }
          return (await instance.get<unknown>(`${url}status/${status}`, { headers })).data
        }),
      ),
    ),
}

let server: Awaited<ReturnType<typeof serveAll>>
beforeAll(async () => {
  server = await serveAll()
})
afterAll(() => server.close())

async function traceOf(
  behave: (instance: AxiosInstance, run: Run) => unknown,
  config: CreateAxiosDefaults,
  isWrapped: boolean,
) {
  const instance = axios.create({ ...config, headers: { 'x-run': crypto.randomUUID() } })
  if (isWrapped) installApiErrors(instance, providers, options)
  const events: string[] = []
  const outcome = await outcomeOf(() => behave(instance, { url: server.url, log: (event) => events.push(event) }))
  return comparable({ outcome, events, defaults: Object.keys(instance.defaults) })
}

describe.each(['http', 'fetch'] as const)('an axios instance over %s that judges other hosts', (adapter) => {
  test.each(Object.entries(behaviours))('behaves as a bare one: %s', async (_name, behave) => {
    const [bare, wrapped] = await Promise.all([traceOf(behave, { adapter }, false), traceOf(behave, { adapter }, true)])
    expect(wrapped).toEqual(bare)
  })
})
