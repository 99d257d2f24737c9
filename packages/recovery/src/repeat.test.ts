import { fakeApiError } from '@unifault/core/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRecovery } from './create-recovery.ts'
import type { RetryEvent } from './part.ts'
import { repeat } from './repeat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const unavailable = (): Error => fakeApiError({ reason: 'unavailable' })

/** Lets all timers run until the promise settles: what it comes to, or rejects with. */
async function settled(promise: Promise<unknown>): Promise<unknown> {
  const state = { isOver: false }
  const result = promise.catch((error: unknown) => error).finally(() => (state.isOver = true))
  while (!state.isOver) await vi.advanceTimersByTimeAsync(100)
  return result
}

/** Fails so many times, then succeeds. */
function failing(
  times: number,
  error: () => Error = unavailable,
): { send: () => Promise<string>; calls: () => number } {
  let calls = 0
  return {
    async send() {
      calls++
      if (calls <= times) throw error()
      return 'done'
    },
    calls: () => calls,
  }
}

describe('repeating', () => {
  test('goes on until a success', async () => {
    const { send, calls } = failing(2)
    expect(await settled(createRecovery({ repeat: repeat() })(send))).toBe('done')
    expect(calls()).toBe(3)
  })

  test('ends after the attempts, with the last error, which no other layer repeats', async () => {
    const events: RetryEvent[] = []
    const error = unavailable()
    const { send, calls } = failing(9, () => error)
    const recovery = createRecovery({ repeat: repeat({ attempts: 2 }), onRetry: (event) => events.push(event) })
    expect(await settled(recovery(send))).toBe(error)
    expect(calls()).toBe(2)
    expect(events.map(({ repeat, because, resendCount }) => [repeat, because, resendCount])).toEqual([
      [true, 'transient', 1],
      [false, 'attempts', 1],
    ])
  })

  test.each([
    ['a bug', () => new TypeError('bug')],
    ['an error that says never', () => fakeApiError({ reason: 'payment-declined' })],
    ['a status to be polled', () => fakeApiError({ reason: 'authorization-pending' })],
    ['content that was delivered', () => Object.assign(unavailable(), { delivered: true })],
  ])('does not happen after %s', async (_name, error) => {
    const { send, calls } = failing(9, error)
    await settled(createRecovery({ repeat: repeat() })(send))
    expect(calls()).toBe(1)
  })

  test('never sleeps past the deadline', async () => {
    const events: RetryEvent[] = []
    const { send, calls } = failing(9, () => fakeApiError({ reason: 'throttled', retryAfterMs: 4000 }))
    const recovery = createRecovery({
      repeat: repeat({ attempts: 9, deadlineMs: 10_000 }),
      onRetry: (event) => events.push(event),
    })
    const start = performance.now()
    await settled(recovery(send))
    expect(calls()).toBe(3)
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(events.at(-1)?.because).toBe('deadline')
  })

  test('an outage costs little more than one sending per request once the budget is spent', async () => {
    const recovery = createRecovery({ repeat: repeat({ attempts: 5 }) })
    const { send, calls } = failing(Infinity)
    await settled(Promise.allSettled(Array.from({ length: 1000 }, () => recovery(send, { place: 'dead' }))))
    expect(calls()).toBeLessThanOrEqual(1200)
    expect(calls()).toBeGreaterThanOrEqual(1030)
    // Another place has a budget of its own, and a success gives back.
    const other = failing(1)
    expect(await settled(recovery(other.send, { place: 'alive' }))).toBe('done')
    const again = failing(1)
    expect(await settled(recovery(again.send, { place: 'dead' }))).toMatchObject({ reason: 'unavailable' })
    for (let i = 0; i < 20; i++) await recovery(async () => undefined, { place: 'dead' })
    expect(await settled(recovery(failing(1).send, { place: 'dead' }))).toBe('done')
  })

  test('an abort ends the wait at once, with its own reason', async () => {
    const controller = new AbortController()
    const { send, calls } = failing(9, () => fakeApiError({ reason: 'throttled', retryAfterMs: 30_000 }))
    const result = createRecovery({ repeat: repeat() })(send, { signal: controller.signal }).catch(
      (error: unknown) => error,
    )
    await vi.advanceTimersByTimeAsync(1000)
    controller.abort(new Error('enough'))
    expect(await result).toMatchObject({ message: 'enough' })
    expect(calls()).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('after an abort nothing is repeated, though the failure would allow it', async () => {
    const controller = new AbortController()
    const { send, calls } = failing(9, () => {
      controller.abort()
      return unavailable()
    })
    await settled(createRecovery({ repeat: repeat() })(send, { signal: controller.signal }))
    expect(calls()).toBe(1)
  })

  test('an idempotency key is one for all attempts of a call', async () => {
    const keys: string[] = []
    const recovery = createRecovery({ repeat: repeat() })
    const call = (): Promise<unknown> =>
      settled(
        recovery(async ({ idempotencyKey }) => {
          keys.push(idempotencyKey)
          if (keys.length % 2 === 1) throw unavailable()
        }),
      )
    await call()
    await call()
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).toBe(keys[3])
    expect(keys[0]).not.toBe(keys[2])
  })

  test.each([
    ['POST', 'x-key'],
    ['patch', 'x-key'],
    ['GET', undefined],
    ['PUT', undefined],
  ])('the header that a provider names for it is set for %s: %s', async (method, header) => {
    const set: string[] = []
    const fields = { get: () => undefined, set: (name: string) => void set.push(name), delete() {} }
    await createRecovery({ repeat: repeat() }).handle({
      signal: undefined,
      idempotencyHeader: 'x-key',
      canRepeat: () => true,
      prepare: () => ({ method, url: 'https://api.example.com/', headers: fields, query: fields, native: undefined }),
      send: async () => 'done',
    })
    expect(set).toEqual(header === undefined ? [] : [header])
  })

  test('a hook that throws changes nothing, and is told to onDefect', async () => {
    const defects: string[] = []
    const recovery = createRecovery({
      repeat: repeat(),
      onRetry() {
        throw new Error('hook')
      },
      onDefect: (_error, at) => defects.push(at),
    })
    expect(await settled(recovery(failing(1).send))).toBe('done')
    expect(defects).toEqual(['onRetry'])
  })

  test('an async hook that rejects changes nothing either', async () => {
    const mine = new Error('mine')
    const defects: unknown[] = []
    const recovery = createRecovery({
      repeat: repeat(),
      onRetry: () => Promise.reject(mine),
      onDefect(error) {
        defects.push(error)
        return Promise.reject(mine)
      },
    })
    expect(await settled(recovery(failing(1).send))).toBe('done')
    expect(defects).toEqual([mine])
  })

  test('an error that is frozen comes out as it is', async () => {
    const error = Object.freeze(unavailable())
    expect(await settled(createRecovery({ repeat: repeat() })(failing(9, () => error).send))).toBe(error)
  })

  test('options that are none are refused by name', () => {
    expect(() => repeat({ attempts: 0 })).toThrow('`attempts` must be a number above 0, got 0')
    expect(() => repeat({ deadlineMs: Number.NaN })).toThrow('deadlineMs')
    expect(() => repeat({ maxWaitMs: '5' as never })).toThrow('maxWaitMs')
    expect(() => repeat({ budget: -1 })).toThrow('budget')
    expect(() => repeat({ attempt: 3 } as never)).toThrow('`attempt` is not an option')
    expect(() => repeat({ attempts: undefined })).not.toThrow()
  })
})
