import { apiErrorOf, axiosResponseOf, defineProvider, installApiErrors, isApiError } from '@unifault/axios'
import { type AxiosInstance, type AxiosResponse, create, isAxiosError, isCancel } from 'axios'
import axiosRetry from 'axios-retry'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { adapters } from './adapters.ts'
import { rejectionOf } from './rejection-of.ts'

const gate = defineProvider({
  id: 'gate',
  dialects: [{ code: 'code', message: 'message', success: [0], codes: { 1: 'unauthenticated', 9: 'internal' } }],
})
const url = 'https://gate.example'

const server = setupServer(
  http.all(`${url}/:status/:code`, ({ params }) =>
    HttpResponse.json({ code: Number(params['code']) }, { status: Number(params['status']) }),
  ),
  http.all(`${url}/down`, () => HttpResponse.error()),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

describe.each(adapters)("in mode 'observe' with the %s adapter", (adapter) => {
  function observed(onError: (error: unknown) => void = () => undefined): AxiosInstance {
    const instance = create({ adapter, baseURL: url })
    installApiErrors(instance, gate, { mode: 'observe', onError })
    return instance
  }

  it('changes nothing of a success', async () => {
    const onError = vi.fn<() => void>()
    const response = await observed(onError).get('/200/0')
    expect(response.data).toEqual({ code: 0 })
    expect(apiErrorOf(response)).toBe(undefined)
    expect(onError).not.toHaveBeenCalled()
  })

  it.each([undefined, 'text', 'arraybuffer'] as const)(
    'lets an error under HTTP 200 go on, and tells of it: %s',
    async (responseType) => {
      const onError = vi.fn<(error: unknown) => void>()
      const response = await observed(onError).get('/200/1', responseType && { responseType })
      expect(response.status).toBe(200)
      const apiError = apiErrorOf(response)
      expect(apiError).toMatchObject({ reason: 'unauthenticated', code: '1', status: 200 })
      expect(onError.mock.calls.map(([error]) => error)).toEqual([apiError])
      expect(axiosResponseOf(apiError)).toBe(response)
    },
  )

  it('looks at a Blob beside the way below 400, and at once from 400 on', async () => {
    const told = Promise.withResolvers<unknown>()
    const response: AxiosResponse = await observed(told.resolve).get('/200/1', { responseType: 'blob' })
    expect(await told.promise).toMatchObject({ code: '1', status: 200 })
    expect(apiErrorOf(response)).toBe(await told.promise)
    const error = await rejectionOf(observed().get('/500/9', { responseType: 'blob' }))
    expect(apiErrorOf(error)).toMatchObject({ code: '9', status: 500 })
  })

  it('lets the error of a refused status go on as it is', async () => {
    const thrown = vi.fn<(error: unknown) => void>()
    const onError = vi.fn<(error: unknown) => void>()
    const instance = create({ adapter, baseURL: url })
    instance.interceptors.response.use(undefined, (error: unknown) => {
      thrown(error)
      throw error
    })
    installApiErrors(instance, gate, { mode: 'observe', onError })
    const error = await rejectionOf(instance.get('/500/9'))
    expect(thrown).toHaveBeenCalledExactlyOnceWith(error)
    expect(isAxiosError(error)).toBe(true)
    expect(isApiError(error)).toBe(false)
    expect(apiErrorOf(error)).toMatchObject({ code: '9', status: 500 })
    expect(apiErrorOf((error as { response?: unknown }).response)).toBe(apiErrorOf(error))
    expect(onError).toHaveBeenCalledOnce()
  })

  it('tells of a request without an answer, and of no cancellation', async () => {
    const onError = vi.fn<() => void>()
    const instance = observed(onError)
    expect(apiErrorOf(await rejectionOf(instance.get('/down')))).toMatchObject({ reason: 'network', status: undefined })
    expect(onError).toHaveBeenCalledOnce()
    expect(isCancel(await rejectionOf(instance.get('/200/0', { signal: AbortSignal.abort() })))).toBe(true)
    expect(onError).toHaveBeenCalledOnce()
  })

  it.each(['before', 'after'])('tells of each attempt of axios-retry once, installed %s it', async (place) => {
    const onError = vi.fn<() => void>()
    const instance = create({ adapter, baseURL: url })
    const install = (): unknown => installApiErrors(instance, gate, { mode: 'observe', onError })
    if (place === 'before') install()
    axiosRetry(instance, { retries: 2 })
    if (place === 'after') install()
    const error = await rejectionOf(instance.get('/500/9'))
    expect(isAxiosError(error)).toBe(true)
    expect(onError).toHaveBeenCalledTimes(place === 'before' ? 3 : 1)
  })

  it.each(['replace', 'attach'] as const)("leaves the verdict to mode '%s' behind it", async (mode) => {
    const instance = observed()
    installApiErrors(instance, gate, { mode })
    for (const path of ['/200/1', '/500/9', '/down']) {
      const error = await rejectionOf(instance.get(path))
      expect(isApiError(error)).toBe(mode === 'replace')
      expect(isAxiosError(error)).toBe(mode === 'attach')
      expect(apiErrorOf(error)?.code).toBe(path === '/200/1' ? '1' : path === '/500/9' ? '9' : apiErrorOf(error)?.code)
    }
  })
})
