import { fakeApiError } from '@unifault/core/testing'
import { createRecovery, forAxiosRetry, forPRetry, forQuery, type Limits, repeat } from '@unifault/recovery'
import { QueryClient } from '@tanstack/query-core'
import axios from 'axios'
import axiosRetry from 'axios-retry'
import pRetry from 'p-retry'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A way to repeat with a real library. */
type Run = (send: () => Promise<unknown>, limits?: Limits) => Promise<unknown>

const libraries: [name: string, run: Run][] = [
  [
    'axios-retry',
    async (send, limits) => {
      const instance = axios.create({
        adapter: async (config) => {
          try {
            return { data: await send(), status: 200, statusText: '', headers: {}, config }
          } catch (error) {
            throw Object.assign(error as Error, { config }) // as the errors of our adapter have it
          }
        },
      })
      axiosRetry(instance, forAxiosRetry(limits))
      return (await instance.get<unknown>('https://api.example.com/')).data
    },
  ],
  [
    'TanStack Query',
    (queryFn, limits) =>
      new QueryClient({ defaultOptions: { queries: { ...forQuery(limits) } } }).fetchQuery({
        queryKey: ['a'],
        queryFn,
      }),
  ],
  ['p-retry', (send, limits) => pRetry(send, forPRetry(limits))],
]

/** Fails so often, and notes when it was called. */
function failing(times: number, error: () => Error): { send: () => Promise<string>; calls: number[] } {
  const calls: number[] = []
  return {
    calls,
    async send() {
      calls.push(performance.now())
      if (calls.length <= times) throw error()
      return 'done'
    },
  }
}

async function settled(promise: Promise<unknown>): Promise<unknown> {
  const state = { isOver: false }
  const result = promise.catch((error: unknown) => error).finally(() => (state.isOver = true))
  while (!state.isOver) await vi.advanceTimersByTimeAsync(10)
  return result
}

describe.each(libraries)('%s with the ready form', (_name, run) => {
  test('repeats and succeeds', async () => {
    const { send, calls } = failing(2, () => fakeApiError({ reason: 'unavailable' }))
    expect(await settled(run(send))).toBe('done')
    expect(calls.length).toBe(3)
  })

  test('ends after the attempts', async () => {
    for (const attempts of [1, 2, 4]) {
      const { send, calls } = failing(99, () => fakeApiError({ reason: 'unavailable' }))
      expect(await settled(run(send, { attempts }))).toMatchObject({ reason: 'unavailable' })
      expect(calls.length).toBe(attempts)
    }
  })

  test('honours the wait of the server', async () => {
    const { send, calls } = failing(1, () => fakeApiError({ reason: 'throttled', retryAfterMs: 5000 }))
    expect(await settled(run(send))).toBe('done')
    const [first = 0, second = 0] = calls
    expect(second - first).toBeGreaterThanOrEqual(5000)
    expect(second - first).toBeLessThanOrEqual(5300)
  })

  test.each([
    [
      'a wait that is too long',
      () => fakeApiError({ reason: 'quota-exhausted', retry: 'after-wait', retryAfterMs: 86_400_000 }),
    ],
    ['what must change', () => fakeApiError({ reason: 'invalid-parameter' })],
    ['an expired token', () => fakeApiError({ reason: 'token-expired' })],
    ['what is no ApiError', () => new Error('bug')],
    [
      'a POST that may have had its effect',
      () => fakeApiError({ reason: 'internal', request: { method: 'POST', url: undefined, idempotent: false } }),
    ],
  ])('leaves %s alone', async (_name, error) => {
    const { send, calls } = failing(99, error)
    await settled(run(send))
    expect(calls.length).toBe(1)
  })

  test('does not begin anew what a recoverer has exhausted', async () => {
    const { send, calls } = failing(99, () => fakeApiError({ reason: 'unavailable' }))
    const recovery = createRecovery({ repeat: repeat() })
    await settled(run(() => recovery(send)))
    expect(calls.length).toBe(4)
  })
})

test('p-retry’s wait ends with its signal', async () => {
  const controller = new AbortController()
  const { send, calls } = failing(9, () => fakeApiError({ reason: 'throttled', retryAfterMs: 50_000 }))
  const result = pRetry(send, forPRetry({ signal: controller.signal })).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(1000)
  controller.abort(new Error('enough'))
  expect(await result).toMatchObject({ message: 'enough' })
  expect(calls.length).toBe(1)
})
