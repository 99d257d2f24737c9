import { generic } from '@unifault/providers/generic'
import { stripe } from '@unifault/providers/stripe'
import { createRecovery, refresh, repeat, type RetryEvent } from '@unifault/recovery'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientsOf } from './clients.ts'
import { serve, type TestServer } from './server.ts'

vi.setConfig({ testTimeout: 120_000 }) // real servers, on machines that are busy

let server: TestServer | undefined
afterEach(() => server?.close())

const post = { method: 'POST', body: 'amount=100' }
const declined = {
  status: 402,
  body: {
    error: { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds', message: 'Declined.' },
  },
}

describe.each(['axios', 'fetch', 'ky'] as const)('through %s', (client) => {
  test('a declined payment is sent once', async () => {
    server = await serve(() => declined)
    const call = clientsOf(createRecovery({ repeat: repeat() }), stripe)[client]
    await expect(call(server.url, post)).rejects.toMatchObject({ reason: 'payment-declined' })
    expect(server.received.length).toBe(1)
  })

  test.each([
    ['a status of 500', { status: 500, body: {} }],
    ['a broken connection', undefined],
    ['a page of a proxy', { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad Gateway</html>' }],
  ])('an accepted payment whose answer is lost behind %s is sent once', async (_name, answer) => {
    server = await serve(() => answer)
    const call = clientsOf(createRecovery({ repeat: repeat() }), generic)[client]
    await expect(call(server.url, post)).rejects.toMatchObject({ category: 'server', isRetryable: false })
    expect(server.received.length).toBe(1)
  })

  test('a GET is repeated after each of them', async () => {
    server = await serve((_request, count) =>
      count === 1 ? undefined : count === 2 ? { status: 503 } : { body: { data: 'fine' } },
    )
    const call = clientsOf(createRecovery({ repeat: repeat() }), generic)[client]
    expect(await call(server.url)).toContain('fine')
    expect(server.received.length).toBe(3)
  })

  test('where the provider honours a key, a payment carries one, the same in each attempt, and is repeated', async () => {
    server = await serve((_request, count) =>
      count < 3 ? { status: 429, headers: { 'retry-after': '0' } } : { body: { id: 'ch_1' } },
    )
    const recovery = createRecovery({ repeat: repeat({ idempotencyHeader: 'Idempotency-Key' }) })
    const call = clientsOf(recovery, generic)[client]
    await call(server.url, post)
    const { url } = server
    await call(url, { ...post, headers: { 'idempotency-key': 'mine' } })
    const keys = server.received.map(({ headers }) => headers['idempotency-key'])
    expect(keys[0]).toMatch(/^[\d-]{20,}$/)
    expect(keys.slice(0, 3)).toEqual([keys[0], keys[0], keys[0]])
    expect(keys[3]).toBe('mine')
  })

  test('a stream is sent once, and told so', async () => {
    const events: RetryEvent[] = []
    let refreshes = 0
    const recovery = createRecovery({
      repeat: repeat(),
      refresh: refresh({
        current: () => 'old',
        apply: ({ headers }, token) => headers.set('authorization', token),
        refresh: async () => `new${++refreshes}`,
      }),
      onRetry: (event) => events.push(event),
    })
    server = await serve(() => ({ status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }))
    const call = clientsOf(recovery, generic)[client]
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('x'.repeat(client === 'ky' ? 70_000 : 10)))
        controller.close()
      },
    })
    const { Readable } = await import('node:stream')
    const stream = client === 'axios' ? (Readable.from(['a', 'b']) as never) : body
    await expect(
      call(server.url, { method: 'PUT', body: stream, ...({ duplex: 'half' } as object) }),
    ).rejects.toMatchObject({
      status: 401,
    })
    expect(server.received.length).toBe(1)
    expect(events.map(({ repeat, because }) => [repeat, because])).toEqual([[false, 'body']])
    // The others need it.
    expect(refreshes).toBe(1)
  })
})

describe('a Request of fetch', () => {
  test.each([10, 65_536])('is sent again with its body of %i bytes', async (size) => {
    server = await serve((_request, count) => (count === 1 ? { status: 503 } : { body: { data: 'fine' } }))
    const { createClassifier } = await import('@unifault/core')
    const classify = createClassifier(generic)
    const request = new Request(server.url, {
      method: 'PUT',
      body: 'x'.repeat(size),
      headers: { 'content-type': 'text/x' },
    })
    await createRecovery({ repeat: repeat() }).fetch({
      input: request,
      init: undefined,
      async send(input, init: RequestInit | undefined) {
        const response = await fetch(input, init)
        const { status, headers } = response
        const error = classify({ url: response.url, method: 'PUT', status, headers, body: undefined })
        if (error) throw error
        return response
      },
    })
    expect(server.received.map(({ body, headers }) => [body.length, headers['content-type']])).toEqual([
      [size, 'text/x'],
      [size, 'text/x'],
    ])
  })
})
