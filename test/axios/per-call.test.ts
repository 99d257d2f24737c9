import { installApiErrors } from '@unifault/axios'
import type { ApiError, ClassifierOptions } from '@unifault/core'
import { bilibili } from '@unifault/providers/bilibili'
import { type AxiosInstance, create } from 'axios'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { adapters } from './adapters.ts'
import { apiErrorFrom } from './api-error-from.ts'
import { rejectionOf } from './rejection-of.ts'

const url = 'https://api.bilibili.com/x/nav'
const broken = 'https://api.bilibili.com/x/broken'
let hits = 0

const server = setupServer(
  http.all(url, () => {
    hits++
    return HttpResponse.json({ code: -101, message: '账号未登录' })
  }),
  http.all(broken, () => new HttpResponse(null, { status: 500 })),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => (hits = 0))
afterAll(() => server.close())

describe.each(adapters)('with the %s adapter', (adapter) => {
  function installed(options?: ClassifierOptions): AxiosInstance {
    const instance = create({ adapter })
    installApiErrors(instance, [bilibili], options)
    return instance
  }

  it('is switched off by `apiErrors: false`, for a call or as a default', async () => {
    await expect(installed().get(url, { apiErrors: false })).resolves.toMatchObject({ data: { code: -101 } })
    await expect(rejectionOf(installed().get(broken, { apiErrors: false }))).resolves.toMatchObject({
      isAxiosError: true,
    })
    const quiet = create({ adapter, apiErrors: false })
    installApiErrors(quiet, bilibili)
    await expect(quiet.get(url)).resolves.toMatchObject({ status: 200 })
    await apiErrorFrom(quiet.get(url, { apiErrors: {} }))
  })

  it('passes what the call says instead of what the instance says', async () => {
    const instance = installed({ pass: ['internal'] })
    await expect(rejectionOf(instance.get(broken))).resolves.toMatchObject({ isAxiosError: true, status: 500 })
    await expect(instance.get(url, { apiErrors: { pass: ['unauthenticated'] } })).resolves.toMatchObject({
      status: 200,
    })
    await expect(instance.get(url, { apiErrors: { pass: (error) => error.code === '-101' } })).resolves.toBeDefined()
    await apiErrorFrom(instance.get(broken, { apiErrors: { pass: ['unauthenticated'] } }))
  })

  it.each([
    [true, '`apiErrors` must be false or an object, got true'],
    [null, '`apiErrors` must be false or an object, got null'],
    [{ pass: 'auth' }, '`apiErrors.pass` must be'],
    [{ pass: ['unauthentcated'] }, '`apiErrors.pass[0]` must be'],
  ])('refuses the malformed option %j before anything is sent', async (apiErrors, message) => {
    const error = await rejectionOf(installed().get(url, { apiErrors: apiErrors as never }))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toContain(message)
    expect(hits).toBe(0)
  })

  it('tells hooks of each error once, and defects of hooks to onDefect', async () => {
    const onError = vi.fn<(error: ApiError) => void>()
    const error = await apiErrorFrom(installed({ onError }).get(url))
    expect(onError.mock.calls).toEqual([[error, {}]])
    const onDefect = vi.fn<() => void>()
    const failing = (): never => {
      throw new Error('hook')
    }
    await apiErrorFrom(installed({ onError: failing, onDefect }).get(url))
    expect(onDefect).toHaveBeenCalledTimes(1)
    await apiErrorFrom(installed({ pass: failing, onDefect: failing }).get(url))
  })

  it('does nothing any more after eject, and installs anew', async () => {
    const instance = create({ adapter })
    const { eject } = installApiErrors(instance, bilibili)
    await apiErrorFrom(instance.get(url))
    eject()
    eject()
    await expect(instance.get(url)).resolves.toMatchObject({ status: 200 })
    await expect(rejectionOf(instance.get(broken))).resolves.toMatchObject({ isAxiosError: true })
    installApiErrors(instance, bilibili)
    eject()
    await apiErrorFrom(instance.get(url))
  })

  it('is the same installed twice as once', async () => {
    const instance = create({ adapter })
    const onError = vi.fn<() => void>()
    const first = installApiErrors(instance, bilibili, { onError })
    expect(installApiErrors(instance, bilibili, { onError })).toBe(first)
    await apiErrorFrom(instance.get(url))
    expect(onError).toHaveBeenCalledTimes(1)
    first.eject()
    await expect(instance.get(url)).resolves.toMatchObject({ status: 200 })
  })

  it('installs anew after the interceptors were cleared', async () => {
    const instance = installed()
    instance.interceptors.response.clear()
    await expect(instance.get(url)).resolves.toMatchObject({ status: 200 })
    installApiErrors(instance, bilibili)
    await apiErrorFrom(instance.get(url))
  })

  it('leaves what other interceptors throw or make of a response alone', async () => {
    const own = new TypeError('mine')
    const before = create({ adapter })
    before.interceptors.response.use((response) => response.data as never)
    installApiErrors(before, bilibili)
    await expect(before.get(url)).resolves.toEqual({ code: -101, message: '账号未登录' })
    const throwing = create({ adapter })
    throwing.interceptors.response.use(() => {
      throw own
    })
    installApiErrors(throwing, bilibili)
    await expect(rejectionOf(throwing.get(url))).resolves.toBe(own)
    const asking = installed()
    asking.interceptors.request.use(() => {
      throw own
    })
    await expect(rejectionOf(asking.get(url))).resolves.toBe(own)
  })

  it('shows an ApiError to the interceptors after it', async () => {
    const instance = installed()
    const seen = vi.fn<(error: unknown) => void>()
    instance.interceptors.response.use(undefined, (error: unknown) => {
      seen(error)
      return 'recovered'
    })
    await expect(instance.get(url)).resolves.toBe('recovered')
    expect(seen.mock.calls).toMatchObject([[{ name: 'ApiError', config: { url }, response: { status: 200 } }]])
  })
})
