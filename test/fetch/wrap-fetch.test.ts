import { inspect } from 'node:util'
import { isApiError, originOf } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'
import { tencent } from '@unifault/providers/tencent'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from './caught.ts'
import { house, houseUrl } from './house.ts'
import { type Reply, replay } from './replay.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

type Fetch = typeof globalThis.fetch

// The global fetch is the mocked one only from `listen` on.
const bare: Fetch = (...request) => fetch(...request)
const api = wrapFetch(bare, [house, bilibili, tencent])
const html = { 'content-type': 'text/html' }
const elsewhere = 'https://elsewhere.test/'

/** A fetch that answers with this, and what it was called with. */
function answering(response: Response): Fetch {
  return () => Promise.resolve(response)
}

describe('an answer is thrown as an ApiError', () => {
  it.each<[string, string, Reply, object]>([
    [
      'by its code under 200',
      'https://api.bilibili.com/x/web-interface/nav',
      { body: { code: -101, message: '账号未登录', ttl: 1 } },
      { provider: 'bilibili', category: 'auth', code: '-101', status: 200, providerMessage: '账号未登录' },
    ],
    [
      'by a callback that is called text/html',
      'https://graph.qq.com/oauth2.0/me',
      { headers: html, body: 'callback( {"error":100016,"error_description":"access token check failed"} );' },
      { provider: 'tencent', category: 'auth', code: '100016' },
    ],
    ['by its code under 5xx', houseUrl, { status: 500, body: { code: 'arrears' } }, { reason: 'payment-required' }],
    ['by its status', houseUrl, { status: 404, headers: html, body: '<p>no' }, { reason: 'not-found', status: 404 }],
    ['by a status of an unknown host', elsewhere, { status: 503 }, { reason: 'unavailable', provider: undefined }],
    [
      'for broken JSON',
      houseUrl,
      { headers: { 'content-type': 'application/json' }, body: '{"code":' },
      { reason: 'malformed-response' },
    ],
  ])('%s', async (_title, url, reply, expected) => {
    replay(server, url, reply)
    expect(await caughtApiError(api(url))).toMatchObject(expected)
    expect(await caughtApiError(api(new URL(url)))).toMatchObject(expected)
    expect(await caughtApiError(api(new Request(url)))).toMatchObject(expected)
  })

  it('once: fetch never asks again', async () => {
    const hits = replay(server, houseUrl, { body: { code: 'throttled' } })
    await caughtApiError(api(houseUrl))
    expect(hits).toHaveLength(1)
  })

  it('with the answer behind it', async () => {
    replay(server, houseUrl, { headers: { a: 'b' }, body: { code: 'busy' } })
    const { error, response, headers, body } = originOf(await caught(api(houseUrl)))
    expect(error).toBeUndefined()
    expect(response).toBeUndefined() // it would keep more alive than is needed
    expect((headers as Headers).get('a')).toBe('b')
    expect(body).toBe('{"code":"busy"}')
    const all = originOf(await caught(wrapFetch(bare, house, { keep: 'all' })(houseUrl)))
    expect(await (all.response as Response).json()).toEqual({ code: 'busy' })
  })

  it('that names the method and the path of this request', async () => {
    replay(server, houseUrl, { body: { code: 'busy' } })
    const post = await caughtApiError(api(`${houseUrl}?a=1`, { method: 'POST' }))
    expect(post.request).toEqual({ method: 'POST', url: houseUrl, idempotent: false })
    const patch = new Request(houseUrl, { method: 'PATCH', headers: { 'idempotency-key': '1' } })
    expect((await caughtApiError(api(patch))).request).toMatchObject({ method: 'PATCH', idempotent: true })
  })
})

describe('an answer is handed on', () => {
  it.each<[string, Response]>([
    ['a success', Response.json({ code: 0 })],
    ['an opaque one', Object.defineProperty(Response.json({ code: 'busy' }), 'type', { value: 'opaque' })],
    ['an opaque redirect', Object.defineProperty(new Response('{"code":"busy"}'), 'type', { value: 'opaqueredirect' })],
    ['one of 204', new Response(null, { status: 204 })],
    ['one of 304', new Response(null, { status: 304 })],
    ['one of 302', Response.json({ code: 'busy' }, { status: 302 })],
    [
      'one of a media type that tells no error',
      new Response('{"code":"busy"}', { headers: { 'content-type': 'image/png' } }),
    ],
  ])('untouched: %s', async (_title, response) => {
    const wasUsed = response.bodyUsed
    expect(await wrapFetch(answering(response), house)(houseUrl)).toBe(response)
    expect(response.bodyUsed).toBe(wasUsed)
  })

  it('when it is read already', async () => {
    const response = Response.json({ code: 'busy' })
    await response.text()
    expect(await wrapFetch(answering(response), house)(houseUrl)).toBe(response)
  })

  it('readable, and so is its clone', async () => {
    replay(server, houseUrl, { body: { code: 0, data: 1 } })
    const response = await api(houseUrl)
    const clone = response.clone()
    expect(await response.json()).toEqual({ code: 0, data: 1 })
    expect(await clone.text()).toBe('{"code":0,"data":1}')
  })

  it('to HEAD', async () => {
    replay(server, houseUrl, { headers: { 'content-type': 'application/json' } })
    expect((await api(houseUrl, { method: 'HEAD' })).ok).toBe(true)
  })

  it('when it is of a library whose streams nobody can read', async () => {
    const response = Object.defineProperty(Response.json({ code: 'busy' }), 'body', { value: { pipe() {} } })
    expect(await wrapFetch(answering(response), house)(houseUrl)).toBe(response)
  })

  it('when it is no Response', async () => {
    const answer = { ok: true, json: () => ({ code: 'busy' }) } as unknown as Response
    expect(await wrapFetch(answering(answer), house)(houseUrl)).toBe(answer)
  })

  it('but judged where bodies come as a whole', async () => {
    const response = Response.json({ code: 'busy' })
    const clone = response.clone()
    Object.defineProperty(clone, 'body', { value: undefined })
    Object.defineProperties(response, { body: { value: undefined }, clone: { value: () => clone } })
    expect(await caughtApiError(wrapFetch(answering(response), house)(houseUrl))).toMatchObject({ code: 'busy' })
  })
})

describe('a failure', () => {
  it('of the network is an ApiError', async () => {
    replay(server, houseUrl, 'cut')
    const error = await caughtApiError(api(houseUrl))
    expect(error).toMatchObject({ provider: 'house', category: 'server', reason: 'network', status: undefined })
    expect(originOf(error).error).toBeInstanceOf(TypeError)
    expect(error.cause).toBeUndefined()
  })

  it('of an unknown host is left where fallback is false', async () => {
    replay(server, elsewhere, 'cut')
    const error = await caught(wrapFetch(bare, [house], { fallback: false })(elsewhere))
    expect(isApiError(error)).toBe(false)
    expect(error).toBeInstanceOf(TypeError)
  })

  const used = new Request(houseUrl, { method: 'POST', body: 'a' })
  const locked = new ReadableStream()
  locked.getReader()

  it.each<[string, Parameters<typeof api>]>([
    ['a relative URL', ['/things']],
    ['a URL with credentials', ['https://user:password@api.house.test/']],
    ['a bad method', [houseUrl, { method: 'GET ' }]],
    ['a bad header', [houseUrl, { headers: { 'a b': 'c' } }]],
    ['a body on GET', [houseUrl, { body: 'a' }]],
    ['a Request that is read already', [used]],
    ['a stream that is being read', [houseUrl, { method: 'POST', body: locked, duplex: 'half' } as RequestInit]],
  ])('by misuse stays the TypeError that it was: %s', async (_title, request) => {
    if (request[0] === used && !used.bodyUsed) await used.text()
    const error = await caught(api(...request))
    expect(isApiError(error)).toBe(false)
    expect(error).toBeInstanceOf(TypeError)
  })

  it('of a body that was fine before the call is no misuse', async () => {
    replay(server, houseUrl, 'cut')
    const body = new Blob(['a']).stream()
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit
    expect(await caughtApiError(api(houseUrl, init))).toMatchObject({ reason: 'network' })
    expect(await caughtApiError(api(new Request(houseUrl, { method: 'POST', body: 'a' })))).toMatchObject({
      reason: 'network',
    })
  })
})

describe('pass and apiErrors', () => {
  const passing = wrapFetch(bare, house, { pass: ['authorization-pending'] })
  const unscanned: Reply = { body: { code: 'unscanned' } }

  it('hand answers on, with any status', async () => {
    replay(server, houseUrl, unscanned)
    expect(await (await passing(houseUrl)).json()).toEqual({ code: 'unscanned' })
    replay(server, houseUrl, { status: 400, ...unscanned })
    expect((await passing(houseUrl)).status).toBe(400)
  })

  it('hold for one call', async () => {
    replay(server, houseUrl, unscanned)
    expect(await caughtApiError(passing(houseUrl, { apiErrors: { pass: [] } }))).toMatchObject({ code: 'unscanned' })
    expect((await api(houseUrl, { apiErrors: { pass: ({ code }) => code === 'unscanned' } })).ok).toBe(true)
    expect((await api(houseUrl, { apiErrors: false })).ok).toBe(true)
  })

  it('are refused when they are malformed', async () => {
    expect(await caught(api(houseUrl, { apiErrors: true as never }))).toEqual(
      new TypeError('`apiErrors` must be false or an object, got true'),
    )
    expect(await caught(api(houseUrl, { apiErrors: { pass: ['nope' as never] } }))).toBeInstanceOf(TypeError)
    expect(await caught(api(houseUrl, { apiErrors: { passes: [] } as never }))).toBeInstanceOf(TypeError)
  })
})

describe('wrapFetch', () => {
  it('tells each error once', async () => {
    const onError = vi.fn()
    replay(server, houseUrl, { status: 500 })
    const error = await caught(wrapFetch(bare, house, { onError })(houseUrl))
    expect(onError.mock.calls).toEqual([[error, {}]])
  })

  it('refuses what is no fetch, and options that are none', () => {
    expect(() => wrapFetch(null as never, house)).toThrow(
      '`fetch` must be a function, or an object with a `fetch` method, got null',
    )
    // Such as that of a runtime that has none.
    expect(() => wrapFetch(undefined as never, house)).toThrow('got undefined')
    expect(() => wrapFetch(bare, house, { nope: 1 } as never)).toThrow('`nope` is not an option')
    expect(() => wrapFetch(bare, house, { fallback: true as never })).toThrow('`fallback`')
  })

  it('keeps every secret out of every view', async () => {
    const secret = 's3cr3t-value-1234'
    const headers = { 'set-cookie': `session=${secret}` }
    const echo = { code: 'stranger', message: `token ${secret} is bad` }
    for (const reply of ['cut', { headers, body: echo }, { status: 403, headers, body: echo }] as const) {
      replay(server, houseUrl, reply)
      const error = await caughtApiError(
        api(`${houseUrl}?access_token=${secret}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${secret}`, cookie: `SESSDATA=${secret}` },
          body: JSON.stringify({ password: secret }),
        }),
      )
      const views = [String(error), error.stack ?? '', JSON.stringify(error), JSON.stringify({ ...error })]
      views.push(inspect(error, { depth: 10, showHidden: true }), inspect({ error }))
      for (const view of views) {
        expect(view).not.toContain(secret)
        expect(view).not.toContain('access_token')
      }
    }
  })
})
