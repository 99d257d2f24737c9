import { wrapFetch } from '@unifault/fetch'
import { apiErrorOf, isApiError, perCall, wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import type { ServerResponse } from 'node:http'
import { runInNewContext } from 'node:vm'
import ky, { HTTPError, NetworkError, type RetryOptions, type StandardSchemaV1 } from 'ky'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'
import { type Reply, replay } from '../fetch/replay.ts'
import { serve } from '../fetch/serve.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const delay = (): number => 1
const once = ky.create({ retry: 0 })
const quick = ky.create({ retry: { delay } })
const arrears: Reply = { body: { code: 'arrears' } }
/** As a hook of jest's, or of a plug-in's in a context of its own. */
const inOtherRealm = runInNewContext('async (error) => { throw error }') as (error: Error) => Promise<never>

describe('perCall', () => {
  const api = wrapKy(once, [bilibili], { fallback: false })

  it('switches us off, passes, or names who judges', async () => {
    replay(server, houseUrl, arrears)
    expect(await wrapKy(once, house).get(houseUrl, perCall(false)).json()).toEqual({ code: 'arrears' })
    expect((await api.get(houseUrl)).ok).toBe(true)
    expect(await caughtApiError(api.get(houseUrl, perCall({ provider: house })))).toMatchObject({ code: 'arrears' })
    expect((await api.get(houseUrl, perCall({ provider: house, pass: ['rate-limit'] }))).ok).toBe(true)
    replay(server, houseUrl, { status: 500 })
    expect(await caughtApiError(api.get(houseUrl, perCall({ fallback: 'status' })))).toMatchObject({ status: 500 })
  })

  it('idempotent: ky repeats the method that it would not', async () => {
    const instance = wrapKy(quick, house)
    for (const reply of [{ body: { code: 'busy' } }, { status: 503 }]) {
      const hits = replay(server, houseUrl, reply)
      const error = await caughtApiError(instance.post(houseUrl, perCall({ idempotent: true })))
      expect(error.isRetryable).toBe(true)
      expect(hits).toHaveLength(3)
      const bare = replay(server, houseUrl, reply)
      expect((await caughtApiError(instance.post(houseUrl))).isRetryable).toBe(false)
      expect(bare).toHaveLength(1)
    }
  })
})

describe('a name in context that is nearly ours', () => {
  it.each(['apiError', 'apierrors', 'api_errors', 'ApiErrors', 'apiErrors_'])('%s is told, once', async (name) => {
    const onDefect = vi.fn()
    const api = wrapKy(once, house, { onDefect })
    replay(server, houseUrl, { body: { code: 0 } })
    const context = { [name]: false, user: 1, errors: 2 }
    await api.get(houseUrl, { context })
    await api.get(houseUrl, { context })
    expect(onDefect.mock.calls).toEqual([
      [
        {
          error: new TypeError(`\`context.${name}\` has no effect; \`context.apiErrors\` is the option of a call`),
          at: 'context',
        },
      ],
    ])
  })
})

describe('mode attach', () => {
  const attaching = (retry: RetryOptions = {}) =>
    wrapKy(ky.create({ retry: { limit: 1, ...retry } }), house, { mode: 'attach' })

  /** The waits between attempts, without their time. */
  async function waitsOf(reply: Reply, instance: typeof ky): Promise<number[]> {
    const waits: number[] = []
    const { setTimeout } = globalThis
    // Timers with arguments are the runtime's own; that of 10 s is for reading the data of an HTTPError.
    const spy = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((
      run: () => void,
      ms = 0,
      ...given: unknown[]
    ) => {
      if (given.length > 0 || ms < 300 || ms === 10_000) return setTimeout(run, ms, ...given)
      waits.push(ms)
      return setTimeout(run, 0)
    }) as typeof setTimeout)
    const { body, status = 200, headers } = reply as Exclude<Reply, 'cut'>
    const fetch = (): Promise<Response> =>
      Promise.resolve(Response.json(body ?? null, { status, ...(headers && { headers }) }))
    try {
      await caught(instance.get(houseUrl, { fetch, timeout: false }))
    } finally {
      spy.mockRestore()
    }
    return waits
  }

  it.each<[string, Reply]>([
    ['a date far off, which ky reads its own way', { status: 429, headers: { 'retry-after': '1700000' } }],
    ['a wait of more than a minute', { status: 503, headers: { 'retry-after': '120' } }],
    ['RateLimit-Reset', { status: 429, headers: { 'ratelimit-reset': '7' } }],
    ['a wait under a status where ky reads none', { status: 500, headers: { 'retry-after': '7' } }],
    ['nonsense', { status: 429, headers: { 'retry-after': '-5' } }],
  ])('leaves the wait of ky alone: %s', async (_title, reply) => {
    expect(await waitsOf(reply, attaching())).toEqual(await waitsOf(reply, ky.create({ retry: { limit: 1 } })))
  })

  it('adds the wait that only the body tells', async () => {
    const reply = { status: 429, body: { code: 'throttled', wait_ms: 4321 } }
    expect(await waitsOf(reply, attaching())).toEqual([4321])
  })

  it('gives the classes of ky to what a body tells, and its Response stays readable', async () => {
    replay(server, houseUrl, arrears)
    const error = await caught(attaching().get(houseUrl))
    expect(error).toBeInstanceOf(HTTPError)
    expect(apiErrorOf(error)).toMatchObject({ code: 'arrears', status: 200 })
    expect(await (error as HTTPError).response.text()).toBe('{"code":"arrears"}')
  })
})

describe('a wait that is too long', () => {
  it.each<[string, Reply]>([
    ['a body', { headers: { 'retry-after': '3600' }, body: { code: 'throttled' } }],
    ['a failed status', { status: 429, headers: { 'retry-after': '3600' } }],
  ])('of %s is not waited for: the error says how long it is', async (_title, reply) => {
    const hits = replay(server, houseUrl, reply)
    expect(await caughtApiError(wrapKy(quick, house).get(houseUrl))).toMatchObject({ retryAfterMs: 3_600_000 })
    expect(hits).toHaveLength(1)
  })

  it('is what the user says, or what ky leaves of it', async () => {
    const reply: Reply = { headers: { 'retry-after': '1' }, body: { code: 'throttled' } }
    const hits = replay(server, houseUrl, reply)
    await caughtApiError(wrapKy(quick, house, { maxWaitMs: 500 }).get(houseUrl))
    expect(hits).toHaveLength(1)
    const more = replay(server, houseUrl, reply)
    await caughtApiError(wrapKy(ky.create({ retry: { maxRetryAfter: 1 } }), house, { maxWaitMs: 500 }).get(houseUrl))
    expect(more).toHaveLength(3)
  })

  it.each([[-1], [Number.NaN], ['60' as never]])('is refused as an option: %j', (maxWaitMs) => {
    expect(() => wrapKy(ky, house, { maxWaitMs })).toThrow(/`maxWaitMs` must be a number/)
  })
})

describe('mode parseJson', () => {
  const parsing = wrapKy(once, house, { mode: 'parseJson' })
  const seen: unknown[] = []
  const schema: StandardSchemaV1 = {
    '~standard': { version: 1, vendor: 'test', validate: (value) => (seen.push(value), { value: 'checked' }) },
  }

  it.each<[string, Reply]>([
    ['204', { status: 204 }],
    ['an empty body', { headers: { 'content-type': 'application/json' } }],
  ])('gives a schema the undefined of %s, as ky does', async (_title, reply) => {
    replay(server, houseUrl, reply)
    seen.length = 0
    expect(await parsing.get(houseUrl).json(schema)).toBe('checked')
    expect(seen).toEqual([undefined])
    expect(await once.get(houseUrl).json(schema)).toBe('checked')
    expect(await caught(parsing.get(houseUrl).json())).toEqual(await caught(once.get(houseUrl).json()))
  })

  it('asks a parser of the user’s own for an empty body, as ky does', async () => {
    replay(server, houseUrl, { status: 204 })
    const parseJson = vi.fn((text: string): unknown => [text])
    expect(await parsing.get(houseUrl, { parseJson }).json()).toEqual([''])
  })

  it('is nobody’s business where nobody judges', async () => {
    replay(server, houseUrl, arrears)
    const none = wrapKy(once, [bilibili], { mode: 'parseJson', fallback: false })
    expect(await none.get(houseUrl).json()).toEqual({ code: 'arrears' })
  })
})

describe('a wrapped fetch inside', () => {
  it('keeps its verdict, by whose retry ky goes', async () => {
    const onError = vi.fn()
    const inner = vi.fn(wrapFetch((...request: Parameters<typeof fetch>) => fetch(...request), house))
    const outer = wrapKy(quick.extend({ fetch: inner }), bilibili, { onError })
    replay(server, houseUrl, { body: { code: 'busy' } })
    expect(await caughtApiError(outer.get(houseUrl))).toMatchObject({ provider: 'house', code: 'busy' })
    expect(inner).toHaveBeenCalledTimes(3)
    replay(server, houseUrl, { status: 500, body: { code: 'stranger' } })
    expect(await caughtApiError(outer.get(houseUrl))).toMatchObject({ provider: 'house', code: 'stranger' })
    expect(inner).toHaveBeenCalledTimes(4)
    expect(onError).not.toHaveBeenCalled()
  })

  it('that observes leaves the verdict to ky', async () => {
    const told = vi.fn()
    const inner = wrapFetch((...request: Parameters<typeof fetch>) => fetch(...request), bilibili, {
      mode: 'observe',
      onError: told,
    })
    replay(server, houseUrl, { status: 500, body: { code: 'stranger' } })
    expect(await caughtApiError(wrapKy(once.extend({ fetch: inner }), house).get(houseUrl))).toMatchObject({
      provider: 'house',
    })
    expect(told).toHaveBeenCalledTimes(1)
  })
})

describe('onError', () => {
  const tells = async (reply: Reply, retry: RetryOptions, post = false): Promise<unknown[]> => {
    const onError = vi.fn()
    replay(server, houseUrl, reply)
    const api = wrapKy(ky.create({ retry: { limit: 1, delay, ...retry } }), house, { onError })
    await caught(post ? api.post(houseUrl) : api.get(houseUrl))
    return onError.mock.calls.map(([, { attempt, willRetry }]) => [attempt, willRetry] as unknown)
  }
  const healed = [
    [1, true],
    [2, false],
  ]
  const final = [[1, false]]

  it.each<[string, Reply, RetryOptions, unknown]>([
    ['a body that may be repeated', { body: { code: 'busy' } }, {}, healed],
    ['a body that may not', arrears, {}, final],
    ['a status that ky repeats', { status: 503 }, {}, healed],
    ['a status that it does not', { status: 404 }, {}, final],
    ['a status whose code forbids it', { status: 503, body: { code: 'stranger' } }, {}, final],
    ['413 without a wait', { status: 413 }, {}, final],
    ['413 with one', { status: 413, headers: { 'retry-after': '0' } }, {}, healed],
    ['a failure of the network', 'cut', {}, healed],
    ['what the user repeats', arrears, { shouldRetry: () => true }, healed],
    ['what he does not', { status: 503 }, { shouldRetry: () => false }, final],
    ['a retry without a limit', { status: 503 }, { limit: 0 }, final],
  ])('is told once for each attempt, and what becomes of it: %s', async (_title, reply, retry, expected) => {
    expect(await tells(reply, retry)).toEqual(expected)
  })

  it('is told that a POST is not repeated', async () => {
    expect(await tells({ body: { code: 'busy' } }, {}, true)).toEqual(final)
  })

  it('is not told of what a hook heals', async () => {
    const onError = vi.fn()
    replay(server, houseUrl, { status: 401 }, { body: { code: 0 } })
    const afterResponse = [
      ({ response }: { response: Response }) => (response.status === 401 ? ky.retry({ delay: 1 }) : undefined),
    ]
    await wrapKy(quick, house, { onError }).get(houseUrl, { hooks: { afterResponse } })
    expect(onError).not.toHaveBeenCalled()
  })

  it('that throws or rejects is told to onDefect', async () => {
    for (const onError of [
      () => Promise.reject(new Error('mine')),
      () => inOtherRealm(new Error('mine')),
      () =>
        Object.create({ then: (_: unknown, reject: (error: Error) => void) => reject(new Error('mine')) }) as object,
      () => {
        throw new Error('mine')
      },
    ]) {
      const onDefect = vi.fn()
      replay(server, houseUrl, arrears)
      expect(isApiError(await caught(wrapKy(once, house, { onError, onDefect }).get(houseUrl)))).toBe(true)
      await vi.waitFor(() => expect(onDefect).toHaveBeenCalledWith({ error: new Error('mine'), at: 'onError' }))
    }
  })
})

it('a bad certificate is not tried again', async () => {
  const cause = Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' })
  const fetch = vi.fn(() => Promise.reject(new TypeError('fetch failed', { cause })))
  expect(await caughtApiError(wrapKy(quick, house).get(houseUrl, { fetch }))).toMatchObject({ retry: 'never' })
  expect(fetch).toHaveBeenCalledTimes(1)
  await caught(wrapKy(quick, house, { mode: 'attach' }).get(houseUrl, { fetch }))
  expect(fetch).toHaveBeenCalledTimes(4)
})

describe('where the stack of an error begins', () => {
  it.each<[string, Reply]>([
    ['a body', { body: { code: 'busy' } }],
    ['a status', { status: 500 }],
    ['a failure', 'cut'],
  ])('of %s is near the caller, also after retries, and nothing of ours is in it', async (_title, reply) => {
    replay(server, houseUrl, reply)
    async function whoCalls(): Promise<unknown> {
      return await wrapKy(quick, house).get(houseUrl).json()
    }
    const stack = String(((await caught(whoCalls())) as Error).stack)
    expect(stack).toMatch(/^ApiError: house/)
    expect(stack).toContain('whoCalls')
    expect(stack).not.toMatch(/packages\/(?:core|fetch|ky)\/src/)
  })
})

describe('a failed answer that was not read to its end', () => {
  it('is given to ky as far as it came, with all that it said', async () => {
    await using stalling = await serve((_request, response) => {
      response
        .writeHead(500, 'Broken', { 'content-type': 'application/json', 'x-request-id': 'r-1' })
        .write('{"code":"stranger"')
    })
    server.close()
    try {
      const seen: Response[] = []
      const beforeError = [({ error }: { error: Error }) => (seen.push((error as HTTPError).response), error)]
      const api = wrapKy(once.extend({ hooks: { beforeError } }), house)
      expect(await caughtApiError(api.get(stalling.url))).toMatchObject({ status: 500, requestId: 'r-1' })
      const [response] = seen
      expect(response).toMatchObject({
        status: 500,
        statusText: 'Broken',
        url: stalling.url,
        redirected: false,
        type: 'basic',
      })
      expect(apiErrorOf(response)).toMatchObject({ status: 500 })
    } finally {
      server.listen({ onUnhandledFrame: 'error' })
    }
  })
})

it('tells of answers that nobody judged, once', async () => {
  const onUnjudged = vi.fn()
  replay(server, houseUrl, arrears)
  const api = wrapKy(once, [bilibili], { onUnjudged })
  await api.get(houseUrl)
  await api.get(houseUrl)
  expect(onUnjudged.mock.calls).toEqual([
    [{ url: houseUrl, method: 'GET', status: 200, contentType: 'application/json', because: 'host' }],
  ])
})

describe('mode attach, late', () => {
  const attaching = wrapKy(once, house, { mode: 'attach' })

  /** Serves an answer that is let go before it tells anything, past the mocked network. */
  async function late(end: (response: ServerResponse) => void): Promise<unknown> {
    server.close()
    try {
      const answered = Promise.withResolvers<ServerResponse>()
      await using slow = await serve((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/plain' }).write('{"code":')
        answered.resolve(response)
      })
      const call = attaching.get(slow.url)
      await call
      const read = caught(call.json())
      end(await answered.promise)
      return await read
    } finally {
      server.listen({ onUnhandledFrame: 'error' })
    }
  }

  it('an error in the body is an HTTPError, with the ApiError behind it', async () => {
    const error = await late((response) => void response.end('"arrears"}'))
    expect(error).toBeInstanceOf(HTTPError)
    expect(apiErrorOf(error)).toMatchObject({ code: 'arrears', status: 200 })
  })

  it('a body that is cut fails as ever, with the ApiError behind it', async () => {
    const error = await late((response) => void response.destroy())
    expect(error).toBeInstanceOf(TypeError)
    expect(apiErrorOf(error)).toMatchObject({ reason: 'network' })
  })
})

it('mode attach: a body that is cut while it is looked at is a NetworkError, and asked for again', async () => {
  server.close()
  try {
    await using cutting = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
      response.write('{"code":', () => response.destroy())
    })
    const attaching = wrapKy(ky.create({ retry: { limit: 1, delay } }), house, { mode: 'attach' })
    const error = await caught(attaching.get(cutting.url))
    expect(error).toBeInstanceOf(NetworkError)
    expect(apiErrorOf(error)).toMatchObject({ reason: 'network' })
    expect(cutting.hits).toBe(2)
  } finally {
    server.listen({ onUnhandledFrame: 'error' })
  }
})
