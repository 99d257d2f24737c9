import { axiosResponseOf, installApiErrors } from '@unifault/axios'
import { type ClassifierOptions, defineProvider, isApiError, oauth, originOf } from '@unifault/core'
import { bilibili } from '@unifault/providers/bilibili'
import { type AxiosRequestConfig, create, isAxiosError } from 'axios'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { adapters } from './adapters.ts'
import { apiErrorFrom } from './api-error-from.ts'
import { rejectionOf } from './rejection-of.ts'

const known = 'https://api.bilibili.com/x/nav'
const unknown = 'https://example.org/thing'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

function answer(status: number, body: string | null = null, headers: Record<string, string> = {}): void {
  const type = { 'content-type': 'application/json', ...headers }
  for (const at of [known, unknown]) server.use(http.all(at, () => new HttpResponse(body, { status, headers: type })))
}

describe.each(adapters)('with the %s adapter', (adapter) => {
  function ask(config: AxiosRequestConfig = {}, options?: ClassifierOptions): Promise<unknown> {
    const instance = create({ adapter })
    installApiErrors(instance, [bilibili], options)
    return instance.request({ url: known, ...config })
  }

  it.each([
    [401, 'auth', 'unauthenticated'],
    [403, 'auth', 'permission-denied'],
    [404, 'param', 'not-found'],
    [412, 'rate-limit', 'abuse-blocked'],
    [429, 'rate-limit', 'throttled'],
    [500, 'server', 'internal'],
    [504, 'server', 'timeout'],
  ])('reads status %i as %s: %s when no body speaks', async (status, category, reason) => {
    answer(status)
    await expect(apiErrorFrom(ask())).resolves.toMatchObject({ category, reason, status, matchedBy: { by: 'status' } })
  })

  it('reads Retry-After', async () => {
    answer(429, null, { 'retry-after': '7' })
    await expect(apiErrorFrom(ask())).resolves.toMatchObject({ retryAfterMs: 7000, isRetryable: true })
  })

  it('keeps what axios had for later', async () => {
    answer(403, '{"code":-403,"message":"访问权限不足"}')
    const error = await apiErrorFrom(ask())
    const { error: own, response, headers, body } = originOf(error)
    expect(isAxiosError(own)).toBe(true)
    expect(response).toBe((own as { response?: unknown }).response)
    expect(headers).toBe(axiosResponseOf(error)?.headers)
    expect(body).toEqual({ code: -403, message: '访问权限不足' })
    expect(axiosResponseOf<{ code: number }>(error)?.data.code).toBe(-403)
    expect(axiosResponseOf(new Error('other'))).toBe(undefined)
  })

  it('judges unknown hosts by the status, or not at all', async () => {
    answer(404)
    await expect(apiErrorFrom(ask({ url: unknown }))).resolves.toMatchObject({
      provider: undefined,
      reason: 'not-found',
    })
    const error = await rejectionOf(ask({ url: unknown }, { fallback: false }))
    expect(error).toMatchObject({ isAxiosError: true, code: 'ERR_BAD_REQUEST' })
  })

  describe('when validateStatus accepts every status', () => {
    it.each([null, () => true])('takes no error from the status alone', async (validateStatus) => {
      answer(500)
      const onError = vi.fn()
      await expect(ask({ validateStatus }, { onError })).resolves.toMatchObject({ status: 500 })
      answer(404, '<html></html>')
      await expect(ask({ validateStatus }, { onError })).resolves.toMatchObject({ status: 404 })
      answer(401, '{"code":0}')
      await expect(ask({ validateStatus }, { onError })).resolves.toMatchObject({ status: 401 })
      expect(onError).not.toHaveBeenCalled()
    })

    it('takes errors from codes and protocols', async () => {
      answer(500, '{"code":-101,"message":"账号未登录"}')
      await expect(apiErrorFrom(ask({ validateStatus: null }))).resolves.toMatchObject({ code: '-101', status: 500 })
      answer(400, '{"error":"invalid_grant"}', { 'content-type': 'application/json' })
      const fallback = defineProvider({ id: 'sign-in', dialects: [oauth] })
      await expect(apiErrorFrom(ask({ url: unknown, validateStatus: null }, { fallback }))).resolves.toMatchObject({
        reason: 'grant-invalid',
        matchedBy: { by: 'protocol' },
      })
    })

    it('still passes what is to pass', async () => {
      answer(500, '{"code":-101,"message":"账号未登录"}')
      const answered = { status: 500 }
      const validateStatus = null
      await expect(ask({ validateStatus }, { pass: ['unauthenticated'] })).resolves.toMatchObject(answered)
      await expect(ask({ validateStatus }, { pass: (error) => error.code === '-101' })).resolves.toMatchObject(answered)
      await expect(ask({ validateStatus, apiErrors: { pass: ['unauthenticated'] } })).resolves.toMatchObject(answered)
      const apiErrors = { pass: [] }
      await apiErrorFrom(ask({ validateStatus, apiErrors }, { pass: ['unauthenticated'] }))
    })
  })

  it('leaves a status below 400 that validateStatus refuses to axios, unless the body tells an error', async () => {
    const validateStatus = (): boolean => false
    answer(200, '{"code":0}')
    await expect(rejectionOf(ask({ validateStatus }))).resolves.toMatchObject({ isAxiosError: true, status: 200 })
    answer(200, '{"code":-101}')
    await expect(apiErrorFrom(ask({ validateStatus }))).resolves.toMatchObject({ code: '-101', status: 200 })
    answer(304)
    await expect(rejectionOf(ask())).resolves.toMatchObject({ isAxiosError: true, status: 304 })
  })

  it('finds the provider behind a base URL and params', async () => {
    answer(200, '{"code":-101}')
    const config = { baseURL: 'https://api.bilibili.com/x', url: '/nav', params: { access_key: 'k' } }
    await expect(apiErrorFrom(ask(config))).resolves.toMatchObject({ provider: 'bilibili', request: { url: known } })
  })

  it('survives headers of an answer that nobody sends', async () => {
    answer(200, '{"code":-101}', { 'x-bili-trace-id': 'abc.1', 'retry-after': 'soon', 'x-__proto__': '1' })
    const error = await apiErrorFrom(ask())
    expect(isApiError(error, bilibili, '-101')).toBe(true)
    expect(error).toMatchObject({ requestId: 'abc.1', retryAfterMs: undefined })
  })
})
