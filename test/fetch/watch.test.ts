import { type ApiError, apiErrorOf, defineProvider, isApiError, observed, wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import ky, { HTTPError } from 'ky'
import { describe, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from './caught.ts'
import { serveInSteps } from './steps.ts'

/** A model API that tells errors in its streams. */
const model = defineProvider({
  id: 'model',
  dialects: [
    {
      code: 'error.type',
      message: 'error.message',
      requires: 'error',
      codes: { overloaded_error: 'unavailable', rate_limit_error: 'throttled' },
    },
  ],
})
const sse = { 'content-type': 'text/event-stream; charset=utf-8' }
const lines = { 'content-type': 'application/x-ndjson' }
const overloaded = 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n'
const token = (text: string): string => `event: delta\ndata: {"text":"${text}"}\n\n`
const ping = ': keep-alive\n\nevent: ping\ndata: {"type": "ping"}\n\n'
type Client = (url: string) => Promise<Response>

const told = vi.fn()
const watching: Record<string, Client> = {
  fetch: wrapFetch(fetch, model, { streams: 'watch', onError: told }),
  ky: wrapKy(ky.create({ retry: 0 }), model, { streams: 'watch', onError: told }),
}

/** Reads what comes, and what it ends with. */
async function drain(response: Response): Promise<{ text: string; error?: unknown }> {
  let text = ''
  try {
    for await (const piece of response.body as ReadableStream<Uint8Array>) text += new TextDecoder().decode(piece)
    return { text }
  } catch (error) {
    return { text, error }
  }
}

describe.each(Object.entries(watching))('%s that watches', (_name, client) => {
  it.each([
    ['an event', sse, [overloaded]],
    ['an event in two pieces', sse, [overloaded.slice(0, 30), overloaded.slice(30)]],
    ['an event behind a ping', sse, [ping + overloaded]],
    ['an event with carriage returns', sse, [overloaded.replaceAll('\n', '\r\n')]],
    ['a line', lines, ['{"error":{"type":"overloaded_error","message":"Overloaded"}}\n']],
    [
      'a record',
      { 'content-type': 'application/json-seq' },
      ['\u001E{"error":{"type":"overloaded_error","message":"Overloaded"}}\n'],
    ],
  ])('rejects with %s that comes first', async (title, headers, pieces) => {
    await using server = await serveInSteps(200, headers, ...pieces)
    const rejected = title.includes('two pieces')
      ? client(server.url).then(async (response) => {
          const read = drain(response)
          await server.next()
          throw (await read).error
        })
      : client(server.url)
    expect(await caughtApiError(rejected)).toMatchObject({
      code: 'overloaded_error',
      reason: 'unavailable',
      providerMessage: 'Overloaded',
      status: 200,
      delivered: false,
    })
    await server.closed
  })

  it('fails the body with an error that comes later, and all before it has arrived', async () => {
    told.mockClear()
    await using server = await serveInSteps(200, sse, token('one'), ping, token('two') + overloaded)
    const response = await client(server.url)
    const read = drain(response)
    await server.next()
    await server.next()
    const { text, error } = await read
    expect(text.startsWith(token('one') + ping + token('two'))).toBe(true)
    expect(error).toMatchObject({ name: 'ApiError', code: 'overloaded_error', delivered: true })
    expect(told.mock.calls.map(([one, about]) => [one, (about as { late?: boolean }).late] as unknown)).toEqual([
      [error, true],
    ])
    await server.closed
  })

  it('counts no ping as content', async () => {
    await using server = await serveInSteps(200, sse, ping, overloaded)
    const read = drain(await client(server.url))
    await server.next()
    expect((await read).error).toMatchObject({ delivered: false })
  })

  it('passes a stream without errors as it is', async () => {
    const pieces = [
      token('one'),
      'data: [DONE]\n\n',
      'id: 1\nretry: 5\n',
      'data: {"code":"x"}\n',
      'data: "two lines"\n\n',
      'data: unfinished',
    ]
    await using server = await serveInSteps(200, sse, ...pieces)
    const response = await client(server.url)
    expect(response).toBeInstanceOf(Response)
    expect(response.url).toBe(server.url)
    expect(response.type).toBe('basic')
    expect(response.redirected).toBe(false)
    expect(response.headers.get('content-type')).toBe(sse['content-type'])
    const clone = response.clone()
    expect(clone.url).toBe(server.url)
    const read = [drain(response), drain(clone)]
    for (let index = 0; index < pieces.length; index++) await server.next()
    for (const each of read) expect(await each).toEqual({ text: pieces.join('') })
  })

  it('judges what stands at the end without a last line', async () => {
    await using server = await serveInSteps(200, lines, '{"text":"one"}\n', '{"error":{"type":"rate_limit_error"}}')
    const read = drain(await client(server.url))
    await server.next()
    await server.next()
    expect((await read).error).toMatchObject({ reason: 'throttled', delivered: true })
  })

  it('fails a stream that is cut, and says what had come', async () => {
    await using server = await serveInSteps(200, sse, token('one'))
    const response = await client(server.url)
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe(token('one'))
    server.cut()
    expect(await caughtApiError(reader.read())).toMatchObject({ reason: 'network', delivered: true })
  })

  it('hands on a stream that says nothing yet', async () => {
    await using server = await serveInSteps(200, sse)
    const response = await client(server.url)
    await response.body?.cancel()
    await server.closed
  })

  it('lets an event of more than 64 KiB pass', async () => {
    const large = `data: {"error":{"type":"overloaded_error","filler":"${'x'.repeat(100_000)}"}}\n\n`
    await using server = await serveInSteps(200, sse, large, token('one'))
    const read = drain(await client(server.url))
    await server.next()
    await server.next()
    expect(await read).toEqual({ text: large + token('one') })
  })

  it('judges a failed status by its body', async () => {
    await using server = await serveInSteps(529, sse, overloaded)
    const call = caughtApiError(client(server.url))
    await server.next()
    expect(await call).toMatchObject({ status: 529, reason: 'unavailable' })
  })
})

it('an abort while watching is the caller’s own', async () => {
  const controller = new AbortController()
  await using server = await serveInSteps(200, sse, token('one'))
  const response = await wrapFetch(fetch, model, { streams: 'watch' })(server.url, { signal: controller.signal })
  const read = drain(response)
  controller.abort(new Error('enough'))
  expect((await read).error).toBe(controller.signal.reason)
})

it('streams are left alone unless they are to be watched', async () => {
  await using server = await serveInSteps(200, sse, overloaded)
  const response = await wrapFetch(fetch, model)(server.url)
  await server.next()
  expect(await drain(response)).toEqual({ text: overloaded })
})

it('under observe nothing fails, and hooks are told', async () => {
  const onError = vi.fn<(error: ApiError) => void>()
  await using server = await serveInSteps(200, sse, overloaded, token('one') + overloaded)
  const response = await wrapFetch(fetch, model, { streams: 'watch', mode: 'observe', onError })(server.url)
  await server.next()
  const read = drain(response)
  await server.next()
  expect(await read).toEqual({ text: overloaded + token('one') + overloaded })
  expect(onError.mock.calls.map(([error]) => error.delivered)).toEqual([false, true])
  expect(isApiError(apiErrorOf(response))).toBe(true)
})

describe('under observe a stream that says nothing yet', () => {
  const silent = (): { response: Response; say: (text: string) => void } => {
    let say = (_text: string): void => undefined
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (say = (text) => controller.enqueue(new TextEncoder().encode(text))),
    })
    return { response: new Response(body, { headers: sse }), say: (text) => say(text) }
  }
  const observing: [string, (answer: Response) => Promise<Response>][] = [
    ['fetch', (answer) => wrapFetch(() => Promise.resolve(answer), model, { streams: 'watch', mode: 'observe' })()],
    [
      'ky',
      (answer) =>
        wrapKy(ky.create({ retry: 0, timeout: false }), model, { streams: 'watch', mode: 'observe' })(
          'https://model.test/',
          { fetch: () => Promise.resolve(answer) },
        ),
    ],
  ]

  it.each(observing)('is handed on at once: %s', async (_name, client) => {
    vi.useFakeTimers()
    try {
      const response = await client(silent().response)
      expect(response.headers.get('content-type')).toBe(sse['content-type'])
    } finally {
      vi.useRealTimers()
    }
  })

  it.each(observing)('is waited for by `observed`: %s', async (_name, client) => {
    const { response: answer, say } = silent()
    const response = await client(answer)
    const error = observed(response)
    say(overloaded)
    expect(await error).toMatchObject({ code: 'overloaded_error', delivered: false })
    expect(apiErrorOf(response)).toBe(await error)
  })
})

describe('errors of the client’s own stay', () => {
  const once = ky.create({ retry: 0 })
  const staying: Record<string, Client> = {
    'fetch that observes': wrapFetch(fetch, model, { streams: 'watch', mode: 'observe' }),
    'ky that observes': wrapKy(once, model, { streams: 'watch', mode: 'observe' }),
    'ky in mode attach': wrapKy(once, model, { streams: 'watch', mode: 'attach' }),
  }

  it.each(Object.entries(staying))('%s: for a stream that is cut', async (name, client) => {
    await using server = await serveInSteps(200, sse, token('one'))
    const response = await client(server.url)
    const read = drain(response)
    server.cut()
    const { text, error } = await read
    expect(text).toBe(token('one'))
    expect(isApiError(error)).toBe(false)
    expect(error).toBeInstanceOf(TypeError)
    const carrier = name.includes('observes') ? response : error
    expect(apiErrorOf(carrier)).toMatchObject({ reason: 'network', delivered: true })
  })

  it('ky in mode attach: for an event that comes later', async () => {
    await using server = await serveInSteps(200, sse, token('one'), overloaded)
    const read = drain(await (staying['ky in mode attach'] as Client)(server.url))
    await server.next()
    const { error } = await read
    expect(error).toBeInstanceOf(HTTPError)
    expect(apiErrorOf(error)).toMatchObject({ code: 'overloaded_error', delivered: true })
  })
})

it('a Response that is read already is handed on', async () => {
  const used = new Response(overloaded, { headers: sse })
  await used.text()
  expect(await wrapFetch(() => Promise.resolve(used), model, { streams: 'watch' })('https://model.test/')).toBe(used)
  const locked = new Response(overloaded, { headers: sse })
  locked.body?.getReader()
  expect(
    await caught(
      wrapFetch(() => Promise.resolve(locked), model, { streams: 'watch' })('https://model.test/').then((response) =>
        response.text(),
      ),
    ),
  ).toBeInstanceOf(TypeError)
})
