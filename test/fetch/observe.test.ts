import { apiErrorOf, isApiError, observed, wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import ky, { HTTPError, NetworkError, TimeoutError } from 'ky'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { caught } from './caught.ts'
import { house, houseUrl, worksInProxy } from './house.ts'
import { serve } from './serve.ts'
import { serveInSteps } from './steps.ts'

const json = { 'content-type': 'application/json' }
type Client = (url: string) => Promise<Response>

/** An observing client, and what its hook was told. */
function observing(kind: 'fetch' | 'ky', inner: typeof fetch = (...request) => fetch(...request)) {
  const onError = vi.fn()
  const client: Client =
    kind === 'fetch'
      ? wrapFetch(inner, house, { mode: 'observe', onError })
      : wrapKy(ky.create({ retry: 0, fetch: inner }), house, { mode: 'observe', onError })
  return { client, onError }
}

afterEach(() => void vi.restoreAllMocks())

describe.each(['fetch', 'ky'] as const)('%s that observes', (kind) => {
  const answer = (response: Response) => observing(kind, () => Promise.resolve(response))

  it('hands on an answer below 400 at once, and tells what is in it beside', async () => {
    const { client, onError } = observing(kind)
    await using server = await serveInSteps(200, json, '{"code":', '"arrears"}')
    const response = await client(server.url)
    expect(apiErrorOf(response)).toBeUndefined()
    const error = observed(response)
    await server.next()
    await server.next()
    expect(await error).toMatchObject({ code: 'arrears', status: 200 })
    expect(apiErrorOf(response)).toBe(await error)
    expect(apiErrorOf({ headers: response.headers })).toBe(await error)
    expect(onError.mock.calls.map(([told]) => told as unknown)).toEqual([await error])
    expect(await response.json()).toEqual({ code: 'arrears' })
  })

  it.each(['json', 'text', 'arrayBuffer', 'bytes', 'blob'] as const)(
    'judges what %s() reads, without a clone',
    async (reading) => {
      const clone = vi.spyOn(Response.prototype, 'clone')
      const response = Response.json({ code: 'arrears' })
      const { client, onError } = answer(response)
      expect(await client(houseUrl)).toBe(response)
      await response[reading]()
      expect(apiErrorOf(response)).toMatchObject({ code: 'arrears' })
      expect(onError).toHaveBeenCalledTimes(1)
      expect(await observed(response)).toBe(apiErrorOf(response))
      expect(clone).not.toHaveBeenCalled()
    },
  )

  it('waits for a reading that is under way', async () => {
    const { client } = observing(kind)
    await using server = await serveInSteps(200, json, '{"code":', '"arrears"}')
    const response = await client(server.url)
    const read = response.json()
    const error = observed(response)
    await server.next()
    await server.next()
    expect(await read).toEqual({ code: 'arrears' })
    expect(await error).toMatchObject({ code: 'arrears' })
  })

  it('judges a body that is streamed', async () => {
    const response = Response.json({ code: 'arrears' })
    const { client } = answer(response)
    await client(houseUrl)
    let text = ''
    for await (const piece of response.body as ReadableStream<Uint8Array>) text += new TextDecoder().decode(piece)
    expect(text).toBe('{"code":"arrears"}')
    expect(await observed(response)).toMatchObject({ code: 'arrears' })
  })

  it('judges a body that nobody reads', async () => {
    const response = Response.json({ code: 'arrears' })
    const { client, onError } = answer(response)
    await client(houseUrl)
    await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1))
    expect(await response.json()).toEqual({ code: 'arrears' })
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('judges a clone as the answer', async () => {
    const response = Response.json({ code: 'arrears' })
    const { client, onError } = answer(response)
    await client(houseUrl)
    expect(await response.clone().json()).toEqual({ code: 'arrears' })
    expect(await response.json()).toEqual({ code: 'arrears' })
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it.each<[string, Response]>([
    ['a success', Response.json({ code: 0 })],
    ['an empty one', new Response(null, { status: 204 })],
    ['a large one', Response.json({ code: 'arrears', filler: 'x'.repeat(100_000) })],
    ['a picture', new Response('{"code":"arrears"}', { headers: { 'content-type': 'image/png' } })],
    ['one of an event stream', new Response('data: 1\n\n', { headers: { 'content-type': 'text/event-stream' } })],
  ])('tells nothing of %s', async (_title, response) => {
    const { client, onError } = answer(response)
    expect(await client(houseUrl)).toBe(response)
    expect(await observed(response)).toBeUndefined()
    await response.text()
    expect(onError).not.toHaveBeenCalled()
  })

  it('tells nothing of what is read behind its back, or given up', async () => {
    const native = Response.json({ code: 'arrears' })
    const { client } = answer(native)
    await client(houseUrl)
    await Response.prototype.text.call(native)
    expect(await observed(native)).toBeUndefined()
    const given = Response.json({ code: 'arrears' })
    await answer(given).client(houseUrl)
    await given.body?.cancel()
    await observed(given) // it settles
  })

  it('looks at no body where that is not wanted', async () => {
    const clone = vi.spyOn(Response.prototype, 'clone')
    const response = Response.json({ code: 'arrears' })
    const client = wrapFetch(() => Promise.resolve(response), house, { mode: 'observe', bodies: false })
    await client(houseUrl)
    expect(await observed(response)).toBeUndefined()
    expect(await response.json()).toEqual({ code: 'arrears' })
    expect(clone).not.toHaveBeenCalled()
  })

  // Such as those that SvelteKit gives to `load`.
  it.each(['whose methods are bound', 'whose methods are those of the class'])(
    'survives a Response in a Proxy %s',
    async (title) => {
      const uncaught = vi.fn()
      process.on('uncaughtException', uncaught)
      const isBound = title === 'whose methods are bound'
      const shown = new Proxy(Response.json({ code: 'arrears' }), {
        get(target, name) {
          if (name === 'text') return () => target.text()
          const value: unknown = Reflect.get(target, name, target)
          return isBound && typeof value === 'function' ? (value.bind(target) as unknown) : value
        },
      })
      const { client } = answer(shown)
      expect(await client(houseUrl)).toBe(shown)
      expect((await observed(shown))?.code).toBe(isBound || worksInProxy ? 'arrears' : undefined)
      expect(await shown.text()).toBe('{"code":"arrears"}')
      await client(houseUrl)
      await new Promise((resolve) => setTimeout(resolve, 5)) // the look of its own begins in the next turn
      process.off('uncaughtException', uncaught)
      expect(uncaught).not.toHaveBeenCalled()
    },
  )

  it('survives a body that is cut', async () => {
    const { client, onError } = observing(kind)
    await using server = await serveInSteps(200, json, '{"code":')
    const response = await client(server.url)
    const read = caught(response.json())
    server.cut()
    expect(isApiError(await read)).toBe(false)
    expect(await observed(response)).toMatchObject({ reason: 'network' })
    expect(onError).toHaveBeenCalledTimes(1)
  })
})

describe('fetch that observes', () => {
  it('has read a failed answer before it hands it on, with its body', async () => {
    const { client, onError } = observing('fetch')
    await using server = await serveInSteps(401, json, '{"code":"stranger"}')
    const call = client(server.url)
    await server.next()
    const response = await call
    expect(apiErrorOf(response)).toMatchObject({ code: 'stranger', status: 401 })
    expect(onError.mock.calls).toEqual([[apiErrorOf(response), {}]])
    expect(response.bodyUsed).toBe(false)
    expect(await response.json()).toEqual({ code: 'stranger' })
  })

  it('makes of an SDK’s own errors those of the API', async () => {
    const { client } = observing('fetch', () => Promise.resolve(Response.json({ code: 'stranger' }, { status: 401 })))
    const response = await client(houseUrl)
    const { headers } = response
    for (const sdkError of [
      Object.assign(new Error('401'), { response }), // octokit, ofetch
      Object.assign(new Error('401'), { status: 401, headers }), // openai, @anthropic-ai/sdk
      new Error('connection', { cause: Object.assign(new Error('401'), { headers }) }), // stripe
    ])
      expect(apiErrorOf(sdkError)).toMatchObject({ code: 'stranger' })
  })

  it('leaves a failure without an answer as it is, with the ApiError behind it', async () => {
    const mine = new TypeError('fetch failed')
    const { client, onError } = observing('fetch', () => Promise.reject(mine))
    expect(await caught(client(houseUrl))).toBe(mine)
    expect(apiErrorOf(mine)).toMatchObject({ reason: 'network' })
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('tells nothing of an abort', async () => {
    const { client, onError } = observing('fetch', () => Promise.reject(new DOMException('stop', 'AbortError')))
    expect(apiErrorOf(await caught(client(houseUrl)))).toBeUndefined()
    expect(onError).not.toHaveBeenCalled()
  })
})

describe('ky that observes', () => {
  it('throws and repeats as bare, and tells each attempt with what becomes of it', async () => {
    const onError = vi.fn()
    const quick = ky.create({ retry: { delay: () => 1 } })
    await using server = await serve((_request, response) => response.writeHead(500, json).end('{"code":"stranger"}'))
    const error = await caught(wrapKy(quick, house, { mode: 'observe', onError }).get(server.url))
    expect(error).toBeInstanceOf(HTTPError)
    expect(error).toMatchObject({ data: { code: 'stranger' } })
    expect(apiErrorOf(error)).toMatchObject({ code: 'stranger', status: 500 })
    expect(server.hits).toBe(3) // in mode replace once: nobody is signed in
    expect(onError.mock.calls.map(([, told]) => told as unknown)).toEqual([
      { attempt: 1, willRetry: true },
      { attempt: 2, willRetry: true },
      { attempt: 3, willRetry: false },
    ])
  })

  it('throws nothing where ky does not, and tells it all the same', async () => {
    const onError = vi.fn()
    const lenient = wrapKy(ky.create({ retry: 0, throwHttpErrors: false }), house, { mode: 'observe', onError })
    await using server = await serve((_request, response) => response.writeHead(500, json).end('{"code":"stranger"}'))
    const response = await lenient.get(server.url)
    expect(await response.json()).toEqual({ code: 'stranger' })
    expect(apiErrorOf(response)).toMatchObject({ code: 'stranger' })
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('leaves failures without an answer to their classes', async () => {
    const { client, onError } = observing('ky')
    await using server = await serve((request) => request.socket.destroy())
    const network = await caught(client(server.url))
    expect(network).toBeInstanceOf(NetworkError)
    expect(apiErrorOf(network)).toMatchObject({ reason: 'network' })
    await using silent = await serve(() => undefined)
    const api = wrapKy(ky, house, { mode: 'observe', onError })
    const timeout = await caught(api.get(silent.url, { timeout: 20 }))
    expect(timeout).toBeInstanceOf(TimeoutError)
    expect(apiErrorOf(timeout)).toMatchObject({ reason: 'timeout' })
    expect(onError).toHaveBeenCalledTimes(2)
  })

  it.each([401, 503])('is done before ky’s own time is up, where the body of a %i stalls', async (status) => {
    const api = wrapKy(ky.create({ retry: 0 }), house, { mode: 'observe' })
    await using server = await serveInSteps(status, json, '{"code":')
    const error = await caught(api.get(server.url, { timeout: 600 }))
    expect(error).toBeInstanceOf(HTTPError)
    expect(apiErrorOf(error)).toMatchObject({ status })
  })

  it('leaves its waits alone', async () => {
    const delays: number[] = []
    const delay = (attempt: number): number => (delays.push(attempt), 1)
    const api = wrapKy(ky, house, { mode: 'observe' })
    await using server = await serve((_request, response) => response.writeHead(503).end())
    await caught(api.get(server.url, { retry: { limit: 1, delay } }))
    expect(delays).toEqual([1])
  })
})

it('observed has nothing to wait for elsewhere', async () => {
  expect(await observed(Response.json({ code: 'arrears' }))).toBeUndefined()
  const response = await wrapFetch(() => Promise.resolve(Response.json({ code: 0 })), house)(houseUrl)
  expect(await observed(response)).toBeUndefined()
})
