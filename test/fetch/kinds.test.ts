import { PassThrough } from 'node:stream'
import { apiErrorOf, isApiError, observed, withHosts, wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'
import { describe, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from './caught.ts'
import { house, houseUrl } from './house.ts'
import { serve } from './serve.ts'

const json = { 'content-type': 'application/json' }
const answering = (response: unknown) => (_input: string | URL | Request, _init?: RequestInit) =>
  Promise.resolve(response as Response)

describe('what wrapFetch wraps', () => {
  it('may be a service with a fetch of its own, which is looked up at each call', async () => {
    const service = {
      answer: { code: 'arrears' } as object,
      fetch(_input: string, _init?: { method: string }) {
        return Promise.resolve(Response.json(this.answer))
      },
    }
    const api = wrapFetch(service, house)
    expect(await caughtApiError(api('/things', { method: 'POST' }))).toMatchObject({
      code: 'arrears',
      request: { method: 'POST' },
    })
    service.answer = { code: 0 }
    expect((await api('/things')).ok).toBe(true)
    service.fetch = () => Promise.resolve(Response.json({ code: 'busy' }))
    expect(await caughtApiError(api('/things'))).toMatchObject({ code: 'busy' })
  })

  it('may take arguments of its own', async () => {
    interface OwnInit {
      readonly method?: string
      readonly agent?: number
    }
    const own = vi.fn((_input: string, _init?: OwnInit) => Promise.resolve({ status: 500, headers: {}, extra: 1 }))
    const api = wrapFetch(own, house)
    expect(await caughtApiError(api(houseUrl, { agent: 1 }))).toMatchObject({ reason: 'internal' })
    const { extra } = await api(houseUrl, { agent: 1, apiErrors: false })
    expect(extra).toBe(1)
    expect(own).toHaveBeenLastCalledWith(houseUrl, { agent: 1, apiErrors: false })
  })

  it('keeps its statics, and is not changed itself', async () => {
    const preconnect = vi.fn()
    const own = Object.assign(answering(Response.json({ code: 'busy' })), { preconnect, Headers })
    Object.defineProperty(own, 'live', { get: () => preconnect, enumerable: false })
    const api = wrapFetch(own, house)
    expect(api.preconnect).toBe(preconnect)
    expect(api.Headers).toBe(Headers)
    expect((api as unknown as { live: unknown }).live).toBe(preconnect)
    expect((await own(houseUrl)).ok).toBe(true)
    expect(api.length).toBe(2)
  })
})

describe('wrapping what is wrapped', () => {
  const bare = answering(Response.json({ code: 'busy' }))
  const fresh = () => (_input: string) => Promise.resolve(Response.json({ code: 'busy' }))

  it('for the same providers in the same mode renews its options in place', async () => {
    const [first, second] = [vi.fn(), vi.fn()]
    const api = wrapFetch(fresh(), [house, bilibili], { onError: first })
    expect(wrapFetch(api, [house, bilibili], { onError: second })).toBe(api)
    await caughtApiError(api(houseUrl))
    expect(first).not.toHaveBeenCalled()
    expect(second).toHaveBeenCalledTimes(1)
    wrapFetch(api, [house, withHosts(bilibili, 'proxy.test')], { pass: () => true })
    expect((await api(houseUrl)).ok).toBe(true)
  })

  it.each([
    ['other providers', [bilibili]],
    ['more providers', [house, bilibili]],
  ])('for %s is refused, and both are named', (_title, providers) => {
    const api = wrapFetch(bare, house)
    expect(() => wrapFetch(api, providers)).toThrow(TypeError)
    expect(() => wrapFetch(api, providers)).toThrow(
      `\`fetch\` is wrapped already, for house (mode 'replace'); it cannot be wrapped for ${providers.map(({ id }) => id).join(', ')} (mode 'replace')`,
    )
  })

  it('to observe it stacks with anything, and each layer is renewed by itself', async () => {
    const tell = { inner: vi.fn(), middle: vi.fn(), outer: vi.fn() }
    const inner = wrapFetch(fresh(), bilibili, { mode: 'observe', onError: tell.inner })
    const middle = wrapFetch(inner, house, { onError: tell.middle })
    const outer = wrapFetch(middle, house, { mode: 'observe', onError: tell.outer })
    expect(outer).not.toBe(middle)
    expect(await caughtApiError(outer(houseUrl))).toMatchObject({ provider: 'house', code: 'busy' })
    expect(tell.middle).toHaveBeenCalledTimes(1)
    expect(tell.outer).not.toHaveBeenCalled() // an error that is an ApiError already is told where it was made
    const later = vi.fn()
    expect(wrapFetch(outer, house, { onError: later })).toBe(outer)
    await caughtApiError(middle(houseUrl))
    expect(later).toHaveBeenCalledTimes(1)
    expect(() => wrapFetch(outer, bilibili)).toThrow('wrapped already')
  })

  it('to observe it twice tells both, once each', async () => {
    const [inner, outer] = [vi.fn(), vi.fn()]
    const stacked = wrapFetch(wrapFetch(fresh(), house, { mode: 'observe', onError: inner }), [house, bilibili], {
      mode: 'observe',
      onError: outer,
      fallback: house,
    })
    const response = await stacked(houseUrl)
    expect(await response.json()).toEqual({ code: 'busy' })
    expect([inner.mock.calls.length, outer.mock.calls.length]).toEqual([1, 1])
    expect(await observed(response)).toMatchObject({ code: 'busy' })
  })

  it('of the bare one twice makes two that know nothing of each other', async () => {
    const [one, two] = [vi.fn(), vi.fn()]
    const own = fresh()
    const [first, second] = [wrapFetch(own, house, { onError: one }), wrapFetch(own, house, { onError: two })]
    await caughtApiError(first(houseUrl))
    expect([one.mock.calls.length, two.mock.calls.length]).toEqual([1, 0])
    await caughtApiError(second(houseUrl))
    expect([one.mock.calls.length, two.mock.calls.length]).toEqual([1, 1])
  })
})

describe('a wrapped client inside another one', () => {
  it('keeps its verdict', async () => {
    const inner = wrapFetch(answering(Response.json({ code: 'busy' })), house)
    const onError = vi.fn()
    const outer = wrapFetch((input: string) => inner(input), bilibili, { onError })
    const error = await caughtApiError(outer(houseUrl))
    expect(error).toMatchObject({ provider: 'house', code: 'busy' })
    expect(onError).not.toHaveBeenCalled()
  })

  it('keeps it where a library has wrapped the error', async () => {
    const inner = wrapFetch(answering(Response.json({ code: 'busy' })), house)
    const library = (input: string): Promise<Response> =>
      inner(input).catch((cause: unknown) => {
        throw new TypeError('Connection error.', { cause })
      })
    const error = await caught(wrapFetch(library, bilibili)(houseUrl))
    expect(error).toMatchObject({ message: 'Connection error.' })
    expect(apiErrorOf(error)).toMatchObject({ provider: 'house' })
  })
})

describe('a Response of another implementation', () => {
  const error = { code: 'arrears' }

  it.each<[string, object, object]>([
    ['that only has a status is judged by it', { status: 500 }, { reason: 'internal' }],
    [
      'that is a mock is judged by its status',
      { ok: false, status: 404, headers: new Map(), json: () => error },
      { reason: 'not-found' },
    ],
    [
      'that has its body in memory is judged by it',
      { status: 200, headers: new Headers(json), clone: () => new Response(JSON.stringify(error)) },
      { code: 'arrears' },
    ],
    [
      'of React Native, which reads no bytes, is judged',
      {
        status: 200,
        headers: new Headers(json),
        clone: () => ({
          arrayBuffer: () => Promise.reject(new Error('FileReader.readAsArrayBuffer is not implemented')),
          blob: () => Promise.reject(new Error('no')),
          text: () => Promise.resolve(JSON.stringify(error)),
        }),
      },
      { code: 'arrears' },
    ],
    [
      'whose clone throws is judged by its status',
      {
        status: 503,
        headers: {},
        clone() {
          throw new Error('not implemented')
        },
      },
      { reason: 'unavailable', status: 503 },
    ],
  ])('%s', async (_title, response, expected) => {
    expect(await caughtApiError(wrapFetch(answering(response), house)(houseUrl))).toMatchObject(expected)
  })

  it('goes on when a look that fails tells no error', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('not implemented'))
    const response = { status: 200, headers: new Headers(json), clone: () => ({ arrayBuffer: fail, text: fail }) }
    expect(await wrapFetch(answering(response), house)(houseUrl)).toBe(response)
  })

  it('with streams of Node’s is judged, and its body flows on', async () => {
    const nodeResponse = (status: number, text: string): object => {
      const source = new PassThrough()
      let body = source
      source.end(text)
      return {
        status,
        url: houseUrl,
        headers: new Headers(json),
        [Symbol.toStringTag]: 'Response',
        get body() {
          return body
        },
        clone() {
          const [first, second] = [new PassThrough(), new PassThrough()]
          body.pipe(first)
          body.pipe(second)
          body = first
          return { body: second }
        },
      }
    }
    const call = (status: number, text: string): Promise<unknown> =>
      wrapFetch(answering(nodeResponse(status, text)), house)(houseUrl)
    expect(await caught(call(200, '{"code":"arrears"}'))).toMatchObject({ code: 'arrears' })
    expect(await caught(call(500, '{"code":"stranger"}'))).toMatchObject({ code: 'stranger', status: 500 })
    const large = JSON.stringify({ code: 0, filler: 'x'.repeat(300_000) })
    const { body } = (await call(200, large)) as { body: AsyncIterable<Buffer> }
    let text = ''
    for await (const piece of body) text += piece.toString()
    expect(text).toBe(large)
  })

  it.each([[undefined], [null], [1], ['text'], [{}], [{ ok: true }], [{ status: '500' }]])(
    'is none: %j',
    async (answer) => {
      expect(await wrapFetch(answering(answer), house)(houseUrl)).toBe(answer)
    },
  )
})

describe('where the stack of an error begins', () => {
  it.each<[string, Response | 'refused']>([
    ['a body', Response.json({ code: 'busy' })],
    ['a status', new Response('no', { status: 500 })],
    ['a failure', 'refused'],
  ])('of %s is the caller', async (_title, answer) => {
    const api = wrapFetch(
      answer === 'refused' ? () => Promise.reject(new TypeError('fetch failed')) : answering(answer),
      house,
    )
    async function whoCalls(): Promise<unknown> {
      return await api(houseUrl)
    }
    const { stack } = (await caught(whoCalls())) as Error
    const [head, first] = String(stack)
      .split('\n')
      .filter((line) => !line.includes('node:internal'))
    expect(head).toMatch(/^ApiError: house/)
    expect(first).toContain('whoCalls')
  })
})

describe('who judges', () => {
  it('is asked by where a redirect led', async () => {
    await using there = await serve((_request, response) => response.writeHead(200, json).end('{"code":"arrears"}'))
    await using here = await serve((_request, response) => response.writeHead(302, { location: there.url }).end())
    const { host } = new URL(there.url)
    const judging = wrapFetch(fetch, [withHosts(house, host)], { fallback: false })
    expect(await caughtApiError(judging(here.url))).toMatchObject({ code: 'arrears', request: { url: there.url } })
    const { host: other } = new URL(here.url)
    const passing = wrapFetch(fetch, [withHosts(house, other)], { fallback: false })
    expect((await passing(here.url)).ok).toBe(true)
  })

  it('may be named by a call', async () => {
    const api = wrapFetch(answering(Response.json({ code: 'arrears' })), [bilibili], { fallback: false })
    expect((await api('https://elsewhere.test/')).ok).toBe(true)
    expect(await caughtApiError(api('https://elsewhere.test/', { apiErrors: { provider: house } }))).toMatchObject({
      code: 'arrears',
    })
  })

  it('is nobody: that is told once, unread', async () => {
    const onUnjudged = vi.fn()
    const own = () => Promise.resolve(Response.json({ code: 'arrears' }))
    const api = wrapFetch(own, [house], { onUnjudged })
    for (const path of ['a/1', 'a/2?b']) expect((await api(`https://elsewhere.test/${path}`, {})).bodyUsed).toBe(false)
    expect(onUnjudged.mock.calls).toEqual([
      [
        {
          url: 'https://elsewhere.test/a/1',
          method: 'GET',
          status: 200,
          contentType: 'application/json',
          because: 'host',
        },
      ],
    ])
  })

  it('came too late: that is told too', async () => {
    const onUnjudged = vi.fn()
    await using server = await serve((_request, response) => void response.writeHead(200, json).write('['))
    const response = await wrapFetch(fetch, house, { onUnjudged, lateErrors: false })(server.url)
    await response.body?.cancel()
    expect(onUnjudged).toHaveBeenCalledWith(expect.objectContaining({ because: 'slow' }))
  })
})

it('idempotent, per call, is in the error', async () => {
  const api = wrapFetch(answering(new Response(null, { status: 500 })), house)
  const post = { method: 'POST' }
  expect(await caughtApiError(api(houseUrl, post))).toMatchObject({ isRetryable: false })
  expect(await caughtApiError(api(houseUrl, { ...post, apiErrors: { idempotent: true } }))).toMatchObject({
    isRetryable: true,
  })
})

it('bodies: false lets status and headers decide', async () => {
  const api = wrapFetch(answering(Response.json({ code: 'busy' })), house, { bodies: false })
  expect((await api(houseUrl)).ok).toBe(true)
  const failing = wrapFetch(answering(Response.json({ code: 'arrears' }, { status: 500 })), house, { bodies: false })
  expect(await caughtApiError(failing(houseUrl))).toMatchObject({ reason: 'internal', code: undefined })
})

it('a hook or provider that fails never masks an answer', async () => {
  const onDefect = vi.fn()
  const onError = (): Promise<never> => Promise.reject(new Error('mine'))
  const api = wrapFetch(answering(Response.json({ code: 'busy' })), house, { onError, onDefect })
  expect(isApiError(await caught(api(houseUrl)))).toBe(true)
  await vi.waitFor(() => expect(onDefect).toHaveBeenCalledWith({ error: new Error('mine'), at: 'onError' }))
})
