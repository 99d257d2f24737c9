import { isApiError, originOf } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { describe, expect, it } from 'vitest'
import { caught, caughtApiError } from './caught.ts'
import { house } from './house.ts'
import { serve } from './serve.ts'

const api = wrapFetch(fetch, house)
const json = { 'content-type': 'application/json' }

describe('a body', () => {
  it('that is cut is one failure of the network', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { ...json, 'content-length': 100 })
      response.write('{"code":', () => response.destroy())
    })
    const error = await caughtApiError(api(server.url))
    expect(error).toMatchObject({ reason: 'network', status: undefined, matchedBy: { by: 'transport' } })
    expect(originOf(error).error).toBeInstanceOf(TypeError)
    expect(originOf(error).headers).toBeInstanceOf(Headers)
    expect(server.hits).toBe(1)
  })

  it('that is cut in chunks is one failure of the network', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, json)
      response.write('{"code":', () => response.destroy())
    })
    expect(await caughtApiError(api(server.url))).toMatchObject({ reason: 'network' })
  })

  it('that is cut under a failed status leaves the word to the status', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(403, { ...json, 'content-length': 100 })
      response.write('{"code":', () => response.destroy())
    })
    expect(await caughtApiError(api(server.url))).toMatchObject({ reason: 'permission-denied', status: 403 })
  })

  it('that is not looked at fails where the user reads it', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': 100 })
      response.write('some', () => setTimeout(() => response.destroy(), 5))
    })
    const error = await caught((await api(server.url)).arrayBuffer())
    expect(isApiError(error)).toBe(false)
    expect(error).toBeInstanceOf(TypeError)
  })

  it('that is longer than it says is what its length holds', async () => {
    await using server = await serve((request) => {
      const head =
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: 10\r\n\r\n'
      request.socket.end(`${head}{"code":0} {"code":"busy"}`)
    })
    const outcome = await api(server.url).then(
      (response) => response.text(),
      (error: unknown) => error,
    )
    // Runtimes differ in whether they take what the length holds, or refuse it all.
    if (outcome !== '{"code":0}') expect(outcome).toMatchObject({ name: 'ApiError', reason: 'network' })
  })

  it('that is shorter than it says is a failure of the network', async () => {
    await using server = await serve((request) => {
      const head =
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: 99\r\n\r\n'
      request.socket.end(`${head}{"code":0}`)
    })
    expect(await caughtApiError(api(server.url))).toMatchObject({ reason: 'network' })
  })

  it('that claims a coding which it has not is a failure of the network', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end('{"code":0}')
    })
    expect(await caughtApiError(api(server.url))).toMatchObject({ reason: 'network' })
  })

  it('of another charset is read by it', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=gbk' })
      response.end(Buffer.from('7b22636f6465223a2262757379222c226d657373616765223a22b7b1c3a6227d', 'hex'))
    })
    const error = await caughtApiError(api(server.url))
    expect(error).toMatchObject({ code: 'busy', providerMessage: '繁忙' })
    expect(originOf(error).body).toBe('{"code":"busy","message":"繁忙"}')
  })

  it('of a stream of events flows from the first on', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    })
    const response = await api(server.url)
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 1\n\n')
    await reader.cancel()
  })

  it('that is large streams on', async () => {
    const text = JSON.stringify({ code: 'busy', filler: 'x'.repeat(1_000_000) })
    await using server = await serve((_request, response) => response.writeHead(200, json).end(text))
    expect(await (await api(server.url)).text()).toBe(text)
  })

  it('that is large and never ends is handed on after 64 KiB', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, json).write('x'.repeat(100_000))
    })
    const response = await api(server.url)
    await response.body?.cancel()
    expect(response.status).toBe(200)
  })

  it('of an error is freed when nobody will read it', async () => {
    const closed = Promise.withResolvers<void>()
    await using server = await serve((_request, response) => {
      response.on('close', closed.resolve)
      response.writeHead(500, { 'content-type': 'application/octet-stream' }).write('some')
    })
    expect(await caughtApiError(api(server.url))).toMatchObject({ reason: 'internal' })
    await closed.promise
  })
})

describe('a call that the caller gives up', () => {
  it.each(['before', 'headers', 'body'])('in stage %s rejects with his reason', async (stage) => {
    const controller = new AbortController()
    const reason = new Error('enough')
    await using server = await serve((_request, response) => {
      if (stage === 'body') response.writeHead(200, json).write('{"code":')
      setTimeout(() => controller.abort(reason), 5)
    })
    if (stage === 'before') controller.abort(reason)
    const { signal } = controller
    expect(await caught(api(server.url, { signal }).then((response) => response.text()))).toBe(reason)
  })

  it('by a Request of his own rejects with his reason', async () => {
    const controller = new AbortController()
    await using server = await serve(() => controller.abort())
    const error = await caught(api(new Request(server.url, { signal: controller.signal })))
    expect(error).toMatchObject({ name: 'AbortError' })
    expect(error).toBe(controller.signal.reason)
  })

  it('by AbortSignal.timeout rejects with its DOMException', async () => {
    await using server = await serve(() => undefined)
    const signal = AbortSignal.timeout(10)
    expect(await caught(api(server.url, { signal }))).toBe(signal.reason)
  })
})

it('a redirect that was followed shows where it went', async () => {
  await using server = await serve((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: '/there' })
    else response.writeHead(200, json)
    response.end('{"code":"busy"}')
  })
  expect((await caughtApiError(api(server.url))).request.url).toBe(`${server.url}there`)
  expect((await api(server.url, { redirect: 'manual' })).status).toBe(302)
})

it('a refused connection never left', async () => {
  let url: string
  {
    await using server = await serve(() => undefined)
    url = server.url
  }
  expect(await caughtApiError(api(url))).toMatchObject({ code: 'ECONNREFUSED', retry: 'after-wait', isRetryable: true })
})
