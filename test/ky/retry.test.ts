import { isApiError, originOf } from '@unifault/core'
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import ky, { HTTPError, isForceRetryError, type RetryOptions } from 'ky'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'
import { type Reply, replay } from '../fetch/replay.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const delay = (): number => 1
const quick = ky.create({ retry: { delay } })
const api = wrapKy(quick, house)

const soon = { 'retry-after': '0' }
const throttled: Reply = { headers: soon, body: { code: 'throttled' } }
const ok: Reply = { body: { code: 0, data: 1 } }
const code = (value: string, status = 200): Reply => ({ status, body: { code: value } })

describe('an error in a 200 body', () => {
  it.each([
    ['throttled', 3],
    ['busy', 3],
    ['running', 3],
    ['unscanned', 1],
    ['expired', 1],
    ['stranger', 1],
    ['arrears', 1],
    ['crooked', 1],
    ['a code that nobody knows', 1],
  ])('%s is asked for %i times', async (value, times) => {
    const hits = replay(server, houseUrl, code(value))
    expect((await caughtApiError(api.get(houseUrl))).code).toBe(value)
    expect(hits).toHaveLength(times)
  })

  it('ends in the answer that comes after it', async () => {
    const hits = replay(server, houseUrl, throttled, code('busy'), ok)
    expect(await api.get(houseUrl).json()).toEqual({ code: 0, data: 1 })
    expect(hits).toHaveLength(3)
  })

  it('is an ApiError to beforeRetry', async () => {
    const hits = replay(server, houseUrl, throttled, ok)
    const seen: unknown[] = []
    await api.get(houseUrl, { hooks: { beforeRetry: [({ error, retryCount }) => void seen.push(error, retryCount)] } })
    expect(hits).toHaveLength(2)
    expect(seen).toEqual([expect.objectContaining({ name: 'ApiError', reason: 'throttled' }), 1])
  })

  it('is told for each attempt', async () => {
    const onError = vi.fn()
    replay(server, houseUrl, throttled)
    const error = await caught(wrapKy(quick, house, { onError }).get(houseUrl))
    expect(onError.mock.calls.map(([, told]) => told as unknown)).toEqual([
      { attempt: 1, willRetry: true },
      { attempt: 2, willRetry: true },
      { attempt: 3, willRetry: false },
    ])
    expect(onError).toHaveBeenLastCalledWith(error, expect.anything())
  })

  it('of a real platform goes the same way', async () => {
    const url = 'https://api.bilibili.com/x/space/acc/info'
    const hits = replay(server, url, { headers: soon, body: { code: -509, message: '超出限制', ttl: 1 } })
    expect(await caughtApiError(wrapKy(quick, [house, bilibili]).get(url).json())).toMatchObject({
      provider: 'bilibili',
      category: 'rate-limit',
      code: '-509',
      retryAfterMs: 0,
    })
    expect(hits).toHaveLength(3)
  })
})

describe('the methods of ky', () => {
  it('leave POST alone', async () => {
    const hits = replay(server, houseUrl, throttled)
    await caughtApiError(api.post(houseUrl, { json: { a: 1 } }))
    expect(hits).toHaveLength(1)
  })

  it.each(['throttled', 'busy'])('may name POST: %s is repeated with its body', async (value) => {
    const hits = replay(server, houseUrl, code(value), ok)
    await api.post(houseUrl, { json: { a: 1 }, retry: { methods: ['post'] } })
    expect(await Promise.all(hits.map((request) => request.json()))).toEqual([{ a: 1 }, { a: 1 }])
  })
})

describe('the retry options of the user', () => {
  it.each<[string, RetryOptions | number, Reply, number]>([
    ['retry: 0', 0, throttled, 1],
    ['retry: 1', 1, throttled, 2],
    ['limit: 1', { limit: 1 }, throttled, 2],
    ['shouldRetry true for what must not be repeated', { shouldRetry: () => true }, code('stranger'), 3],
    ['shouldRetry false', { shouldRetry: () => false }, throttled, 1],
    ['shouldRetry undefined', { shouldRetry: () => undefined }, throttled, 3],
    ['shouldRetry as a promise', { shouldRetry: () => Promise.resolve(false) }, throttled, 1],
    ['shouldRetry false for a status', { shouldRetry: () => false }, { status: 503 }, 1],
    ['shouldRetry true for a status', { shouldRetry: () => true }, { status: 404 }, 3],
    ['a status of the list of his own', { statusCodes: [404] }, { status: 404 }, 3],
    ['a status of his own whose body speaks against it', { statusCodes: [404] }, code('stranger', 404), 1],
  ])('%s hold for one call', async (_name, retry, reply, times) => {
    const hits = replay(server, houseUrl, reply)
    await caughtApiError(api.get(houseUrl, { retry: typeof retry === 'number' ? retry : { delay, ...retry } }))
    expect(hits).toHaveLength(times)
  })

  it('hold on a child of the wrapped instance', async () => {
    const hits = replay(server, houseUrl, throttled)
    await caughtApiError(api.extend({ retry: 1 }).get(houseUrl))
    expect(hits).toHaveLength(2)
  })

  it('ask shouldRetry once for each attempt', async () => {
    replay(server, houseUrl, throttled, { status: 500 }, throttled)
    const shouldRetry = vi.fn<NonNullable<RetryOptions['shouldRetry']>>(() => undefined)
    await caughtApiError(api.get(houseUrl, { retry: { delay, shouldRetry } }))
    expect(shouldRetry.mock.calls.map(([{ error, retryCount }]) => [error.name, retryCount])).toEqual([
      ['ApiError', 1],
      ['HTTPError', 2],
    ])
  })

  it('may throw out of shouldRetry', async () => {
    replay(server, houseUrl, throttled)
    const mine = new Error('mine')
    const shouldRetry = (): never => {
      throw mine
    }
    expect(await caught(api.get(houseUrl, { retry: { shouldRetry } }))).toBe(mine)
  })

  it.each([[null], ['twice'], [[1]], [{ limit: -1 }], [{ methods: 'get' }]])(
    'are refused by ky itself: %j',
    async (retry) => {
      const options = { retry: retry as unknown as number }
      const [bare, wrapped] = [quick, api].map((instance) =>
        caught(
          (async () => {
            await instance.get(houseUrl, options)
          })(),
        ),
      )
      expect(await wrapped).toEqual(await bare)
    },
  )
})

describe('a failed status', () => {
  it.each<[string, Reply, number]>([
    ['500', { status: 500 }, 3],
    ['503 with a page', { status: 503, headers: { 'content-type': 'text/html' }, body: '<html>busy</html>' }, 3],
    ['429 with a wait', { status: 429, headers: soon, body: { code: 'throttled' } }, 3],
    ['413 with a wait', { status: 413, headers: { 'retry-after': '0' } }, 3],
    ['413', { status: 413 }, 1],
    ['404', { status: 404 }, 1],
    ['409 whose code asks for a wait, outside the list of ky', code('running', 409), 3],
    ['400 whose code asks for a wait', code('throttled', 400), 3],
    ['400 whose code asks for none', code('busy', 400), 1],
    ['425 that may be repeated, outside the list of ky', { status: 425, headers: soon }, 1],
    ['500 with an auth code', code('stranger', 500), 1],
    ['503 with an expired token', code('expired', 503), 1],
    ['429 with arrears', { status: 429, headers: soon, body: { code: 'arrears' } }, 1],
    ['500 with a busy code', code('busy', 500), 3],
  ])('%s is asked for as ky does, unless the body speaks against it', async (_name, reply, times) => {
    const hits = replay(server, houseUrl, reply)
    await caughtApiError(api.get(houseUrl))
    expect(hits).toHaveLength(times)
  })

  it('is an HTTPError to beforeRetry and told once for each attempt', async () => {
    replay(server, houseUrl, { status: 500 })
    const seen: unknown[] = []
    const onError = vi.fn()
    const hooks = { beforeRetry: [({ error }: { error: Error }) => void seen.push(error)] }
    const error = await caughtApiError(wrapKy(quick, house, { onError, keep: 'all' }).get(houseUrl, { hooks }))
    expect(seen).toEqual([expect.any(HTTPError), expect.any(HTTPError)])
    expect(onError).toHaveBeenCalledTimes(3)
    expect(originOf(error).error).toBeInstanceOf(HTTPError)
  })
})

describe('a failure without an answer', () => {
  it('of the network is repeated by ky', async () => {
    const hits = replay(server, houseUrl, 'cut')
    expect(await caughtApiError(api.get(houseUrl))).toMatchObject({ category: 'server', reason: 'network' })
    expect(hits).toHaveLength(3)
  })

  it('of the network ends in the answer that comes after it', async () => {
    const hits = replay(server, houseUrl, 'cut', ok)
    expect((await api.get(houseUrl)).status).toBe(200)
    expect(hits).toHaveLength(2)
  })
})

describe('a retry that an afterResponse hook forces', () => {
  it('goes on', async () => {
    const hits = replay(server, houseUrl, { status: 401 }, ok)
    const response = await api.get(houseUrl, {
      hooks: { afterResponse: [({ response: { status } }) => (status === 401 ? ky.retry({ delay: 1 }) : undefined)] },
    })
    expect(response.status).toBe(200)
    expect(hits).toHaveLength(2)
  })

  it('stays what it is at the limit', async () => {
    replay(server, houseUrl, ok)
    const error = await caught(api.get(houseUrl, { hooks: { afterResponse: [() => ky.retry({ delay: 1 })] } }))
    expect(isForceRetryError(error)).toBe(true)
    expect(isApiError(error)).toBe(false)
  })
})

describe('wrapping what is wrapped', () => {
  it('for the same providers in the same mode renews its options in place, on children too', async () => {
    const first = vi.fn()
    const wrapped = wrapKy(quick, house, { onError: first })
    const child = wrapped.extend({ headers: { a: 'b' } })
    const second = vi.fn()
    expect(wrapKy(wrapped, house, { onError: second })).toBe(wrapped)
    expect(wrapKy(child, [house], { onError: second })).toBe(child)
    const hits = replay(server, houseUrl, throttled)
    await caughtApiError(child.get(houseUrl))
    expect(hits).toHaveLength(3)
    expect(first).not.toHaveBeenCalled()
    expect(second).toHaveBeenCalledTimes(3)
  })

  it.each([
    [
      'other providers',
      [bilibili],
      {},
      "`ky` is wrapped already, for house (mode 'replace'); it cannot be wrapped for bilibili",
    ],
    ['another order', [bilibili, house], {}, 'for house (mode'],
    ['another mode', house, { mode: 'attach' }, "cannot be wrapped for house (mode 'attach') too"],
  ] as const)('for %s is refused', (_title, providers, options, message) => {
    const wrap = (): unknown => wrapKy(api.extend({}), providers, options)
    expect(wrap).toThrow(TypeError)
    expect(wrap).toThrow(message)
  })

  it('to observe it stacks, and what is observed can be wrapped', async () => {
    const [outer, inner] = [vi.fn(), vi.fn()]
    const observing = wrapKy(wrapKy(quick, house, { onError: inner }), bilibili, { mode: 'observe', onError: outer })
    replay(server, houseUrl, code('stranger'))
    expect(await caughtApiError(observing.get(houseUrl))).toMatchObject({ provider: 'house' })
    expect(inner).toHaveBeenCalledTimes(1)
    const outside = wrapKy(wrapKy(quick, bilibili, { mode: 'observe' }), house)
    expect(await caughtApiError(outside.get(houseUrl))).toMatchObject({ provider: 'house' })
  })

  it('of the bare instance twice makes two that know nothing of each other', async () => {
    const [one, two] = [vi.fn(), vi.fn()]
    const [first, second] = [wrapKy(quick, house, { onError: one }), wrapKy(quick, bilibili, { onError: two })]
    replay(server, houseUrl, code('stranger'))
    expect(await caughtApiError(first.get(houseUrl))).toMatchObject({ provider: 'house' })
    await second.get(houseUrl).catch(() => undefined)
    expect(one).toHaveBeenCalledTimes(1)
    expect(first).not.toBe(second)
  })
})
