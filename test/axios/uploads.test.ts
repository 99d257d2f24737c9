import { createReadStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { apiErrorOf, defineProvider, installApiErrors, isApiError } from '@unifault/axios'
import axios, { type AxiosInstance, type AxiosRequestConfig, create, isAxiosError } from 'axios'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { adapters } from './adapters.ts'
import { apiErrorFrom } from './api-error-from.ts'
import { type Loopback, startLoopback } from './loopback.ts'
import { rejectionOf } from './rejection-of.ts'

const gate = defineProvider({
  id: 'gate',
  dialects: [{ code: 'code', message: 'message', success: [0], codes: { 7: 'throttled' } }],
})
const FormStream = axios.defaults.env?.FormData as new () => FormData & { append(name: string, value: unknown): void }

let server: Loopback
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'))
  server = await startLoopback((request, response) => {
    const status = Number(/status=(\d+)/.exec(request.url ?? '')?.[1] ?? 200)
    if (status === 0) return void request.once('data', () => request.socket.destroy())
    let body = ''
    request.on('data', (piece) => (body += String(piece).slice(0, 10_000)))
    request.on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ code: 7, message: body.slice(0, 1000) }))
    })
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** Fails the test that reads it in any way but axios'. */
async function* pieces(): AsyncGenerator<string> {
  yield 'one '
  yield 'two'
}

describe.each(adapters)('an upload through the %s adapter', (adapter) => {
  const instances: [string, AxiosInstance][] = (['replace', 'attach', 'observe'] as const).map((mode) => {
    const instance = create({ adapter })
    installApiErrors(instance, gate, { mode })
    return [mode, instance]
  })

  it.each(instances)('of a stream arrives whole, and is no part of the verdict: %s', async (_, instance) => {
    for (const data of [Readable.from(pieces()), Readable.from([Buffer.from('one two')])]) {
      const answer: unknown = await instance.post(`${server.url}/?status=429`, data).catch((error: unknown) => error)
      expect(apiErrorOf(answer)).toMatchObject({ code: '7', status: 429, providerMessage: 'one two' })
    }
  })

  it.each(instances)('of a stream that is still open when the answer comes is not drained: %s', async (_, instance) => {
    // The adapter is not asked here, since it reads the stream itself.
    const stream = new PassThrough()
    stream.write('unread')
    const answered = create({
      adapter: async (config) => ({ data: { code: 7 }, status: 200, statusText: '', headers: {}, config }),
    })
    installApiErrors(answered, gate)
    await apiErrorFrom(answered.post(server.url, stream))
    expect(stream.read()?.toString()).toBe('unread')
    expect(stream.listenerCount('data')).toBe(0)
    expect(instance).toBeDefined()
  })

  const own: [string, () => unknown, string?][] = [
    ['a file that is missing', () => createReadStream(join(folder, 'missing')), 'ENOENT'],
    ['a folder', () => createReadStream(folder), 'EISDIR'],
    [
      'a generator that throws',
      () =>
        Readable.from(
          (async function* () {
            yield 'one'
            throw new Error('mine')
          })(),
        ),
    ],
    [
      'a generator that throws a TypeError about its own network',
      () =>
        Readable.from(
          (async function* () {
            yield 'one'
            throw new TypeError('fetch failed')
          })(),
        ),
    ],
    [
      'a stream that fails with a code like a socket',
      () => {
        const stream = new PassThrough()
        stream.write('one')
        setImmediate(() => stream.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })))
        return stream
      },
    ],
  ]

  it.each(own)("that fails by itself stays the user's error: %s", async (_, make) => {
    const bare = create({ adapter })
    const expected = (await rejectionOf(bare.post(server.url, make()))) as Error
    for (const [, instance] of instances) {
      const error = (await rejectionOf(instance.post(server.url, make()))) as Error
      expect(apiErrorOf(error)).toBe(undefined)
      expect(isAxiosError(error)).toBe(isAxiosError(expected))
      expect([error.name, error.message, (error as { code?: unknown }).code]).toEqual([
        expected.name,
        expected.message,
        (expected as { code?: unknown }).code,
      ])
    }
  })

  it('whose connection breaks is the network all the same', async () => {
    const instance = create({ adapter })
    installApiErrors(instance, gate)
    for (const make of [
      () => Readable.from(pieces()),
      () => 'text',
      () => Buffer.from('bytes'),
      () => new Blob(['blob']),
      () => {
        const form = new FormData()
        form.append('file', new Blob(['blob']))
        return form
      },
    ]) {
      const error = await apiErrorFrom(instance.put(`${server.url}/?status=0`, make()))
      expect(error).toMatchObject({ reason: 'network' })
    }
  })
})

describe('a form stream', () => {
  const instance = create({ adapter: 'http' })
  installApiErrors(instance, gate)

  it('with a missing file stays the user’s error', async () => {
    const form = new FormStream()
    form.append('file', createReadStream(join(folder, 'missing')))
    const error = await rejectionOf(instance.post(server.url, form))
    expect(error).toMatchObject({ isAxiosError: true, code: 'ENOENT' })
  })

  it('is told apart from what it was sent with', async () => {
    const form = new FormStream()
    form.append('password', 'planted-in-a-form')
    form.append('file', Buffer.alloc(200_000, 'x') as never, { filename: 'a.txt' } as never)
    const error = await apiErrorFrom(instance.post(server.url, form))
    expect(error.code).toBe('7')
    expect(JSON.stringify(error)).not.toContain('planted')
  })
})

describe('what is read of an upload', () => {
  const config: AxiosRequestConfig = {
    adapter: async (config) => ({ data: { code: 7, message: 'm' }, status: 413, statusText: '', headers: {}, config }),
    validateStatus: () => false,
  }

  /** An object that notes each touch of it. */
  function touched(target: object): { data: object; touches: () => PropertyKey[] } {
    const touches: PropertyKey[] = []
    const note = (name: PropertyKey): void => void touches.push(name)
    const data = new Proxy(target, {
      get: (from, name) => {
        note(name)
        const value: unknown = Reflect.get(from, name)
        return typeof value === 'function' ? value.bind(from) : value
      },
    })
    return { data, touches: () => touches }
  }

  it.each<[string, () => object]>([
    ['a Node stream', () => Readable.from(['x'])],
    ['a web stream', () => new ReadableStream()],
    ['a Blob', () => new Blob(['x'])],
    ['an async iterator', () => pieces()],
  ])('is nothing of %s', async (_, make) => {
    const { data, touches } = touched(make())
    const instance = create({ ...config, transformRequest: [] })
    installApiErrors(instance, gate)
    await apiErrorFrom(instance.post('https://gate.example/', data))
    const reading =
      /^(?:on|once|read|resume|pipe|next|forEach|getReader|tee|stream|text|bytes|arrayBuffer|slice|toArray|asyncIterator)$/
    expect(touches().filter((name) => typeof name === 'string' && reading.test(name))).toEqual([])
    expect(touches()).not.toContain(Symbol.asyncIterator)
  })

  it('takes no time that grows with its size', async () => {
    // Byte by byte, 64 MB would take seconds; the bound is not a matter of the machine's speed.
    const instance = create({ ...config, transformRequest: [] })
    installApiErrors(instance, gate)
    const bytes = new Uint8Array(64_000_000)
    const spy = vi.spyOn(TextDecoder.prototype, 'decode')
    for (const data of [bytes, { file: bytes }, { _streams: [bytes, 'name="a"'] }])
      await apiErrorFrom(instance.post('https://gate.example/', data))
    const most = Math.max(0, ...spy.mock.calls.map(([piece]) => (piece as Uint8Array | undefined)?.byteLength ?? 0))
    spy.mockRestore()
    expect(most).toBeLessThanOrEqual(65_536)
  })
})

// fetch of Node itself never ends for it.
it('a file that changes while it is read stays the user’s error', async () => {
  const path = join(folder, 'changing')
  await writeFile(path, 'before')
  const blob = await openAsBlob(path)
  await writeFile(path, 'after, and longer')
  const form = new FormData()
  form.append('file', blob, 'a.txt')
  const instance = create({ adapter: 'http' })
  installApiErrors(instance, gate)
  expect(isApiError(await rejectionOf(instance.post(server.url, form)))).toBe(false)
})

it('a request handed on from a client that hangs up is not the network’s failure', async () => {
  const outcome = Promise.withResolvers<unknown>()
  const instance = create({ adapter: 'http' })
  installApiErrors(instance, gate)
  const proxy = await startLoopback((request, response) => {
    instance.post(`${server.url}/?status=503`, request).then(outcome.resolve, outcome.resolve)
    request.once('data', () => client.destroy())
    response.on('error', () => undefined)
  })
  const client = ask(proxy.url, { method: 'POST' })
  client.on('error', () => undefined)
  client.write('begun')
  expect(apiErrorOf(await outcome.promise)).toBe(undefined)
  await proxy.close()
})
