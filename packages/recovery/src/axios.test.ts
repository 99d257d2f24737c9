import type { ApiError } from '@unifault/core'
import type { AxiosCall, Outgoing, Recoverer } from '@unifault/core/adapter'
import { fakeApiError } from '@unifault/core/testing'
import axios, { type AxiosInstance, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios'
import { describe, expect, test } from 'vitest'
import { recoverAxios } from './axios.ts'

type Axios = Outgoing<InternalAxiosRequestConfig>

/** A recoverer that sends twice, and does to each copy what a test says. */
function twice(change: (request: Axios) => void = () => undefined): Pick<Recoverer, 'handle'> & { tries: number } {
  const recoverer = {
    tries: 0,
    async handle<T, N>(
      call: Parameters<Recoverer['handle']>[0] & { send(outgoing: Outgoing<N>, attempt: number): Promise<T> },
    ) {
      for (let attempt = 1; ; attempt++) {
        recoverer.tries++
        const outgoing = call.prepare() as Outgoing<N>
        change(outgoing as unknown as Axios)
        try {
          return await call.send(outgoing, attempt)
        } catch (error) {
          const willRetry = attempt === 1 && call.canRepeat()
          call.told?.(error, { attempt, willRetry })
          if (!willRetry) throw error
        }
      }
    },
  }
  return recoverer as Pick<Recoverer, 'handle'> & { tries: number }
}

const load = (): Promise<object> => import('axios')

interface World {
  readonly instance: AxiosInstance
  readonly sent: InternalAxiosRequestConfig[]
  readonly told: unknown[]
}

/** An instance whose answers are errors so many times. */
function world(recovery: Pick<Recoverer, 'handle'>, failures: number, options: Partial<AxiosCall> = {}): World {
  const sent: InternalAxiosRequestConfig[] = []
  const told: unknown[] = []
  const instance = axios.create({
    async adapter(config) {
      sent.push(config)
      const isFailing = sent.length <= failures
      return { data: isFailing ? '{"code":1}' : '{"code":0}', status: 200, statusText: '', headers: {}, config }
    },
  })
  const judge: AxiosCall['judge'] = (settled, attempt): ApiError | undefined => {
    if (attempt) told.push(attempt)
    return 'response' in settled && String((settled.response as AxiosResponse).data).includes('1')
      ? fakeApiError({ reason: 'unavailable' })
      : undefined
  }
  instance.interceptors.request.use((config) => {
    recoverAxios(recovery.handle, { config, instance, load, judge, ...options })
    return config
  })
  return { instance, sent, told }
}

describe('a call of axios that is handed to a recoverer', () => {
  test('is sent again below all interceptors: nothing of the user’s runs twice', async () => {
    const { instance, sent, told } = world(twice(), 1)
    const seen: string[] = []
    instance.interceptors.request.use((config) => {
      seen.push('request')
      return config
    })
    instance.interceptors.response.use((response: AxiosResponse) => {
      seen.push(JSON.stringify(response.data))
      return response
    })
    const { data } = await instance.post<unknown>(
      '/a',
      { b: 1 },
      { transformRequest: [(data) => (seen.push('transform'), JSON.stringify(data))] },
    )
    expect(data).toEqual({ code: 0 })
    expect(seen).toEqual(['request', 'transform', '{"code":0}'])
    expect(sent.map((config) => config.data as unknown)).toEqual(['{"b":1}', '{"b":1}'])
    expect(told).toEqual([{ attempt: 1, willRetry: true }])
  })

  test('comes to the interceptors as its last answer was: an error in a 200 body is still a response', async () => {
    const { instance, sent } = world(twice(), 2)
    const { data } = await instance.get<unknown>('/a')
    expect(data).toEqual({ code: 1 })
    expect(sent.length).toBe(2)
  })

  test('comes to them as the client’s own error where it was one', async () => {
    const failure = new Error('mine')
    const { instance } = world(twice(), 0)
    instance.defaults.adapter = () => Promise.reject(failure)
    await expect(instance.get('/a')).rejects.toBe(failure)
  })

  test('leaves the user’s config, headers and params as they were', async () => {
    const params = { page: 1 }
    const headers = { 'x-own': 'a' }
    const { instance, sent } = world(
      twice(({ headers, query }) => {
        headers.set('Authorization', 'secret')
        headers.delete('x-own')
        query.set('token', 'secret')
      }),
      1,
    )
    await instance.get('/a', { params, headers })
    expect([params, headers]).toEqual([{ page: 1 }, { 'x-own': 'a' }])
    for (const config of sent) {
      expect(config.params).toEqual({ page: 1, token: 'secret' })
      expect(config.headers.get('authorization')).toBe('secret')
      expect(config.headers.has('x-own')).toBe(false)
    }
    expect(sent[0]?.headers).not.toBe(sent[1]?.headers)
  })

  test.each([
    ['an object', { a: '1', b: '2' }],
    ['URLSearchParams', new URLSearchParams('a=1&b=2')],
  ])('reads and changes parameters in the URL and in %s', async (_name, params) => {
    const seen: unknown[] = []
    const { instance, sent } = world(
      twice(({ query, url }) => {
        seen.push(
          ['a', 'b', 'c', 'd'].map((name) => query.get(name)),
          url,
        )
        query.set('a', '9')
        query.set('c', '8')
        query.delete('b')
      }),
      0,
    )
    await instance.get('https://api.example.com/x?c=3', { params })
    expect(seen).toEqual([['1', '2', '3', undefined], 'https://api.example.com/x?c=3&a=1&b=2'])
    const url = new URL(instance.getUri(sent[0]))
    expect(Object.fromEntries(url.searchParams)).toEqual({ a: '9', c: '8' })
    expect(new URLSearchParams(params).toString()).toBe('a=1&b=2')
  })

  test('is not repeated with a stream for a body', async () => {
    const { Readable } = await import('node:stream')
    const { instance, sent } = world(twice(), 1)
    await instance.post('/a', Readable.from(['x']))
    expect(sent.length).toBe(1)
  })

  test('leaves nothing at a cancel token that many calls share', async () => {
    const { instance } = world(twice(), 1)
    const { token } = axios.CancelToken.source()
    let listeners = 0
    const subscribe = token.subscribe.bind(token)
    const unsubscribe = token.unsubscribe.bind(token)
    token.subscribe = (listener) => (listeners++, subscribe(listener))
    token.unsubscribe = (listener) => (listeners--, unsubscribe(listener))
    for (let call = 0; call < 3; call++) await instance.get('https://api.example.com', { cancelToken: token })
    expect(listeners).toBe(0)
  })

  test('is wrapped once, however often it passes', async () => {
    const recovery = twice()
    const { instance } = world(recovery, 0)
    let adapter: unknown
    instance.interceptors.request.use((config) => {
      recoverAxios(recovery.handle, { config, instance, load, judge: () => undefined })
      adapter = config.adapter
      return config
    })
    const response = await instance.get('/a')
    await instance.request({ ...response.config, adapter: adapter as never })
    expect(recovery.tries).toBe(2)
  })

  test('of which axios-retry repeats, too, is told once', async () => {
    const defects: unknown[] = []
    const { instance } = world(twice(), 0, { report: (error) => defects.push(String(error)) })
    for (let i = 0; i < 2; i++) await instance.get('/a', { 'axios-retry': { retries: 1 } } as never)
    expect(defects).toEqual([expect.stringContaining('axios-retry')])
  })
})
