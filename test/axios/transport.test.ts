import type { RequestListener } from 'node:http'
import { createServer } from 'node:net'
import { installApiErrors } from '@unifault/axios'
import { defineProvider, originOf } from '@unifault/core'
import axios, { type AxiosInstance, type AxiosRequestConfig, create, isAxiosError, isCancel } from 'axios'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adapters } from './adapters.ts'
import { apiErrorFrom } from './api-error-from.ts'
import { type Loopback, startLoopback } from './loopback.ts'
import { rejectionOf } from './rejection-of.ts'

const gate = defineProvider({
  id: 'gate',
  dialects: [{ code: 'code', message: 'message', success: [0], codes: { 7: 'throttled' } }],
})

const json = { 'content-type': 'application/json' }
const routes: Record<string, RequestListener> = {
  '/fine': (_, response) => response.writeHead(200, json).end('{"code":0}'),
  '/hang': () => undefined,
  '/reset': (request) => request.socket.destroy(),
  '/cut': (_, response) => {
    response.writeHead(200, { ...json, 'content-length': 100 }).write('{"code":7')
    setImmediate(() => response.destroy())
  },
  '/cut-503': (_, response) => {
    response.writeHead(503, { ...json, 'content-length': 100 }).write('{"code":7')
    setImmediate(() => response.destroy())
  },
  '/stall': (_, response) => void response.writeHead(200, json).write('{"code":7'),
  '/not-gzip': (_, response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end('{"code":7}'),
  '/chunked': (_, response) => {
    response.writeHead(200, json).write('{"code":')
    setImmediate(() => response.end('7}'))
  },
  '/moved': (_, response) => response.writeHead(302, { location: '/chunked?step=2' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
}

let server: Loopback
let closed: string

beforeAll(async () => {
  server = await startLoopback((request, response) => {
    routes[(request.url ?? '').split('?')[0] ?? '']?.(request, response)
  })
  // A port that was free a moment ago.
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  closed = `http://127.0.0.1:${(probe.address() as { port: number }).port}/`
  await new Promise((resolve) => probe.close(resolve))
})
afterAll(() => server.close())

describe.each(adapters)('with the %s adapter', (adapter) => {
  const instance: AxiosInstance = create({ adapter })
  installApiErrors(instance, gate)

  function ask(path: string, config?: AxiosRequestConfig): Promise<unknown> {
    return instance.get(server.url + path, config)
  }

  it('calls a refused connection network, and free to be tried again: it never left', async () => {
    const error = await apiErrorFrom(instance.post(closed, { a: 1 }))
    expect(error).toMatchObject({
      category: 'server',
      reason: 'network',
      code: 'ECONNREFUSED',
      retry: 'after-wait',
      isRetryable: true,
      status: undefined,
      matchedBy: { by: 'transport' },
      request: { method: 'POST', url: closed },
    })
    expect(isAxiosError(originOf(error).error)).toBe(true)
  })

  it('calls a reset network, which a POST is not tried again after', async () => {
    await expect(apiErrorFrom(ask('/reset'))).resolves.toMatchObject({
      reason: 'network',
      retry: 'if-idempotent',
      isRetryable: true,
    })
    const posted = apiErrorFrom(instance.post(`${server.url}/reset`, {}))
    await expect(posted).resolves.toMatchObject({ reason: 'network', isRetryable: false })
  })

  it('calls a body that broke off or does not unpack network', async () => {
    for (const path of ['/cut', '/not-gzip'])
      await expect(apiErrorFrom(ask(path))).resolves.toMatchObject({
        reason: 'network',
        status: undefined,
        retry: 'if-idempotent',
      })
  })

  it('calls the time-out of the config timeout, before the answer and within its body', async () => {
    for (const path of ['/hang', '/stall'])
      await expect(apiErrorFrom(ask(path, { timeout: 30 }))).resolves.toMatchObject({
        category: 'server',
        reason: 'timeout',
      })
    const transitional = { clarifyTimeoutError: true }
    await expect(apiErrorFrom(ask('/hang', { timeout: 30, transitional }))).resolves.toMatchObject({
      reason: 'timeout',
      code: 'ETIMEDOUT',
    })
  })

  it('reads an answer that comes in pieces, and one behind a redirect', async () => {
    for (const path of ['/chunked', '/moved'])
      await expect(apiErrorFrom(ask(path))).resolves.toMatchObject({ code: '7', reason: 'throttled', status: 200 })
  })

  it.each<[string, string, AxiosRequestConfig]>([
    ['a body over maxContentLength', '/fine', { maxContentLength: 3 }],
    ['a request over maxBodyLength', '/fine', { method: 'post', data: 'long enough', maxBodyLength: 3 }],
  ])("leaves the user's own limit to axios: %s", async (_, path, config) => {
    const error = await rejectionOf(ask(path, config))
    expect(isAxiosError(error)).toBe(true)
  })

  it.each<[string, AxiosRequestConfig]>([
    ['a URL that is none', { url: 'http://[bad' }],
    ['a method that is none', { method: 'b ad' }],
    [
      'params that cannot be written',
      {
        params: { a: 1 },
        paramsSerializer: {
          serialize: () => {
            throw new Error('mine')
          },
        },
      },
    ],
    ['an option that is unknown', { transitional: { silentJSONParsing: 'yes' } as never }],
  ])("leaves the user's own mistake to axios: %s", async (_, config) => {
    const error = await rejectionOf(instance.request({ url: `${server.url}/fine`, ...config }))
    expect(error).not.toMatchObject({ name: 'ApiError' })
  })

  describe('and a request that the user ended', () => {
    it.each<[string, () => AxiosRequestConfig]>([
      ['before it began', () => ({ signal: AbortSignal.abort() })],
      ['by AbortSignal.timeout', () => ({ signal: AbortSignal.timeout(20) })],
      [
        'by a controller',
        () => {
          const controller = new AbortController()
          setTimeout(() => controller.abort(new Error('mine')), 20)
          return { signal: controller.signal }
        },
      ],
      [
        'by a cancel token',
        () => {
          const source = axios.CancelToken.source()
          setTimeout(() => source.cancel('mine'), 20)
          return { cancelToken: source.token }
        },
      ],
    ])('passes its CanceledError on untouched: %s', async (_, config) => {
      for (const path of ['/hang', '/stall']) {
        const bare = create({ adapter })
        let thrown: unknown
        bare.interceptors.response.use(undefined, (error: unknown) => {
          thrown = error
          throw error
        })
        installApiErrors(bare, gate)
        const error = await rejectionOf(bare.get(server.url + path, config()))
        expect(isCancel(error)).toBe(true)
        expect(error).toBe(thrown)
      }
    })
  })

  it('tells nothing of failures of hosts that nobody judges', async () => {
    const careful = create({ adapter })
    installApiErrors(careful, [], { fallback: false })
    await expect(rejectionOf(careful.get(closed))).resolves.toMatchObject({ isAxiosError: true })
  })
})

describe('with the http adapter alone', () => {
  const instance = create({ adapter: 'http' })
  installApiErrors(instance, gate)

  it('names where a redirect led', async () => {
    const error = await apiErrorFrom(instance.get(`${server.url}/moved`))
    expect(error.request.url).toBe(`${server.url}/chunked`)
  })

  it('knows the status of an answer whose body broke off', async () => {
    await expect(apiErrorFrom(instance.get(`${server.url}/cut-503`))).resolves.toMatchObject({
      reason: 'unavailable',
      status: 503,
    })
  })

  it('leaves redirects without end and unknown encodings to axios', async () => {
    await expect(rejectionOf(instance.get(`${server.url}/loop`))).resolves.toMatchObject({
      code: 'ERR_FR_TOO_MANY_REDIRECTS',
    })
    await expect(rejectionOf(instance.get(`${server.url}/fine`, { responseEncoding: 'gbk' }))).resolves.toMatchObject({
      code: 'ERR_UNKNOWN_ENCODING',
    })
  })
})
