import { defineProvider, wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import ky from 'ky'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from './caught.ts'
import { house } from './house.ts'
import { serveInSteps } from './steps.ts'

const json = { 'content-type': 'application/json' }
const bare = ky.create({ retry: 0, timeout: 20_000 })
type Client = (url: string) => Promise<Response>

const judging: Record<string, Client> = {
  fetch: wrapFetch(fetch, house),
  ky: wrapKy(bare, house),
  'ky in mode attach': wrapKy(bare, house, { mode: 'attach' }),
}
const observing: Record<string, Client> = {
  'fetch that observes': wrapFetch(fetch, house, { mode: 'observe' }),
  'ky that observes': wrapKy(bare, house, { mode: 'observe' }),
  'ky in mode parseJson': wrapKy(bare, house, { mode: 'parseJson' }),
}
const unjudging: Record<string, Client> = {
  'fetch that judges nobody': wrapFetch(fetch, [house], { fallback: false }),
  'fetch that judges failures': wrapFetch(fetch, [house]),
  'fetch that is switched off': (url) => wrapFetch(fetch, house)(url, { apiErrors: false }),
  'ky that judges nobody': wrapKy(bare, [house], { fallback: false }),
  'ky that judges failures': wrapKy(bare, [house]),
  'ky that throws nothing': wrapKy(bare, house).extend({ throwHttpErrors: false }),
}

/** What programs stream, and under which names. */
const streams: [string, string, string[]][] = [
  ['application/json', 'a watch', ['{"event":1}\n', '{"event":2}\n', '{"code":"arrears"}\n']],
  ['application/json', 'a list', ['[{"event":1},', '{"event":2},', '{"code":"arrears"}]']],
  ['text/plain; charset=utf-8', 'words', ['token1 ', 'token2 ', 'token3']],
  ['text/plain', 'one word', ['token1', 'token2', ' token3']],
  ['text/html', 'a page', ['<!doctype html>', '<p>1', '<p>2']],
  ['application/xml', 'a feed', ['<feed>', '<a/>', '</feed>']],
  ['application/x-ndjson', 'lines', ['{"code":"arrears"}\n', '{"b":1}\n', '{}']],
  ['text/event-stream', 'events', ['data: {"code":"arrears"}\n\n', ': ping\n\n', 'data: 2\n\n']],
]

afterEach(() => void vi.restoreAllMocks())

describe.each(Object.entries({ ...judging, ...observing, ...unjudging }))('%s', (_name, client) => {
  it.each(streams)('hands %s, %s, on before the server goes on, and it flows', async (type, _what, pieces) => {
    await using server = await serveInSteps(200, { 'content-type': type }, ...pieces)
    const response = await client(server.url)
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    let text = ''
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) await server.next()
      for (const whole = pieces.slice(0, index + 1).join(''); text.length < whole.length;)
        text += new TextDecoder().decode((await reader.read()).value)
      expect(text.endsWith(piece)).toBe(true)
    }
    await server.next()
    expect((await reader.read()).done).toBe(true)
  })

  it('gives what came before a cut', async () => {
    await using server = await serveInSteps(200, { 'content-type': 'text/plain' }, 'token1 ', 'token2 ')
    const response = await client(server.url)
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('token1 ')
    await server.next()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('token2 ')
    server.cut()
    expect(await caught(reader.read())).toBeInstanceOf(TypeError)
  })

  it('lets a download go that the caller gives up', async () => {
    await using server = await serveInSteps(200, { 'content-type': 'application/json' }, '{"event":1}\n')
    await (await client(server.url)).body?.cancel()
    await server.closed
  })
})

describe.each(Object.entries(unjudging))('%s', (_name, client) => {
  it('makes no clone, reads nothing, and hands on a plain Response', async () => {
    const clone = vi.spyOn(Response.prototype, 'clone')
    await using server = await serveInSteps(200, json, '{"code":"arrears"}')
    const response = await client(server.url)
    expect(Object.getPrototypeOf(response)).toBe(Response.prototype)
    expect(Object.keys(response)).toEqual([])
    await server.next()
    expect(await response.json()).toEqual({ code: 'arrears' })
    expect(clone).not.toHaveBeenCalled()
  })
})

describe.each(Object.entries(judging))('%s', (name, client) => {
  const arrears = name.includes('attach') ? { name: 'HTTPError' } : { code: 'arrears' }

  it('hands on the very Response, unread', async () => {
    await using server = await serveInSteps(200, json, '{"code":0}')
    const call = client(server.url)
    await server.next()
    const response = await call
    expect(response.bodyUsed).toBe(false)
    expect(response.url).toBe(server.url)
    expect(await response.clone().text()).toBe('{"code":0}')
    expect(await response.json()).toEqual({ code: 0 })
  })

  it.each([
    ['in one piece', ['{"code":"arrears"}']],
    ['in two pieces', ['{"code":"arr', 'ears"}']],
  ])('tells an error %s at the call, and lets the connection go', async (_title, pieces) => {
    await using server = await serveInSteps(200, json, ...pieces)
    const call = caught(client(server.url))
    for (let index = 1; index < pieces.length; index++) await server.next()
    expect(await call).toMatchObject(arrears)
    await server.closed
  })
})

// In mode attach the body stays ky's, which waits for it.
const replacing = Object.entries(judging).filter(([name]) => !name.includes('attach'))

describe.concurrent.each(replacing)('%s', (_name, client) => {
  it.each([
    ['nothing', []],
    ['an unfinished object', ['{"code":"arrears"']],
    ['an object in an endless list of them', ['{"event":1}\n']],
    ['binary', ['\u0000\u0001']],
  ])('tells a 401 whose body stalls after %s', async (_title, pieces) => {
    await using server = await serveInSteps(401, json, ...pieces)
    expect(await caughtApiError(client(server.url))).toMatchObject({ category: 'auth', status: 401 })
    await server.closed
  })

  it('judges the first item of a list that goes on', async () => {
    await using server = await serveInSteps(
      200,
      { 'content-type': 'application/json', 'x-listed': '1' },
      '[{"code":"arrears"},',
    )
    const response = await client(server.url)
    expect(response.status).toBe(200) // no dialect of this provider has lists
    await response.body?.cancel()
    const listed = defineProvider({
      id: 'listed',
      dialects: [{ code: '0.code', codes: { arrears: 'payment-required' } }],
    })
    expect(await caughtApiError(wrapFetch(fetch, listed)(server.url))).toMatchObject({ code: 'arrears' })
  })
})

it.concurrent('a stalled 503 is repeated by ky, also without a time-out', async () => {
  const instance = wrapKy(ky.create({ retry: { limit: 1, delay: () => 1 }, timeout: false }), house)
  await using server = await serveInSteps(503, json, '{"code":')
  expect(await caughtApiError(instance.get(server.url))).toMatchObject({ status: 503, reason: 'unavailable' })
  expect(server.hits).toBe(2)
})

it.concurrent('the time-out of ky is for the headers, and for the body anew', async () => {
  const instance = wrapKy(ky.create({ retry: 0, timeout: 2000 }), house)
  await using server = await serveInSteps(200, json, '{"code":', '0}')
  const response = await instance.get(server.url) // the look takes half of what is left, at most
  await server.next()
  const text = response.text()
  await server.next()
  expect(await text).toBe('{"code":0}')
})

describe.concurrent('a passed answer', () => {
  it.each<[string, Client]>([
    ['fetch', wrapFetch(fetch, house, { pass: ['unauthenticated'] })],
    ['ky', wrapKy(bare, house, { pass: ['unauthenticated'] }).extend({ throwHttpErrors: () => false })],
  ])('of %s keeps its own body, though it came slowly', async (_name, client) => {
    await using server = await serveInSteps(401, json, '{"code":"stranger",', '"more":1}')
    const response = await client(server.url)
    await server.next()
    const text = response.text()
    await server.next()
    expect(await text).toBe('{"code":"stranger","more":1}')
  })
})

it.concurrent('a document that is whole is judged, though the stream goes on', async () => {
  await using server = await serveInSteps(200, json, '{"code":"arrears"}\n')
  expect(await caughtApiError(wrapFetch(fetch, house)(server.url))).toMatchObject({ code: 'arrears', status: 200 })
  await server.closed
})
