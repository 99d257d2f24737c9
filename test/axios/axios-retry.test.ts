import { apiErrorOf, installApiErrors, isApiError } from '@unifault/axios'
import { defineProvider } from '@unifault/core'
import { type AxiosInstance, create, isAxiosError, isCancel } from 'axios'
import axiosRetry, { type IAxiosRetryConfig } from 'axios-retry'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { adapters } from './adapters.ts'
import { apiErrorFrom } from './api-error-from.ts'
import { rejectionOf } from './rejection-of.ts'

const url = 'https://gate.example/thing'
const gate = defineProvider({
  id: 'gate',
  dialects: [{ code: 'code', success: [0], codes: { 1: 'unauthenticated', 7: 'throttled', 9: 'internal' } }],
})

/** The answers of the server, in turn; the last one stays. */
let answers: (() => Response)[] = []
let hits = 0

const server = setupServer(
  http.all(url, () => {
    const answer = answers[Math.min(hits++, answers.length - 1)]
    return answer?.() ?? HttpResponse.error()
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => (hits = 0))
afterAll(() => server.close())

const coded =
  (code: number, status = 200) =>
  (): Response =>
    HttpResponse.json({ code }, { status })

describe.each(adapters)('axios-retry after ours, with the %s adapter', (adapter) => {
  function retrying(options?: IAxiosRetryConfig, mode?: 'attach'): AxiosInstance {
    const instance = create({ adapter })
    installApiErrors(instance, gate, mode && { mode })
    axiosRetry(instance, { retries: 2, ...options })
    return instance
  }
  const advised = { retryCondition: (error: unknown) => isApiError(error) && error.isRetryable }

  it('tries again what its condition reads from the ApiError', async () => {
    answers = [coded(7), coded(0)]
    await expect(retrying(advised).get(url)).resolves.toMatchObject({ data: { code: 0 } })
    expect(hits).toBe(2)
  })

  it('gives the last ApiError when no attempt succeeds, and tells hooks of each', async () => {
    answers = [coded(7)]
    const onError = vi.fn<() => void>()
    const instance = create({ adapter })
    installApiErrors(instance, gate, { onError })
    axiosRetry(instance, { retries: 2, ...advised })
    await expect(apiErrorFrom(instance.get(url))).resolves.toMatchObject({ code: '7', status: 200 })
    expect(hits).toBe(3)
    expect(onError).toHaveBeenCalledTimes(3)
  })

  it('does not repeat a POST that is not safe to repeat', async () => {
    answers = [coded(9)]
    await apiErrorFrom(retrying(advised).post(url, {}))
    expect(hits).toBe(1)
    await apiErrorFrom(retrying(advised).post(url, {}, { headers: { 'Idempotency-Key': 'a1' } }))
    expect(hits).toBe(4)
  })

  describe('and its default condition', () => {
    it.each([
      ['an auth error under HTTP 200', coded(1), 1],
      ['a rate limit under HTTP 200', coded(7), 1],
      ['an auth error under HTTP 401', coded(1, 401), 1],
      ['HTTP 500', coded(9, 500), 3],
      ['HTTP 429', coded(7, 429), 3],
      ['HTTP 404', coded(5, 404), 1],
    ])('asks as often as it would of axios alone: %s', async (_, answer, times) => {
      answers = [answer]
      await apiErrorFrom(retrying().get(url))
      expect(hits).toBe(times)
    })

    it('tries again when no answer came', async () => {
      answers = [() => HttpResponse.error(), coded(0)]
      await expect(retrying().get(url)).resolves.toMatchObject({ data: { code: 0 } })
      expect(hits).toBe(2)
    })

    it('does not try again after the time-out of the config, or a cancellation', async () => {
      const instance = retrying()
      const bare = create({ adapter })
      axiosRetry(bare, { retries: 2 })
      const hanging = (): Promise<never> => new Promise(() => undefined)
      server.use(
        http.all(url, () => {
          hits++
          return hanging()
        }),
      )
      await expect(apiErrorFrom(instance.get(url, { timeout: 20 }))).resolves.toMatchObject({ reason: 'timeout' })
      const after = hits
      await rejectionOf(bare.get(url, { timeout: 20 }))
      expect(hits - after).toBe(after)
      expect(isCancel(await rejectionOf(instance.get(url, { signal: AbortSignal.timeout(20) })))).toBe(true)
      expect(hits).toBe(2 * after + 1)
      server.resetHandlers()
    })
  })

  it('reads the ApiError of an attached one', async () => {
    answers = [coded(7), coded(0)]
    const retryCondition = (error: unknown): boolean => apiErrorOf(error)?.isRetryable === true
    await expect(retrying({ retryCondition }, 'attach').get(url)).resolves.toMatchObject({ data: { code: 0 } })
    answers = [coded(7)]
    hits = 0
    const error = await rejectionOf(retrying({ retryCondition }, 'attach').get(url))
    expect(isAxiosError(error)).toBe(true)
    expect(hits).toBe(3)
  })

  it.each([undefined, 'attach'] as const)(
    'installed before ours, tells hooks of each error once, in mode %s',
    async (mode) => {
      answers = [coded(9, 500)]
      const instance = create({ adapter })
      axiosRetry(instance, { retries: 2 })
      const onError = vi.fn<() => void>()
      installApiErrors(instance, gate, { onError, ...(mode && { mode }) })
      expect(apiErrorOf(await rejectionOf(instance.get(url)))).toMatchObject({ code: '9', status: 500 })
      expect(hits).toBe(3)
      expect(onError).toHaveBeenCalledTimes(1)
    },
  )

  it('leaves what it accepts by validateResponse to it', async () => {
    answers = [coded(0)]
    const validateResponse = (response: { status: number }): boolean => response.status === 200
    await expect(retrying({ validateResponse }).get(url)).resolves.toMatchObject({ data: { code: 0 } })
    expect(hits).toBe(1)
  })
})
