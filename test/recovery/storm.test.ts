import type { Provider } from '@unifault/core'
import { baidu } from '@unifault/providers/baidu'
import { generic } from '@unifault/providers/generic'
import { createRecovery, refresh, repeat } from '@unifault/recovery'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientsOf } from './clients.ts'
import { type Answer, serve, type TestServer } from './server.ts'

vi.setConfig({ testTimeout: 120_000 }) // real servers, on machines that are busy

let server: TestServer | undefined
afterEach(() => server?.close())

const count = 60

/** The two ways in which servers tell an expired token. */
const forms: [name: string, provider: Provider, answer: Answer][] = [
  ['a 200 body', baidu, { body: { error_code: 111, error_msg: 'Access token expired' } }],
  [
    'a 401',
    generic,
    { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' }, body: { error: 'invalid_token' } },
  ],
]

/** Where the token stands. */
const places = ['headers', 'query'] as const

function storm(form: Answer, place: (typeof places)[number], refreshing: () => Promise<void> = async () => undefined) {
  let token = 'old'
  let refreshes = 0
  const recovery = createRecovery({
    repeat: repeat(),
    refresh: refresh({
      current: () => token,
      apply: (request, credential) =>
        place === 'headers'
          ? request.headers.set('authorization', `Bearer ${credential}`)
          : request.query.set('access_token', credential),
      async refresh() {
        refreshes++
        await refreshing()
        return (token = 'new')
      },
    }),
  })
  return {
    recovery,
    refreshes: () => refreshes,
    serve: () =>
      serve(({ headers, url }) =>
        headers.authorization === 'Bearer new' || url.searchParams.get('access_token') === 'new'
          ? { body: { error_code: 0, data: 'fine' } }
          : form,
      ),
  }
}

describe.each(forms)('an expiry told by %s', (_name, provider, form) => {
  describe.each(places)('of a token in the %s', (place) => {
    test.each(['axios', 'fetch', 'ky'] as const)(
      'of 60 requests through %s is one refresh and 60 successes',
      async (client) => {
        const world = storm(form, place)
        server = await world.serve()
        const { url } = server
        const call = clientsOf(world.recovery, provider)[client]
        const results = await Promise.all(
          Array.from({ length: count }, (_, index) => {
            const isPost = index % 2 === 1
            return call(`${url}/list?page=${index}`, isPost ? { method: 'POST', body: `body ${index}` } : {})
          }),
        )
        expect(results.map((text) => (JSON.parse(text) as { data: string }).data)).toEqual(Array(count).fill('fine'))
        expect(world.refreshes()).toBe(1)
        // Each came at most twice, whole, with its own parameters.
        expect(server.received.length).toBeLessThanOrEqual(2 * count)
        const good = server.received.filter((each) =>
          JSON.stringify([each.headers.authorization, each.url.search]).includes('new'),
        )
        expect(new Set(good.map(({ url }) => url.searchParams.get('page'))).size).toBe(count)
        for (const { method, body, url } of good)
          expect(body).toBe(method === 'POST' ? `body ${url.searchParams.get('page')}` : '')
      },
    )
  })
})

describe.each(['axios', 'fetch', 'ky'] as const)('through %s', (client) => {
  const [, , form] = forms[1] as (typeof forms)[number]

  test('a refresh that keeps failing is one call, and all are rejected with their own errors', async () => {
    const world = storm(form, 'headers', () => Promise.reject(new Error('no')))
    server = await world.serve()
    const { url } = server
    const call = clientsOf(world.recovery, generic)[client]
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => call(url)))
    expect(results.length).toBe(50)
    for (const each of results) expect(each).toMatchObject({ reason: { reason: 'token-invalid', status: 401 } })
    expect(world.refreshes()).toBe(1)
    expect(server.received.length).toBe(50)
  })

  test('a header given for the call makes it the user’s own', async () => {
    const world = storm(form, 'headers')
    server = await world.serve()
    const call = clientsOf(world.recovery, generic)[client]
    await expect(call(server.url, { headers: { Authorization: 'Bearer mine' } })).rejects.toMatchObject({ status: 401 })
    expect(world.refreshes()).toBe(0)
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer mine'])
  })

  test.each(['text', 'params', 'form', 'blob', 'bytes'])('a body of %s is sent again', async (kind) => {
    const body: Record<string, () => BodyInit> = {
      text: () => 'a=1',
      params: () => new URLSearchParams({ a: '1' }),
      form() {
        const form = new FormData()
        form.set('a', '1')
        return form
      },
      blob: () => new Blob(['a=1'], { type: 'text/plain' }),
      bytes: () => new TextEncoder().encode('a=1'),
    }
    const world = storm(form, 'headers')
    server = await world.serve()
    const call = clientsOf(world.recovery, generic)[client]
    await call(server.url, { method: 'POST', body: body[kind]?.() as BodyInit })
    const [first, second] = server.received
    expect(server.received.length).toBe(2)
    expect(second?.headers['content-type']?.split(';')[0]).toBe(first?.headers['content-type']?.split(';')[0])
    expect(second?.body.replaceAll(/--[\w.-]{10,}/g, '')).toBe(first?.body.replaceAll(/--[\w.-]{10,}/g, ''))
    expect(second?.body).toContain('1')
  })
})
