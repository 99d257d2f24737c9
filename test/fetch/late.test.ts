import { isApiError, originOf, wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import ky from 'ky'
import { describe, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from './caught.ts'
import { house } from './house.ts'
import { serveInSteps } from './steps.ts'

/** A page is let go after 100 ms, unread; the house writes its errors as pages too. */
const text = { 'content-type': 'text/plain' }
const json = { 'content-type': 'application/json' }
const api = wrapFetch(fetch, house)
const instance = wrapKy(ky.create({ retry: 0 }), house)
type Reading = 'json' | 'text' | 'arrayBuffer' | 'bytes' | 'blob'
const readings: Reading[] = ['json', 'text', 'arrayBuffer', 'bytes', 'blob']

/** An answer whose first piece tells nothing yet. */
const late = (...pieces: string[]) => serveInSteps(200, text, '{"code":', ...pieces)

describe.concurrent('an error that comes after the answer was handed on', () => {
  it.each(readings)('is told by %s()', async (reading) => {
    const onError = vi.fn()
    await using server = await late('"arrears","request_id":"r-1"}')
    const response = await wrapFetch(fetch, house, { onError })(server.url)
    expect(onError).not.toHaveBeenCalled()
    await server.next()
    const read = caughtApiError(response[reading]())
    await server.next()
    const error = await read
    expect(error).toMatchObject({ provider: 'house', code: 'arrears', status: 200, requestId: 'r-1' })
    expect(onError.mock.calls).toEqual([[error, { late: true }]])
    expect(originOf(error).body).toBe('{"code":"arrears","request_id":"r-1"}')
  })

  it.each(readings)('is told by %s() of a clone, once', async (reading) => {
    const onError = vi.fn()
    await using server = await late('"arrears"}')
    const response = await wrapFetch(fetch, house, { onError })(server.url)
    const clone = response.clone().clone()
    await server.next()
    const [first, second] = [caughtApiError(clone[reading]()), caughtApiError(response.text())]
    await server.next()
    expect(await first).toBe(await second)
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('is not told by the raw body', async () => {
    await using server = await late('"arrears"}')
    const { body } = await api(server.url)
    await server.next()
    await server.next()
    expect(await new Response(body).text()).toBe('{"code":"arrears"}')
  })

  it('is not told where that is switched off, or where it is passed', async () => {
    await using server = await late('"arrears"}')
    const clients = [
      wrapFetch(fetch, house, { lateErrors: false }),
      wrapFetch(fetch, house, { pass: ['payment-required'] }),
      wrapFetch(fetch, house, { bodies: false }),
    ]
    for (const client of clients) {
      const response = await client(server.url)
      await server.next()
      const read = response.json()
      await server.next()
      expect(await read).toEqual({ code: 'arrears' })
    }
  })

  it.each(['json', 'text', 'arrayBuffer', 'bytes', 'blob'] as const)(
    'begins its stack at the caller of %s',
    async (name) => {
      await using server = await late('"arrears"}')
      const response = await api(server.url)
      await server.next()
      async function whoReads(): Promise<unknown> {
        return await response[name]()
      }
      const read = caught(whoReads())
      await server.next()
      const [first = ''] = String(((await read) as Error).stack)
        .split('\n')
        .slice(1)
      expect(first).toContain('whoReads')
    },
  )

  it('is judged by the charset of its bytes', async () => {
    await using server = await serveInSteps(200, { 'content-type': 'text/plain; charset=utf-16le' }, '{\u0000')
    const response = await api(server.url)
    await server.next()
    expect(await response.text()).toBe('{\u0000') // as fetch itself reads it
  })
})

it.concurrent('is told once, by the innermost of clients that stand in each other', async () => {
  const [inner, outer] = [vi.fn(), vi.fn()]
  await using server = await late('"arrears"}')
  const within = wrapFetch(fetch, house, { onError: inner })
  const around = wrapFetch((input: string) => within(input), house, { onError: outer })
  const response = await around(server.url)
  await server.next()
  const read = caughtApiError(response.json())
  await server.next()
  expect(inner.mock.calls).toEqual([[await read, { late: true }]])
  expect(outer).not.toHaveBeenCalled()
})

describe.concurrent('what was handed on and is no error', () => {
  it.each<[Reading, unknown]>([
    ['json', { code: 0, data: 'é' }],
    ['text', '{"code":0,"data":"é"}'],
    ['bytes', new TextEncoder().encode('{"code":0,"data":"é"}')],
  ])('is read by %s() as ever', async (reading, expected) => {
    await using server = await late('0,"data":"é"}')
    const response = await api(server.url)
    await server.next()
    const read = response[reading]()
    await server.next()
    expect(await read).toEqual(expected)
    expect(response.bodyUsed).toBe(true)
    expect(await caught(response.text())).toBeInstanceOf(TypeError)
    expect(isApiError(await caught(response.json()))).toBe(false)
  })

  it('is the same Blob and ArrayBuffer', async () => {
    await using server = await late('0}')
    for (const reading of ['blob', 'arrayBuffer'] as const) {
      const response = await api(server.url)
      await server.next()
      const read = response[reading]()
      await server.next()
      const came = await read
      expect(came instanceof Blob ? await came.text() : new TextDecoder().decode(came)).toBe('{"code":0}')
      if (came instanceof Blob) expect(came.type).toBe('text/plain')
    }
  })

  it('may be as large as it likes', async () => {
    const large = 'x'.repeat(200_000)
    await using server = await late(`"arrears","filler":"${large}"}`)
    const response = await api(server.url)
    await server.next()
    const read = response.json()
    await server.next()
    expect(await read).toEqual({ code: 'arrears', filler: large })
  })

  it('stays an instance of Response', async () => {
    await using server = await late()
    const response = await api(server.url)
    expect(response).toBeInstanceOf(Response)
    expect(Object.keys(response)).toEqual([])
    expect(response.url).toBe(server.url)
  })
})

describe.concurrent('a body that is cut after the answer was handed on', () => {
  it.each(readings)('is a failure of the network to %s()', async (reading) => {
    const onError = vi.fn()
    await using server = await late('more')
    const response = await wrapFetch(fetch, house, { onError })(server.url)
    const read = caughtApiError(response[reading]())
    await server.next()
    server.cut()
    const error = await read
    expect(error).toMatchObject({ category: 'server', reason: 'network' })
    expect(originOf(error).error).toBeInstanceOf(TypeError)
    expect(onError.mock.calls).toEqual([[error, { late: true }]])
  })

  it('is the caller’s own when he aborts', async () => {
    const controller = new AbortController()
    await using server = await late()
    const response = await api(server.url, { signal: controller.signal })
    const read = caught(response.json())
    controller.abort(new Error('enough'))
    expect(await read).toBe(controller.signal.reason)
  })

  it('by a signal of a Request is the caller’s own too', async () => {
    const controller = new AbortController()
    await using server = await late()
    const response = await api(new Request(server.url, { signal: controller.signal }))
    const read = caught(response.text())
    controller.abort()
    expect(await read).toMatchObject({ name: 'AbortError' })
  })
})

describe.concurrent('ky', () => {
  it.each(readings)('tells it by .%s(), and neither repeats it nor asks a hook', async (reading) => {
    const [onError, beforeError] = [vi.fn(), vi.fn(({ error }: { error: Error }) => error)]
    await using server = await late('"throttled"}')
    const repeating = wrapKy(ky.create({ retry: { delay: () => 1 }, hooks: { beforeError: [beforeError] } }), house, {
      onError,
    })
    const call = repeating.get(server.url)
    await call // the headers are there
    await server.next()
    const read = caughtApiError(call[reading]())
    await server.next()
    const error = await read
    expect(error).toMatchObject({ reason: 'throttled', status: 200 })
    expect(onError.mock.calls).toEqual([[error, { attempt: 1, late: true, willRetry: false }]])
    expect(beforeError).not.toHaveBeenCalled()
    expect(server.hits).toBe(1)
  })

  it.each<[string, (response: Response) => Response]>([
    ['a clone', (response) => response.clone()],
    ['another Response', (response) => new Response(response.body, response)],
  ])('tells it by .json() where a hook hands on %s', async (_title, replace) => {
    await using server = await late('"arrears"}')
    const hooks = { afterResponse: [({ response }: { response: Response }) => replace(response)] }
    const call = instance.get(server.url, { hooks })
    await call
    await server.next()
    const read = caughtApiError(call.json())
    await server.next()
    expect(await read).toMatchObject({ code: 'arrears' })
  })

  it('asks a parser of the user’s own after it has judged', async () => {
    await using server = await late('0}')
    const parseJson = vi.fn((read: string): unknown => [read])
    const call = instance.get(server.url, { parseJson })
    await call
    await server.next()
    const read = call.json()
    await server.next()
    expect(await read).toEqual(['{"code":0}'])
    expect(parseJson).toHaveBeenCalledTimes(1)
  })

  it('gives a schema the undefined of an empty body', async () => {
    await using server = await serveInSteps(200, json)
    const seen: unknown[] = []
    const schema = {
      '~standard': { version: 1 as const, vendor: 'test', validate: (value: unknown) => (seen.push(value), { value }) },
    }
    const call = instance.get(server.url)
    await call // it has let the body go
    const read = call.json(schema)
    await server.next()
    expect(await read).toBeUndefined()
    expect(seen).toEqual([undefined])
  })
})
