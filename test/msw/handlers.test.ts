import { type ApiError, apiErrorOf, defineProvider, isApiError, type Provider, withHosts } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { anthropic } from '@unifault/providers/anthropic'
import { bilibili } from '@unifault/providers/bilibili'
import { openai } from '@unifault/providers/openai'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { errorHandler, handlersOf, networkError, okHandler, sequence, streamError } from '@unifault/msw'

const nav = 'https://api.bilibili.com/x/web-interface/nav'
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

/** msw tells of what a handler throws. */
function quietly(): void {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => {
    told.mockRestore()
  })
}

/** The error that a provider makes of what a URL is answered with; undefined for a success. */
async function judged(provider: Provider, url: string, init?: RequestInit): Promise<ApiError | undefined> {
  try {
    await wrapFetch(fetch, provider, { streams: 'watch' })(url, init)
    return undefined
  } catch (error) {
    if (isApiError(error)) return error
    throw error
  }
}

describe('an error', () => {
  test("is answered in the provider's shape, and judged to be what it is", async () => {
    server.use(errorHandler(bilibili, '-352', { retryAfterMs: 2000, message: '风控校验失败' }))
    const answer = await fetch(nav)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('{"code":-352,"message":"风控校验失败"}')
    expect(await judged(bilibili, nav)).toMatchObject({
      code: '-352',
      reason: 'abuse-blocked',
      retryAfterMs: 2000,
      requestId: 'fake-request-id',
    })
  })

  test('has the headers that are given, and takes its time', async () => {
    server.use(errorHandler(openai, 'rate_limit_exceeded', { headers: { 'x-served-by': 'test' }, delay: 60 }))
    const before = performance.now()
    const answer = await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST' })
    expect(performance.now() - before).toBeGreaterThanOrEqual(55)
    expect(answer.status).toBe(429)
    expect(answer.headers.get('x-served-by')).toBe('test')
  })

  test('that never comes ends with the request', async () => {
    server.use(errorHandler(bilibili, '-101', { delay: 'infinite' }))
    await expect(fetch(nav, { signal: AbortSignal.timeout(50) })).rejects.toThrow(/aborted|timeout/)
  })

  test('is answered so many times', async () => {
    server.resetHandlers(errorHandler(bilibili, '-101', { times: 2 }), okHandler(bilibili))
    const codes = async (): Promise<(string | undefined)[]> => {
      const errors = await Promise.all([1, 2, 3].map(() => judged(bilibili, nav)))
      return errors.map((error) => error?.code ?? 'ok').toSorted()
    }
    expect(await codes()).toEqual(['-101', '-101', 'ok'])
    expect(await codes()).toEqual(['ok', 'ok', 'ok'])
    server.restoreHandlers()
    expect(await codes()).toEqual(['-101', '-101', 'ok'])
  })

  test('that cannot be there is a 500 that says so', async () => {
    quietly()
    server.use(errorHandler(bilibili, '4000', { dialect: 'open-live' }))
    const answer = await fetch(nav)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('it counts at https://live-open.biliapi.com/')
  })
})

describe('where', () => {
  const own = defineProvider({ id: 'own', dialects: [{ code: 'code', success: [0], codes: { 1: 'internal' } }] })

  const cases: [string, Parameters<typeof errorHandler>[0], string | RegExp | undefined, string, boolean][] = [
    ['a host of the provider', bilibili, undefined, nav, true],
    ['a host that only ends so', bilibili, undefined, 'https://notbilibili.com/', false],
    ['a path below the hosts', bilibili, '/x/*', nav, true],
    ['a path with names', bilibili, '/x/:part/nav', nav, true],
    ['another path', bilibili, '/x/other', nav, false],
    ['a path below other hosts', bilibili, '/x/*', 'https://example.com/x/1', false],
    [
      'a place of withHosts',
      withHosts(bilibili, 'localhost:8080/bili'),
      '/x/*',
      'http://localhost:8080/bili/x/1',
      true,
    ],
    ['beside a place', withHosts(bilibili, 'localhost:8080/bili'), '/x/*', 'http://localhost:8080/x/1', false],
    ['a URL pattern', bilibili, 'https://proxy.example/:any', 'https://proxy.example/nav', true],
    ['an expression', bilibili, /proxy/, 'https://proxy.example/nav', true],
    ['a path of a provider without hosts', own, '/orders', 'https://any.example/orders', true],
  ]

  test.each(cases)('%s', async (_name, provider, path, url, isAnswered) => {
    const code = provider.id === 'own' ? '1' : '-101'
    server.use(
      http.all('*', () => new HttpResponse('not mine')),
      errorHandler(provider, code, { path }),
    )
    server.use(errorHandler(provider, code, { path }))
    const text = await (await fetch(url)).text()
    expect(text !== 'not mine').toBe(isAnswered)
  })

  test('only a method', async () => {
    server.use(http.all('*', () => new HttpResponse('not mine')))
    server.use(errorHandler(bilibili, '-101', { method: 'post' }))
    expect(await (await fetch(nav)).text()).toBe('not mine')
    expect((await judged(bilibili, nav, { method: 'POST' }))?.code).toBe('-101')
  })

  test('must be given for a provider without hosts', () => {
    expect(() => errorHandler(own, '1')).toThrow(
      new TypeError('`path` must be given: own has no hosts of its own, got undefined'),
    )
  })
})

describe('a sequence', () => {
  const codes = async (count: number, url = nav): Promise<(string | undefined)[]> => {
    const found: (string | undefined)[] = []
    for (let index = 0; index < count; index++) found.push((await judged(bilibili, url))?.code)
    return found
  }

  test('answers in turn, and the last answer stays', async () => {
    server.use(
      sequence([
        errorHandler(bilibili, '-352', { times: 2 }),
        errorHandler(bilibili, '-101'),
        http.get(nav, () => HttpResponse.json({ code: 0, data: { isLogin: true } })),
      ]),
    )
    expect(await codes(6)).toEqual(['-352', '-352', '-101', undefined, undefined, undefined])
    expect(await (await fetch(nav)).json()).toEqual({ code: 0, data: { isLogin: true } })
  })

  test('whose last answer has a number is over after it', async () => {
    server.use(okHandler(bilibili))
    server.use(sequence([errorHandler(bilibili, '-352'), errorHandler(bilibili, '-101', { times: 1 })]))
    expect(await codes(4)).toEqual(['-352', '-101', undefined, undefined])
  })

  test('leaves requests that are not for whose turn it is to the next handlers, and is not moved on by them', async () => {
    server.use(okHandler(bilibili))
    server.use(
      sequence([errorHandler(bilibili, '-352', { path: '/x/web-interface/nav' }), errorHandler(bilibili, '-101')]),
    )
    expect(await codes(2, 'https://api.bilibili.com/other')).toEqual([undefined, undefined])
    expect(await codes(2)).toEqual(['-352', '-101'])
  })

  test('gives every answer once to requests at the same time', async () => {
    server.use(
      sequence([
        errorHandler(bilibili, '-352', { delay: 20, times: 3 }),
        errorHandler(bilibili, '-101'),
        okHandler(bilibili),
      ]),
    )
    const errors = await Promise.all(Array.from({ length: 6 }, () => judged(bilibili, nav)))
    expect(errors.map((error) => error?.code ?? 'ok').toSorted()).toEqual(['-101', '-352', '-352', '-352', 'ok', 'ok'])
  })

  test('a handler that several tests add begins anew in each', async () => {
    const limited = sequence([
      errorHandler(bilibili, '-352'),
      errorHandler(bilibili, '-509', { times: 2 }),
      okHandler(bilibili),
    ])
    const once = errorHandler(bilibili, '-101', { times: 1 })
    for (let test = 0; test < 3; test++) {
      server.use(once, limited)
      expect(await codes(5)).toEqual(['-101', '-352', '-509', '-509', undefined])
      server.resetHandlers()
    }
  })

  test('begins anew when the handlers are reset or restored', async () => {
    const turns = setupServer(sequence([errorHandler(bilibili, '-352'), okHandler(bilibili)]))
    server.close()
    turns.listen({ onUnhandledFrame: 'error' })
    try {
      expect(await codes(2)).toEqual(['-352', undefined])
      turns.resetHandlers()
      expect(await codes(2)).toEqual(['-352', undefined])
      turns.restoreHandlers()
      expect(await codes(2)).toEqual(['-352', undefined])
    } finally {
      turns.close()
      server.listen({ onUnhandledFrame: 'error' })
    }
  })
})

test('a network error is no answer', async () => {
  server.use(networkError(bilibili, { times: 1 }), okHandler(bilibili))
  server.use(sequence([networkError(bilibili), okHandler(bilibili)]))
  expect(await judged(bilibili, nav)).toMatchObject({ reason: 'network', matchedBy: { by: 'transport' } })
  expect(await judged(bilibili, nav)).toBeUndefined()
})

describe('a stream', () => {
  const url = 'https://api.anthropic.com/v1/messages'

  test('breaks off with the error at its place, in the shape of the provider', async () => {
    const delta = { event: 'content_block_delta', data: { type: 'content_block_delta', delta: { text: 'Hi' } } }
    server.use(streamError(anthropic, 'overloaded_error', { at: 4, events: [delta, '{"type":"ping"}'] }))
    const answer = await fetch(url, { method: 'POST' })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    const events = (await answer.text()).split('\n\n')
    expect(events).toHaveLength(5)
    expect(events[0]).toBe('event: content_block_delta\ndata: {"type":"content_block_delta","delta":{"text":"Hi"}}')
    expect(events[1]).toBe('data: {"type":"ping"}')
    expect(events[2]).toBe(events[0])
    expect(events[3]).toMatch(/^event: error\ndata: \{"error":\{"type":"overloaded_error",.*"type":"error"/)
    expect(events[4]).toBe('')
  })

  test('is read by the adapter until the error comes', async () => {
    for (const [provider, code, at] of [
      [anthropic, 'overloaded_error', undefined],
      [openai, 'server_error', 5],
    ] as const) {
      const home = `https://${provider.hosts?.[0]}/v1/messages`
      server.use(streamError(provider as Provider, code, { at, interval: 1 }))
      const answer = await wrapFetch(fetch, provider as Provider, { streams: 'watch' })(home, { method: 'POST' })
      const error = apiErrorOf(await answer.text().catch((reason: unknown) => reason))
      expect(error, provider.id).toMatchObject({ code, delivered: true })
    }
  })

  test('may begin with the error', async () => {
    server.use(streamError(anthropic, 'overloaded_error', { at: 1 }))
    expect(await judged(anthropic, url, { method: 'POST' })).toMatchObject({
      code: 'overloaded_error',
      delivered: false,
    })
  })
})

describe('a header of the request', () => {
  test('chooses the code; without it the request goes to the next handler', async () => {
    quietly()
    server.use(http.all('*', () => new HttpResponse('not mine')))
    server.use(...handlersOf(bilibili, { path: '/x/*' }))
    const asked = (code: string): Promise<ApiError | undefined> =>
      judged(bilibili, nav, { headers: { 'x-unifault-code': code } })
    expect((await asked('-101'))?.code).toBe('-101')
    expect((await asked('-352'))?.code).toBe('-352')
    expect(await asked('ok')).toBeUndefined()
    expect(await (await fetch(nav)).text()).toBe('not mine')
    const unknown = await fetch(nav, { headers: { 'x-unifault-code': '-325' } })
    expect(unknown.status).toBe(500)
    expect(await unknown.text()).toContain('did you mean')
  })

  test('may have another name', async () => {
    server.use(...handlersOf(bilibili, { header: 'x-fault' }))
    expect((await judged(bilibili, nav, { headers: { 'x-fault': '-101' } }))?.code).toBe('-101')
  })
})

describe('what is wrong is named', () => {
  const loose = bilibili as Provider

  test.each<[() => unknown, string]>([
    [() => errorHandler(loose, '-325'), '`code` must be a code of bilibili, got "-325"; did you mean "-352"?'],
    [() => errorHandler({} as never, '1'), '`provider` must be made by `defineProvider`, got {}'],
    [() => errorHandler(bilibili, '-352', { times: 0 }), '`times` must be a whole number from 1 on, got 0'],
    [() => errorHandler(bilibili, '-352', { delay: -1 }), "`delay` must be milliseconds, 'real' or 'infinite', got -1"],
    [
      () => errorHandler(bilibili, '-352', { path: 'x' }),
      '`path` must be a path that begins with \'/\', a URL pattern of msw, or a RegExp, got "x"',
    ],
    [() => errorHandler(bilibili, '-352', { method: '' }), '`method` must be an HTTP method, got ""'],
    [() => errorHandler(bilibili, '-352', { headers: { a: 1 } as never }), '`headers.a` must be a string, got 1'],
    [
      () => errorHandler(bilibili, '-352', { time: 1 } as never),
      '`time` is not an option; expected one of path, method, delay, times, headers, dialect, when, status, message, texts, retryAfterMs, requestId',
    ],
    [
      () => networkError(bilibili, { headers: {} } as never),
      '`headers` is not an option; expected one of path, method, delay, times',
    ],
    [() => streamError(anthropic, 'overloaded_error', { at: 1.5 }), '`at` must be a whole number from 1 on, got 1.5'],
    [
      () => streamError(anthropic, 'overloaded_error', { events: [] }),
      '`events` must be a list of at least one event, got []',
    ],
    [() => sequence([]), '`handlers` must be a list of at least one handler, got []'],
    [() => sequence([{} as never]), "`handlers[0]` must be one of msw's request handlers, got {}"],
  ])('%s', (make, message) => {
    expect(make).toThrow(new TypeError(message))
  })
})
