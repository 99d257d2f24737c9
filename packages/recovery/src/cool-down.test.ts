import { type ApiError, isApiError } from '@unifault/core'
import { fakeApiError } from '@unifault/core/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { coolDown, type CoolDownOptions } from './cool-down.ts'
import { createRecovery, type Recovery } from './create-recovery.ts'
import { memory } from './memory.ts'
import type { CoolDownEvent } from './part.ts'
import { repeat } from './repeat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const throttled = (retryAfterMs = 2000): ApiError => fakeApiError({ reason: 'throttled', retryAfterMs })

/** A recoverer that only cools down, and what it has sent, by its time. */
function world(options: CoolDownOptions = {}): {
  recovery: Recovery
  events: CoolDownEvent[]
  sent: number[]
  ok: () => Promise<string>
  full: (error?: Error) => Promise<unknown>
} {
  const events: CoolDownEvent[] = []
  const sent: number[] = []
  const start = performance.now()
  const recovery = createRecovery({ coolDown: coolDown(options), onCoolDown: (event) => events.push(event) })
  const send = (outcome: () => string) => async (): Promise<string> => {
    sent.push(performance.now() - start)
    return outcome()
  }
  return {
    recovery,
    events,
    sent,
    ok: () =>
      recovery(
        send(() => 'done'),
        { place: 'api' },
      ),
    full: (error = throttled()) =>
      recovery(
        send(() => {
          throw error
        }),
        { place: 'api' },
      ).catch((error: unknown) => error),
  }
}

const isWaiting = async (promise: Promise<unknown>): Promise<boolean> => {
  const pending = {}
  return (await Promise.race([promise, Promise.resolve(pending)])) === pending
}

describe('a cool-down', () => {
  test('holds later calls until the wait is over, and not much longer', async () => {
    const { full, ok, sent, events } = world()
    await full()
    const later = ok()
    await vi.advanceTimersByTimeAsync(1990)
    expect(await isWaiting(later)).toBe(true)
    await vi.advanceTimersByTimeAsync(110)
    expect(await later).toBe('done')
    expect(sent[1]).toBeGreaterThanOrEqual(2000)
    expect(sent[1]).toBeLessThanOrEqual(2100)
    expect(events.map(({ outcome }) => outcome)).toEqual(['held', 'waiting', 'opened'])
  })

  test('lets one call go first; the others follow its success in rounds', async () => {
    const { full, recovery, sent } = world()
    await full()
    const back: (() => void)[] = []
    const calls = Array.from({ length: 12 }, () =>
      recovery(() => new Promise<void>((resolve) => back.push(resolve)), { place: 'api' }),
    )
    const rounds: number[] = []
    await vi.advanceTimersByTimeAsync(10_000)
    for (let sent = 0; sent < back.length;) {
      const round = back.slice(sent)
      rounds.push(round.length)
      sent = back.length
      for (const end of round) end()
      await vi.advanceTimersByTimeAsync(10)
    }
    await Promise.all(calls)
    expect(rounds).toEqual([1, 2, 4, 5])
    expect(sent.length).toBe(1)
  })

  test('begins anew when the first call is told to wait, too', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5) // who came first goes first
    const { full, ok, sent } = world()
    await full()
    const probe = full(throttled(3000))
    const other = ok()
    await vi.advanceTimersByTimeAsync(2200)
    expect(await probe).toMatchObject({ retryAfterMs: 3000 })
    expect(sent.length).toBe(2)
    await vi.advanceTimersByTimeAsync(4000)
    expect(await other).toBe('done')
    expect(sent[2]).toBeGreaterThanOrEqual(5000)
  })

  test('is not stuck when the first call fails otherwise or is aborted', async () => {
    const { full, recovery, ok } = world()
    await full()
    const controller = new AbortController()
    const aborted = recovery(
      () =>
        new Promise((_resolve, reject) => controller.signal.addEventListener('abort', () => reject(new Error('off')))),
      {
        place: 'api',
        signal: controller.signal,
      },
    ).catch((error: unknown) => error)
    const broken = full(new TypeError('bug'))
    const other = ok()
    await vi.advanceTimersByTimeAsync(3000)
    controller.abort()
    await vi.advanceTimersByTimeAsync(3000)
    expect([await aborted, await broken]).toMatchObject([{ message: 'off' }, { message: 'bug' }])
    expect(await other).toBe('done')
  })

  test('fails fast by option, with an ApiError that says how long', async () => {
    const { full, ok, sent, events } = world({ failFast: true })
    await full()
    await vi.advanceTimersByTimeAsync(500)
    const error: unknown = await ok().catch((error: unknown) => error)
    expect(isApiError(error)).toBe(true)
    expect(error).toMatchObject({
      category: 'rate-limit',
      reason: 'throttled',
      retry: 'after-wait',
      retryAfterMs: 1500,
    })
    expect(error).toBeInstanceOf(Error)
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: 'ApiError',
      message: expect.stringContaining('not sent'),
    })
    expect(sent.length).toBe(1)
    expect(events.at(-1)?.outcome).toBe('refused')
  })

  test('fails fast with an error that shows no more of the request than any other', async () => {
    const { handle } = createRecovery({ coolDown: coolDown({ failFast: true }) })
    const none = { get: () => undefined, set: () => undefined, delete: () => undefined }
    const url = 'https://user:hunter22@api.example.com/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/send?key=k1#x'
    const call = (): Promise<unknown> =>
      handle({
        signal: undefined,
        canRepeat: () => true,
        prepare: () => ({ method: 'POST', url, headers: none, query: none, native: undefined }),
        send: () => Promise.reject(throttled()),
      }).catch((error: unknown) => error)
    await call()
    expect(await call()).toMatchObject({
      message: expect.stringContaining('not sent'),
      request: { method: 'POST', url: 'https://api.example.com/*/send', idempotent: true },
    })
  })

  test('fails fast when it is longer than calls are held for', async () => {
    const { full, ok } = world({ maxWaitMs: 10_000 })
    await full(throttled(86_400_000))
    await expect(ok()).rejects.toMatchObject({ reason: 'throttled', retryAfterMs: 86_400_000 })
  })

  test.each([-1, 0, Number.NaN, undefined])(
    'does not begin by a wait of %s, where nothing is guessed',
    async (retryAfterMs) => {
      const { full, ok } = world({ guess: false })
      await full(fakeApiError({ reason: 'throttled', retryAfterMs }))
      expect(await ok()).toBe('done')
    },
  )

  test('is not begun by errors that hold for one request only', async () => {
    const { full, ok } = world()
    await full(fakeApiError({ reason: 'in-progress', retryAfterMs: 2000 }))
    expect(await ok()).toBe('done')
  })

  test('is of one place', async () => {
    const { full, recovery } = world()
    await full()
    expect(await recovery(async () => 'done', { place: 'other' })).toBe('done')
  })

  test('does not make others wait past their deadline when the call that goes first hangs, nor at all where they fail fast', async () => {
    for (const options of [{}, { failFast: true }]) {
      const part = coolDown(options)
      const recovery = createRecovery({ coolDown: part })
      const hurried = createRecovery({ coolDown: part, repeat: repeat({ deadlineMs: 3000 }) })
      await recovery(() => Promise.reject(throttled(1000)), { place: 'api' }).catch(() => undefined)
      await vi.advanceTimersByTimeAsync(1100)
      void recovery(() => new Promise(() => undefined), { place: 'api' })
      await vi.advanceTimersByTimeAsync(1)
      const other = hurried(async () => 'done', { place: 'api' }).catch((error: unknown) => error)
      await vi.advanceTimersByTimeAsync(options.failFast ? 1 : 3100)
      expect(await other).toMatchObject({ reason: 'throttled' })
    }
  })

  test('of a store that throws is told to onDefect, and changes nothing', async () => {
    const defects: string[] = []
    const store = {
      until: () => undefined,
      hold() {
        throw new Error('mine')
      },
    }
    const recovery = createRecovery({ coolDown: coolDown({ store }), onDefect: (_error, at) => defects.push(at) })
    await expect(recovery(() => Promise.reject(throttled()))).rejects.toMatchObject({ reason: 'throttled' })
    expect(defects).toEqual(['sent'])
  })

  test('of a store that cannot be asked holds nobody', async () => {
    const store = {
      until(): number {
        throw new Error('mine')
      },
      hold: () => undefined,
    }
    const onDefect = vi.fn<(error: unknown, at: string) => void>()
    expect(await createRecovery({ coolDown: coolDown({ store }), onDefect })(async () => 'sent')).toBe('sent')
    expect(onDefect).toHaveBeenCalledWith(new Error('mine'), 'store')
  })

  test('lets the others go on when what the user gave throws for the call that went first', async () => {
    let isThrowing = false
    const when = (): boolean => {
      if (isThrowing) throw new Error('mine')
      return true
    }
    const recovery = createRecovery({ coolDown: coolDown({ when }), onDefect: () => undefined })
    await recovery(() => Promise.reject(throttled())).catch(() => undefined)
    isThrowing = true
    const calls = [1, 2, 3].map((call) =>
      recovery(() => Promise.reject(throttled())).then(
        () => call,
        ({ reason }: ApiError) => reason,
      ),
    )
    await vi.advanceTimersByTimeAsync(59_000)
    expect(await Promise.all(calls)).toEqual(['throttled', 'throttled', 'throttled'])
  })

  test('holds nobody for longer than its most when the calls that went first hang', async () => {
    const recovery = createRecovery({ coolDown: coolDown({ maxWaitMs: 5000 }) })
    await recovery(() => Promise.reject(throttled())).catch(() => undefined)
    void recovery(() => new Promise(() => undefined))
    await vi.advanceTimersByTimeAsync(3500)
    const done: number[] = []
    for (let call = 0; call < 7; call++) void recovery(async () => done.push(call))
    await vi.advanceTimersByTimeAsync(4900)
    expect(done).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(done).toHaveLength(7)
  })

  test('ends for a waiting call with its own abort', async () => {
    const { full, recovery } = world()
    await full()
    const controller = new AbortController()
    const held = recovery(async () => 'done', { place: 'api', signal: controller.signal }).catch(
      (error: unknown) => error,
    )
    await vi.advanceTimersByTimeAsync(100)
    controller.abort(new Error('enough'))
    expect(await held).toMatchObject({ message: 'enough' })
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is asked of a store that others may fill', async () => {
    const store = memory()
    const { ok, sent } = world({ store })
    store.hold('api/#', 1000)
    const held = ok()
    await vi.advanceTimersByTimeAsync(999)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(await held).toBe('done')
  })

  test('options that are none are refused by name', () => {
    expect(() => coolDown({ maxWaitMs: -5 })).toThrow('maxWaitMs')
  })
})

describe('a cool-down that nobody has told the length of', () => {
  const down = (): ApiError => fakeApiError({ reason: 'unavailable' })

  test('begins after one throttled answer, for about a second, and grows up to ten', async () => {
    const { full, events } = world()
    const lengths: number[] = []
    for (let i = 0; i < 5; i++) {
      const failing = full(fakeApiError({ reason: 'throttled' }))
      await vi.advanceTimersByTimeAsync(20_000)
      await failing
      lengths.push(events.findLast(({ outcome }) => outcome === 'held')?.ms ?? 0)
    }
    for (const [index, length] of [1000, 3000, 9000, 10_000, 10_000].entries()) {
      expect(lengths[index]).toBeGreaterThanOrEqual(length * 0.75)
      expect(lengths[index]).toBeLessThanOrEqual(length * 1.25)
    }
  })

  test.each(['unavailable', 'timeout', 'network'] as const)(
    'begins after two calls in a row that failed by %s',
    async (reason) => {
      const { full, events } = world()
      await full(fakeApiError({ reason }))
      expect(events).toEqual([])
      await vi.advanceTimersByTimeAsync(1)
      await full(fakeApiError({ reason }))
      expect(events.map(({ outcome }) => outcome)).toEqual(['held'])
    },
  )

  test.each(['unavailable', 'throttled'] as const)(
    'says what it was begun by, %s, to whom it refuses',
    async (reason) => {
      const { full, ok } = world({ failFast: true })
      for (let i = 0; i < 2; i++) {
        await full(fakeApiError({ reason }))
        await vi.advanceTimersByTimeAsync(1)
      }
      const { category } = fakeApiError({ reason })
      await expect(ok()).rejects.toMatchObject({ reason, category, retry: 'after-wait', isRetryable: true })
    },
  )

  test('does not begin by failures with a success between, nor by calls that were under way together', async () => {
    const { full, ok, recovery, events } = world()
    for (let i = 0; i < 5; i++) {
      await full(down())
      await vi.advanceTimersByTimeAsync(1)
      await ok()
    }
    await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        recovery(
          async () => {
            await new Promise((resolve) => setTimeout(resolve, 50))
            throw down()
          },
          { place: 'api' },
        ),
      ).concat(vi.advanceTimersByTimeAsync(100) as Promise<never>),
    )
    expect(events).toEqual([])
  })

  test('does not begin by errors of one request, such as a bug of the provider', async () => {
    const { full, ok } = world()
    for (const reason of ['internal', 'not-found', 'quota-exhausted', 'in-progress'] as const) {
      await full(fakeApiError({ reason }))
      await vi.advanceTimersByTimeAsync(1)
    }
    expect(await ok()).toBe('done')
  })

  test('is not told to the store: the fault may be of this machine', async () => {
    const store = memory()
    const { full } = world({ store })
    await full(fakeApiError({ reason: 'throttled' }))
    expect(store.until('api/#')).toBe(undefined)
  })
})

describe('the memory', () => {
  test('lengthens a cool-down and never shortens it', async () => {
    const store = memory()
    store.hold('a', 1000)
    store.hold('a', 500)
    expect(store.until('a')).toBe(1000)
    store.hold('a', 1500)
    expect(store.until('a')).toBe(1500)
    await vi.advanceTimersByTimeAsync(1500)
    expect(store.until('a')).toBe(undefined)
  })

  test('does not grow without end', () => {
    const store = memory()
    for (let i = 0; i < 20_000; i++) store.hold(`k${i}`, 1e6)
    expect(store.until('k0')).toBe(undefined)
    expect(store.until('k19999')).toBe(1e6)
  })

  test.each([-1, Number.NaN])('takes no cool-down of %s', (ms) => {
    const store = memory()
    store.hold('a', ms)
    expect(store.until('a')).toBe(undefined)
  })
})
