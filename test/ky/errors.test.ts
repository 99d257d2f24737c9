import { inspect } from 'node:util'
import { createClassifier, isApiError, originOf } from '@unifault/core'
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import { tencent } from '@unifault/providers/tencent'
import ky, { HTTPError, isKyError, NetworkError } from 'ky'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { caught, caughtApiError } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'
import { type Reply, replay } from '../fetch/replay.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const once = ky.create({ retry: 0 })
const api = wrapKy(once, [house, bilibili, tencent])
const page = '<!doctype html><html><title>Bad Gateway</title></html>'
const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html; charset=utf-8' }
const elsewhere = 'https://elsewhere.test/'

describe('an answer becomes an ApiError', () => {
  it.each<[string, string, Reply, object]>([
    [
      'by its code under 200',
      'https://api.bilibili.com/x/web-interface/nav',
      { body: { code: -101, message: '账号未登录', ttl: 1 } },
      { provider: 'bilibili', category: 'auth', reason: 'unauthenticated', code: '-101', status: 200 },
    ],
    [
      'by a callback that is called text/html',
      'https://graph.qq.com/oauth2.0/me',
      { headers: html, body: 'callback( {"error":100016,"error_description":"access token check failed"} );' },
      { provider: 'tencent', category: 'auth', reason: 'token-revoked', code: '100016', status: 200 },
    ],
    [
      'by a page under 200',
      'https://api.bilibili.com/x/space/wbi/acc/info',
      { headers: html, body: '<!DOCTYPE html><html><head><title>验证码_哔哩哔哩</title></head></html>' },
      { provider: 'bilibili', category: 'auth', reason: 'action-required', status: 200 },
    ],
    [
      'by its code under 4xx',
      houseUrl,
      { status: 403, body: { code: 'arrears' } },
      { provider: 'house', category: 'rate-limit', reason: 'payment-required', status: 403 },
    ],
    [
      'by its status when it is a page that is called JSON',
      houseUrl,
      { status: 502, headers: json, body: page },
      { reason: 'unavailable', status: 502, matchedBy: { by: 'status' } },
    ],
    [
      'for broken JSON under 200',
      houseUrl,
      { headers: json, body: '{"code":' },
      { reason: 'malformed-response', status: 200 },
    ],
    ['by its status when it is empty', houseUrl, { status: 404 }, { reason: 'not-found', status: 404 }],
    [
      'by its status when nobody knows the host',
      elsewhere,
      { status: 401, body: { code: 'arrears' } },
      { provider: undefined, reason: 'unauthenticated', status: 401 },
    ],
  ])('%s', async (_title, url, reply, expected) => {
    replay(server, url, reply)
    expect(await caughtApiError(api.get(url))).toMatchObject(expected)
    expect(await caughtApiError(api.get(url).json())).toMatchObject(expected)
    expect(await caughtApiError(api.get(url).text())).toMatchObject(expected)
  })

  it('with a pattern in the message of a page that ky could not parse', async () => {
    replay(server, houseUrl, { status: 500, headers: json, body: 'request 7 was blocked' })
    const error = await caughtApiError(api.get(houseUrl))
    expect(error.providerMessage).toBe('request 7 was blocked')
    expect(originOf(error).body).toBe('request 7 was blocked')
  })
})

describe('a success', () => {
  it.each<[string, Reply]>([
    ['with its success code', { body: { code: 0, data: { code: 'arrears' } } }],
    ['without a code', { body: [1, 2] }],
    ['that is a page', { headers: html, body: page }],
    ['that is empty', {}],
    ['of 204', { status: 204 }],
  ])('%s stays one', async (_title, reply) => {
    replay(server, houseUrl, reply)
    expect((await api.get(houseUrl)).status).toBe(reply === 'cut' ? 0 : (reply.status ?? 200))
  })

  it('of HEAD stays one, whatever it says', async () => {
    replay(server, houseUrl, { headers: json })
    expect((await api.head(houseUrl)).ok).toBe(true)
  })

  it('of an unknown host stays one, whatever it says', async () => {
    replay(server, elsewhere, { body: { code: 'arrears' } })
    expect(await api.get(elsewhere).json()).toEqual({ code: 'arrears' })
  })
})

describe('the error', () => {
  it('is a plain ApiError, with the error of ky behind it', async () => {
    replay(server, houseUrl, {
      status: 503,
      headers: { 'x-request-id': 'r-1' },
      body: { code: 'busy', message: 'later' },
    })
    const all = wrapKy(once, house, { keep: 'all' })
    const error = await caughtApiError(all.get(houseUrl, { searchParams: { q: 'query' } }))
    expect(isKyError(error)).toBe(false)
    expect(error.message).toBe('house busy: internal (HTTP 503): later')
    const bare = createClassifier(house)({
      url: houseUrl,
      method: 'GET',
      status: 503,
      headers: {},
      body: '{"code":"busy"}',
    })
    expect(Object.keys(error)).toEqual(Object.keys(bare as object))
    expect(error.cause).toBeUndefined()
    const origin = originOf(error)
    expect(origin.error).toBeInstanceOf(HTTPError)
    expect((origin.error as HTTPError).data).toEqual({ code: 'busy', message: 'later' })
    expect(origin.response).toBe((origin.error as HTTPError).response)
    expect((origin.headers as Headers).get('x-request-id')).toBe('r-1')
    expect(origin.body).toBe('{"code":"busy","message":"later"}')
  })

  it.each<[string, Reply]>([
    ['a body', { body: { code: 'busy' } }],
    ['a status', { status: 500, body: { code: 'busy' } }],
  ])('of %s keeps the text, but neither answer nor request unless that is asked for', async (_title, reply) => {
    replay(server, houseUrl, reply)
    expect(originOf(await caught(api.get(houseUrl)))).toMatchObject({
      error: undefined,
      response: undefined,
      headers: expect.any(Headers),
      body: '{"code":"busy"}',
    })
    const all = originOf(await caught(wrapKy(once, house, { keep: 'all' }).get(houseUrl)))
    expect(all.response).toBeInstanceOf(Response)
  })

  it('of the network has what fetch threw behind it, or the one of ky', async () => {
    replay(server, houseUrl, 'cut')
    const error = await caughtApiError(api.get(houseUrl))
    expect(error).toMatchObject({ provider: 'house', reason: 'network', status: undefined, retry: 'if-idempotent' })
    expect(originOf(error)).toMatchObject({ error: expect.any(TypeError), response: undefined })
    const all = await caughtApiError(wrapKy(once, house, { keep: 'all' }).get(houseUrl))
    expect(originOf(all).error).toBeInstanceOf(NetworkError)
  })

  it('keeps every secret out of every view', async () => {
    const secret = 's3cr3t-value-1234'
    const echo = { code: 'stranger', message: `token ${secret} of ${encodeURIComponent(secret)} is bad` }
    const user = api.extend({ headers: { authorization: `Bearer ${secret}`, cookie: `SESSDATA=${secret}` } })
    const call = (reply: Reply): Promise<unknown> => {
      replay(server, houseUrl, reply)
      return caught(
        user.post(houseUrl, { searchParams: { access_token: secret }, json: { password: secret }, timeout: 1000 }),
      )
    }
    const headers = { 'set-cookie': `session=${secret}` }
    for (const reply of ['cut', { headers, body: echo }, { status: 403, headers, body: echo }] as const) {
      const error = await call(reply)
      expect(isApiError(error)).toBe(true)
      const views = [String(error), JSON.stringify(error), inspect(error, { depth: 10, showHidden: true })]
      views.push((error as Error).stack ?? '', JSON.stringify({ ...(error as object) }), inspect({ error }))
      for (const view of views) {
        expect(view).not.toContain(secret)
        expect(view).not.toContain('access_token')
      }
    }
  })

  it('keeps a secret of the request body out, which only the options hold', async () => {
    const secret = 'p4ssw0rd-of-mine'
    const reply = { body: { code: 'crooked', message: `not allowed: ${secret}` } }
    const bodies = [{ json: { password: secret } }, { body: new URLSearchParams({ password: secret }) }]
    for (const body of bodies) {
      replay(server, houseUrl, reply)
      expect((await caughtApiError(api.post(houseUrl, body))).message).toBe(
        'house crooked: invalid-parameter (HTTP 200): not allowed: *',
      )
    }
  })
})

describe('a redirect that is not followed', () => {
  it('is ky’s own', async () => {
    replay(server, houseUrl, { status: 302, headers: { location: '/', ...json }, body: '{"code":"arrears"}' })
    expect(await caught(api.get(houseUrl, { redirect: 'manual' }))).toBeInstanceOf(HTTPError)
  })
})

describe('an error that is nobody’s', () => {
  it('goes through as it is', async () => {
    const mine = new TypeError('mine')
    const fetch = (): Promise<Response> => Promise.reject(mine)
    expect(await caught(api.get(houseUrl, { fetch }))).toBe(mine)
  })

  it('is not made of what is no Response', async () => {
    const answer = { ok: true }
    const fetch = (): Promise<Response> => Promise.resolve(answer as Response)
    expect(await api.get(houseUrl, { fetch })).toBe(answer)
  })

  it('may be that of another library, thrown by a hook', async () => {
    const other = Object.assign(new Error('other'), { name: 'HTTPError' })
    const beforeRequest = [
      () => {
        throw other
      },
    ]
    expect(await caught(api.get(houseUrl, { hooks: { beforeRequest } }))).toBe(other)
  })
})

describe('a provider that throws', () => {
  it('never masks the answer', async () => {
    const defects: unknown[] = []
    const broken = {
      ...house,
      dialects: [
        {
          name: 'broken',
          judge() {
            throw new Error('broken')
          },
        },
      ],
    }
    const fragile = wrapKy(once, broken, { onDefect: ({ at }) => defects.push(at) })
    replay(server, houseUrl, { body: { code: 'busy' } })
    expect(await fragile.get(houseUrl).json()).toEqual({ code: 'busy' })
    expect(defects).toEqual(['house broken'])
  })
})

it('uses the global fetch of the time of the call', async () => {
  const early = wrapKy(ky, house)
  const { fetch } = globalThis
  globalThis.fetch = () => Promise.resolve(Response.json({ code: 'arrears' }))
  try {
    expect(await caughtApiError(early.get(houseUrl))).toMatchObject({ code: 'arrears' })
  } finally {
    globalThis.fetch = fetch
  }
})

it('keeps 20 concurrent calls apart', async () => {
  const kinds = ['throttled', 'stranger', 0, 404, 'busy'] as const
  server.use(
    http.get(houseUrl, ({ request }) => {
      const kind = kinds[Number(new URL(request.url).searchParams.get('kind'))]
      if (kind === 404) return new Response(null, { status: 404 })
      return Response.json({ code: kind, wait_ms: kind === 'throttled' ? 2 : undefined })
    }),
  )
  const busy = wrapKy(ky.create({ retry: { delay: () => 1 } }), house)
  const calls = Array.from({ length: 20 }, (_, index) =>
    busy
      .get(houseUrl, { searchParams: { kind: index % 5 } })
      .json()
      .catch((error: unknown) => error),
  )
  const results = await Promise.all(calls)
  results.forEach((result, index) => {
    const kind = kinds[index % 5]
    if (kind === 0) expect(result).toEqual({ code: 0 })
    else expect(result).toMatchObject(kind === 404 ? { status: 404, reason: 'not-found' } : { status: 200, code: kind })
  })
})
