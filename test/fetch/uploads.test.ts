import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { isApiError, wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import ky, { NetworkError } from 'ky'
import { describe, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from './caught.ts'
import { house } from './house.ts'
import { serve } from './serve.ts'

const api = wrapFetch(fetch, house)
const instance = wrapKy(ky.create({ retry: 0 }), house)
const refuse = () =>
  serve(
    (request, response) =>
      void request
        .resume()
        .on('end', () => response.writeHead(413, { 'content-type': 'application/json' }).end('{"code":"crooked"}')),
  )
const post = (body: unknown): RequestInit => ({ method: 'POST', body, duplex: 'half' }) as RequestInit

/** What a caller may send that must not be touched, each made anew and telling when it is. */
function uploads(touched: (what: string) => void): Record<string, () => unknown> {
  const watch = <T extends object>(upload: T): T =>
    Object.defineProperties(
      upload,
      Object.fromEntries(
        ['forEach', 'map', 'toArray', 'entries', 'keys', 'values'].map((name) => [
          name,
          { value: () => (touched(name), Promise.reject(new Error('drained'))), configurable: true },
        ]),
      ),
    )
  return {
    'a stream of Node’s': () => watch(Readable.from([Buffer.from('some')])),
    'a ReadableStream': () => watch(new Blob(['some']).stream()),
    'a generator': () =>
      watch(
        (async function* () {
          yield Buffer.from('some')
        })(),
      ),
    'a Blob': () => watch(new Blob(['some'])),
    bytes: () => watch(new Uint8Array(100)),
  }
}

describe.each(Object.keys(uploads(() => undefined)))('an upload: %s', (kind) => {
  it.each(['fetch', 'ky'] as const)('is not touched by %s when it is refused', async (client) => {
    const touched = vi.fn()
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    await using server = await refuse()
    const body = uploads(touched)[kind]?.()
    const sent = client === 'fetch' ? api(server.url, post(body)) : instance.post(server.url, { body } as never)
    expect(await caughtApiError(sent)).toMatchObject({ code: 'crooked', status: 413 })
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', unhandled)
    expect(touched).not.toHaveBeenCalled()
    expect(unhandled).not.toHaveBeenCalled()
  })
})

/** Uploads that fail by themselves. */
const failing: Record<string, () => unknown> = {
  'a file that is missing': () => createReadStream('/no/such/file').on('error', () => undefined),
  'a file that is a directory': () => createReadStream('/').on('error', () => undefined),
  'a file as a web stream': () => Readable.toWeb(createReadStream('/no/such/file').on('error', () => undefined)),
  'a generator that throws': () =>
    (async function* () {
      yield Buffer.from('some')
      throw new Error('mine')
    })(),
  'a ReadableStream that fails': () =>
    new ReadableStream({ pull: (controller) => controller.error(new Error('mine')) }),
  'a stream that is cut short': () => {
    const stream = new Readable({ read() {} })
    stream.on('error', () => undefined)
    setImmediate(() => stream.destroy(Object.assign(new Error('mine'), { code: 'ERR_MINE' })))
    return stream
  },
}

it('a request that is handed on, whose sender hangs up, stays the caller’s own error', async () => {
  await using server = await refuse()
  const make = (): Readable => {
    const stream = new Readable({ read() {} })
    stream.on('error', () => undefined)
    setImmediate(() => stream.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })))
    return stream
  }
  for (const body of [make, () => Readable.toWeb(make())])
    for (const send of [
      () => api(server.url, post(body())),
      () => api(new Request(server.url, post(body()))),
      () => instance.put(server.url, { body: body() } as never),
    ])
      expect(isApiError(await caught(send()))).toBe(false)
})

it('a connection that breaks off while a stream is sent is the way’s', async () => {
  await using server = await serve((request) => void request.once('data', () => request.socket.destroy()))
  const make = (): Readable => Readable.from([Buffer.alloc(100_000), Buffer.alloc(100_000)])
  for (const send of [() => api(server.url, post(make())), () => instance.put(server.url, { body: make() } as never)])
    expect(await caughtApiError(send())).toMatchObject({ reason: 'network' })
})

describe.each(Object.keys(failing))('%s', (kind) => {
  const make = (): unknown => failing[kind]?.()

  it('stays the caller’s own error in fetch', async () => {
    await using server = await refuse()
    for (const send of [
      () => api(server.url, post(make())),
      () => api(new Request(server.url, post(make()))),
      () => wrapFetch(fetch, house, { mode: 'observe' })(server.url, post(make())),
    ]) {
      const error = await caught(send())
      expect(isApiError(error)).toBe(false)
      expect(error).toBeInstanceOf(TypeError)
      expect((error as Error).cause).toBeInstanceOf(Error)
    }
  })

  it('stays the caller’s own error in ky', async () => {
    await using server = await refuse()
    const error = await caught(instance.put(server.url, { body: make() } as never))
    expect(isApiError(error)).toBe(false)
    expect(error).toBeInstanceOf(NetworkError)
  })
})

it('a connection that fails under an upload is still a failure of the network', async () => {
  await using server = await serve((request) => request.socket.destroy())
  const body = (): ReadableStream => new Blob(['x'.repeat(100_000)]).stream()
  expect(await caughtApiError(api(server.url, post(body())))).toMatchObject({ reason: 'network' })
  expect(await caughtApiError(instance.post(server.url, { body: body() }))).toMatchObject({ reason: 'network' })
})
