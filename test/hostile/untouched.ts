import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bilibili } from '@unifault/providers/bilibili'

/** What both of a pair are given, the bare client and the wrapped one. */
export interface Run {
  readonly url: string
  /** Notes what happens, in order. */
  readonly log: (event: string) => void
}

/** A client as it is made by both sides of a pair, so that nothing is ours but the wrapper. */
export const providers = [bilibili] as const
export const options = { fallback: false } as const

const json = { 'content-type': 'application/json' }

function answer(request: IncomingMessage, response: ServerResponse, hits: number): void {
  const url = new URL(request.url ?? '', 'http://a.test')
  const [, what = '', status = '200', times = 'Infinity'] = url.pathname.split('/')
  const isOver = hits > Number(times)
  switch (what) {
    case 'status':
      response.writeHead(isOver ? 200 : Number(status), { ...json, 'retry-after': '0' })
      return void response.end(JSON.stringify({ code: isOver ? 0 : -101, message: 'words', hits }))
    case 'text':
      return void response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('größe '.repeat(100))
    case 'bytes':
      return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(Buffer.alloc(300_000, 7))
    case 'bad-json':
      return void response.writeHead(200, json).end('{"code":')
    case 'page':
      return void response
        .writeHead(502, { 'content-type': 'text/html' })
        .end('<html><title>Bad gateway</title></html>')
    case 'empty':
      return void response.writeHead(204).end()
    case 'moved':
      return void response.writeHead(302, { location: '/status/200' }).end()
    case 'circle':
      return void response.writeHead(302, { location: '/circle' }).end()
    case 'reset':
      return void request.socket.destroy()
    case 'cut':
      response.writeHead(200, { ...json, 'content-length': 100 }).write('{"code":')
      return void setImmediate(() => response.destroy())
    case 'hang':
      return
    case 'slow':
      response.writeHead(200, json).write('{"code":')
      return
    default:
      response.writeHead(200, json)
      request.pipe(response)
  }
}

/** A server of everything that a client may be answered; it counts the hits of each call by its `x-run` header. */
export async function serveAll(): Promise<{ readonly url: string; readonly close: () => void }> {
  const hits = new Map<string, number>()
  const server = createServer((request, response) => {
    const run = String(request.headers['x-run'])
    const count = (hits.get(run) ?? 0) + 1
    hits.set(run, count)
    answer(request, response, count)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What came of a call, as text that can be compared: a value, or an error with its class, name, code, words and answer. */
export async function outcomeOf(call: () => unknown): Promise<unknown> {
  try {
    return { value: await call() }
  } catch (error) {
    if (!(error instanceof Error) && !(error instanceof DOMException)) return { thrown: error }
    const { name, message, code, status, response, data, config, cause } = error as Error & Record<string, unknown>
    return {
      class: error.constructor.name,
      name,
      message,
      code,
      status,
      data,
      keys: Object.keys(error).sort(),
      response: (response as { status?: number } | undefined)?.status,
      body: (response as { data?: unknown } | undefined)?.data,
      hasConfig: config !== undefined,
      cause: (cause as Error | undefined)?.name,
    }
  }
}

/** Times and identifiers differ between any two runs. */
export function comparable(value: unknown): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    key === 'date' || key === 'duration' || key === 'x-run'
      ? undefined
      : typeof inner === 'function'
        ? 'function'
        : inner,
  )
  return text === undefined ? undefined : (JSON.parse(text) as unknown)
}
