import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { defineProvider, originOf } from '@unifault/core'
import { wrapKy } from '@unifault/ky'
import ky, { type Progress } from 'ky'
import { expect, it } from 'vitest'
import { caughtApiError } from '../fetch/caught.ts'
import { house } from '../fetch/house.ts'
import { serve } from '../fetch/serve.ts'

const api = wrapKy(ky.create({ retry: 0, timeout: 5000 }), house)
const json = { 'content-type': 'application/json' }

it('event streams flow from the first event on', async () => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('data: {"code":"arrears"}\n\n') // and never ends
  })
  const response = await api.get(server.url)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const { value } = await reader.read()
  expect(new TextDecoder().decode(value)).toBe('data: {"code":"arrears"}\n\n')
  await reader.cancel()
})

it('lines of JSON flow too', async () => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    response.write('{"code":"arrears"}\n')
  })
  const response = await api.get(server.url)
  expect(response.bodyUsed).toBe(false)
  await response.body?.cancel()
})

it('JSON in chunks is judged as a whole', async () => {
  await using server = await serve(async (_request, response) => {
    response.writeHead(200, json)
    for (const part of ['{"code":', '"arr', 'ears","message":"未', '付款"}']) {
      response.write(part)
      await sleep(1)
    }
    response.end()
  })
  expect(await caughtApiError(api.get(server.url).json())).toMatchObject({ code: 'arrears', providerMessage: '未付款' })
})

it('HEAD, 204 and 304 have no body', async () => {
  await using server = await serve((request, response) => {
    response.writeHead(request.method === 'HEAD' ? 200 : 204, json)
    response.end()
  })
  expect((await api.head(server.url)).status).toBe(200)
  expect((await api.get(server.url)).status).toBe(204)
})

it('a large download streams, and its progress is told as it comes', async () => {
  const size = 3_000_000
  const whole = randomBytes(size)
  await using server = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size })
    response.end(whole)
  })
  const progress: Progress[] = []
  const bytes = await api.get(server.url, { onDownloadProgress: (told) => progress.push(told) }).arrayBuffer()
  expect(Buffer.from(bytes).equals(whole)).toBe(true)
  expect(progress.length).toBeGreaterThan(2)
  expect(progress.at(-1)).toMatchObject({ percent: 1, transferredBytes: size })
})

it.each([
  ['with its length', true],
  ['without its length', false],
])('large JSON %s is looked at no further than 64 KiB', async (_title, isDeclared) => {
  const text = JSON.stringify({ code: 'arrears', filler: 'x'.repeat(2_000_000) })
  await using server = await serve((_request, response) => {
    response.writeHead(200, { ...json, ...(isDeclared && { 'content-length': text.length }) })
    response.end(text)
  })
  const progress: number[] = []
  const onDownloadProgress = ({ transferredBytes }: Progress): void => void progress.push(transferredBytes)
  expect(await api.get(server.url, { onDownloadProgress }).text()).toBe(text)
  expect(progress.at(-1)).toBe(text.length)
})

it('the answer handed on is the original Response', async () => {
  await using server = await serve((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: '/there' })
    else response.writeHead(200, json)
    response.end('{"code":0}')
  })
  const responses: Response[] = []
  const response = await api.get(server.url, {
    fetch: async (input, init) => {
      const original = await fetch(input, init)
      responses.push(original)
      return original
    },
  })
  expect(response).toBe(responses[0])
  expect(response.url).toBe(`${server.url}there`)
  expect(response.redirected).toBe(true)
  const clone = response.clone()
  expect(await response.json()).toEqual({ code: 0 })
  expect(await clone.text()).toBe('{"code":0}')
})

it('an error after a redirect names where it went', async () => {
  await using server = await serve((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: '/there' })
    else response.writeHead(200, json)
    response.end('{"code":"arrears"}')
  })
  expect((await caughtApiError(api.get(server.url))).request.url).toBe(`${server.url}there`)
})

it.each(['text', 'json', 'blob', 'arrayBuffer', 'bytes', 'formData'] as const)(
  '.%s() rejects with the error of a body',
  async (method) => {
    await using server = await serve((_request, response) => response.writeHead(200, json).end('{"code":"arrears"}'))
    expect(await caughtApiError(api.get(server.url)[method]())).toMatchObject({ code: 'arrears' })
  },
)

it('a body that is cut is one ApiError', async () => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { ...json, 'content-length': 100 })
    response.write('{"code":', () => response.destroy())
  })
  const error = await caughtApiError(api.get(server.url).json())
  expect(error).toMatchObject({ category: 'server', reason: 'network', matchedBy: { by: 'transport' } })
  expect(originOf(error)).toMatchObject({ error: expect.any(TypeError), body: expect.anything() })
})

it('a body that nobody will read is freed', async () => {
  const byHeader = defineProvider({
    id: 'header',
    dialects: [{ code: '@x-error', codes: { denied: 'permission-denied' } }],
  })
  const closed = Promise.withResolvers<void>()
  await using server = await serve((_request, response) => {
    response.on('close', closed.resolve)
    response.writeHead(200, { 'content-type': 'image/png', 'x-error': 'denied' }).write('some')
  })
  expect(await caughtApiError(wrapKy(ky, byHeader).get(server.url))).toMatchObject({ code: 'denied', status: 200 })
  await closed.promise
})

it('a body that is cut is asked for again', async () => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { ...json, 'content-length': 10 })
    if (server.hits > 1) response.end('{"code":0}')
    else response.write('{"code":', () => response.destroy())
  })
  expect(await api.get(server.url, { retry: { limit: 1, delay: () => 1 } }).json()).toEqual({ code: 0 })
  expect(server.hits).toBe(2)
})

it('a failed status whose body is cut stays that status', async () => {
  await using server = await serve((_request, response) => {
    response.writeHead(401, { ...json, 'content-length': 100 })
    response.write('{"code":', () => response.destroy())
  })
  expect(await caughtApiError(api.get(server.url))).toMatchObject({ status: 401, reason: 'unauthenticated' })
})

it('a connection that is refused is a failure of the network that never left', async () => {
  let url: string
  {
    await using server = await serve(() => undefined)
    url = server.url
  }
  expect(await caughtApiError(api.get(url))).toMatchObject({
    reason: 'network',
    code: 'ECONNREFUSED',
    retry: 'after-wait',
    status: undefined,
  })
})

it('a connection that is reset is a failure of the network', async () => {
  await using server = await serve((request) => request.socket.destroy())
  expect(await caughtApiError(api.get(server.url))).toMatchObject({ reason: 'network', retry: 'if-idempotent' })
})
