import type { FetchCall, Handover, Outgoing, Recoverer } from '@unifault/core/adapter'
import { fakeApiError } from '@unifault/core/testing'
import { describe, expect, test } from 'vitest'
import { type FetchInput, recoverFetch } from './fetch.ts'

type Handle = Recoverer['handle']

/** A recoverer that sends so often, and does to each copy what a test says. */
function sending(times: number, change: (request: Outgoing<RequestInit>) => void = () => undefined): Handle {
  return async <T, N>(call: Handover<T, N>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const outgoing = call.prepare()
      change(outgoing as unknown as Outgoing<RequestInit>)
      try {
        return await call.send(outgoing, attempt)
      } catch (error) {
        const willRetry = attempt < times && call.canRepeat()
        call.told?.(error, { attempt, willRetry })
        if (!willRetry) throw error
      }
    }
  }
}

/** Runs a call whose every answer is an error, and gives the Requests that fetch would have sent. */
async function sent(
  handle: Handle,
  input: FetchInput,
  init?: RequestInit,
): Promise<{ url: string; method: string; headers: Record<string, string>; body: string; credentials: string }[]> {
  const requests: Request[] = []
  const send: FetchCall<FetchInput, RequestInit, Response>['send'] = async (input, init) => {
    const request = new Request(input, init)
    requests.push(request.clone())
    await request.text() // as fetch does
    throw fakeApiError({ reason: 'unavailable' })
  }
  await recoverFetch(handle, { input, init, send }).catch(() => undefined)
  return Promise.all(
    requests.map(async (request) => ({
      url: request.url,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
      credentials: request.credentials,
    })),
  )
}

const url = 'https://api.example.com/x?a=1'
const sign = (request: Outgoing<RequestInit>): void => {
  request.headers.set('authorization', 'secret')
  request.query.set('token', 'secret')
}

describe('a call of fetch that is handed to a recoverer', () => {
  test.each([
    ['a string', () => url],
    ['a URL', () => new URL(url)],
    ['a Request', () => new Request(url, { credentials: 'omit' })],
  ])('of %s gets headers and a URL of its own in each attempt; what the user gave stays', async (name, input) => {
    const given = input()
    const init = { headers: { 'x-own': 'a' } }
    const requests = await sent(sending(2, sign), given, init)
    expect(requests.length).toBe(2)
    for (const request of requests)
      expect(request).toMatchObject({
        url: `${url}&token=secret`,
        headers: { 'x-own': 'a', authorization: 'secret' },
        credentials: name === 'a Request' ? 'omit' : 'same-origin',
      })
    expect(init).toEqual({ headers: { 'x-own': 'a' } })
    expect(given instanceof Request ? given.url : String(given)).toBe(url)
    if (given instanceof Request) expect(given.headers.has('authorization')).toBe(false)
  })

  test('of a Request keeps its headers beside new ones', async () => {
    const [request] = await sent(
      sending(1, ({ headers }) => headers.set('b', '2')),
      new Request(url, { headers: { a: '1' } }),
    )
    expect(request?.headers).toMatchObject({ a: '1', b: '2' })
  })

  test.each([
    ['unchanged', () => undefined],
    ['with other headers', ({ headers }: Outgoing) => headers.set('a', 'b')],
    ['with another URL', ({ query }: Outgoing) => query.set('a', '2')],
  ])('of a Request with a body is sent again with it, %s', async (_name, change) => {
    const requests = await sent(sending(3, change), new Request(url, { method: 'PUT', body: 'whole' }))
    expect(requests.map(({ method, body }) => [method, body])).toEqual(
      Array.from({ length: 3 }, () => ['PUT', 'whole']),
    )
  })

  test('of a Request with a large body is sent once', async () => {
    const large = 'x'.repeat(65_537)
    for (const change of [() => undefined, sign]) {
      const requests = await sent(sending(3, change), new Request(url, { method: 'PUT', body: large }))
      expect(requests.map(({ body }) => body.length)).toEqual([large.length])
    }
  })

  test('of a stream is sent once', async () => {
    const body = new Blob(['x']).stream()
    expect((await sent(sending(3), url, { method: 'PUT', body, duplex: 'half' } as RequestInit)).length).toBe(1)
  })

  test('reads and deletes headers and parameters', async () => {
    const seen: unknown[] = []
    const change = ({ headers, query, method, url }: Outgoing): void => {
      seen.push(headers.get('X-Own'), headers.get('none'), query.get('a'), query.get('none'), method, url)
      headers.delete('x-own')
      query.delete('a')
    }
    const [request] = await sent(sending(1, change), url, { method: 'post', headers: { 'x-own': '1' } })
    expect(seen).toEqual(['1', undefined, '1', undefined, 'POST', url])
    expect(request?.url).toBe('https://api.example.com/x')
    expect(request?.headers).not.toHaveProperty('x-own')
  })

  test('leaves what is no URL to fetch', async () => {
    const change = ({ query, url }: Outgoing): void => expect([query.get('a'), url]).toEqual([undefined, 'http://'])
    await expect(
      recoverFetch(sending(1, change), {
        input: 'http://',
        init: undefined,
        send: (input, init) => fetch(input, init),
      }),
    ).rejects.toThrow(TypeError)
  })

  test('gives back the last Response where the client is to have it, and frees the earlier ones', async () => {
    const responses: Response[] = []
    const response = await recoverFetch(sending(2), {
      input: url,
      init: undefined,
      async send() {
        const response = new Response('busy', { status: 503 })
        responses.push(response)
        return response
      },
      errorIn: () => fakeApiError({ reason: 'unavailable' }),
    })
    expect(response).toBe(responses[1])
    expect(await response.text()).toBe('busy')
    expect(responses[0]?.bodyUsed).toBe(true)
  })
})
