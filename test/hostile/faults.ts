import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

const json = 'content-type: application/json\r\n'
const last = `${json}connection: close\r\n`
const error = '{"code":7,"message":"slow down"}'
const head = (more: string, status = '200 OK'): string => `HTTP/1.1 ${status}\r\n${more}\r\n`
const whole = (body: string, more = json): string => head(`${more}content-length: ${body.length}\r\n`) + body

/** Writes as long as somebody reads. */
function endless(socket: Socket): void {
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer)
    else if (!socket.writableNeedDrain) socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`)
  }, 1)
}

/** What a server may do to a request instead of answering it; the name is the path. */
export const faults: Readonly<Record<string, (socket: Socket) => void>> = {
  'reset-at-once': (socket) => socket.resetAndDestroy(),
  'close-at-once': (socket) => socket.destroy(),
  'reset-after-headers': (socket) =>
    socket.write(head(`${json}content-length: 100\r\n`), () => socket.resetAndDestroy()),
  'stall-before-headers': () => undefined,
  'stall-in-headers': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-type: appl'),
  'stall-in-body': (socket) => socket.write(`${head(`${json}content-length: 100\r\n`)}{"code":`),
  'cut-body': (socket) => socket.write(`${head(`${json}content-length: 100\r\n`)}{"code":`, () => socket.destroy()),
  'cut-chunks': (socket) =>
    socket.write(`${head(`${json}transfer-encoding: chunked\r\n`)}8\r\n{"code":\r\n`, () => socket.destroy()),
  'broken-chunks': (socket) => socket.end(`${head(`${last}transfer-encoding: chunked\r\n`)}zz\r\n{"code":\r\n`),
  'length-too-long': (socket) => socket.end(`${head(`${last}content-length: 100\r\n`)}${error}`),
  'length-too-short': (socket) => socket.end(`${head(`${last}content-length: 11\r\n`)}{"code":0 }{}`),
  'two-lengths': (socket) => socket.end(`${head(`${last}content-length: 5\r\ncontent-length: 6\r\n`)}${error}`),
  'length-and-chunks': (socket) =>
    socket.end(`${head(`${last}content-length: 5\r\ntransfer-encoding: chunked\r\n`)}0\r\n\r\n`),
  'not-gzip': (socket) => socket.end(whole(error, `${last}content-encoding: gzip\r\n`)),
  'not-brotli': (socket) => socket.end(whole(error, `${last}content-encoding: br\r\n`)),
  'an-unknown-encoding': (socket) => socket.end(whole(error, `${last}content-encoding: zip\r\n`)),
  'not-http': (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
  'a-status-that-is-none': (socket) => socket.end('HTTP/1.1 abc\r\n\r\n'),
  'headers-too-large': (socket) => socket.end(head(`x: ${'x'.repeat(100_000)}\r\n`)),
  'an-endless-text': (socket) => {
    socket.write(head('content-type: text/plain\r\ntransfer-encoding: chunked\r\n'))
    endless(socket)
  },
  'early-hints': (socket) =>
    socket.end(
      head('link: </a>; rel=preload\r\n', '103 Early Hints') + head('', '102 Processing') + whole(error, last),
    ),
  'a-redirect-in-a-circle': (socket) =>
    socket.end(head('location: /a-redirect-in-a-circle\r\ncontent-length: 0\r\nconnection: close\r\n', '302 Found')),
  'drop-by-drop': (socket) => {
    socket.write(head(`${last}content-length: ${error.length}\r\n`))
    let at = 0
    const timer = setInterval(() => {
      if (socket.destroyed || at >= error.length) clearInterval(timer)
      else socket.write(error[at++] as string)
    }, 1)
  },
  'one-error-after-another': (socket) => socket.write(whole(error)),
  'one-success-after-another': (socket) => socket.write(whole('{"code":0,"data":1}')),
}

/** A server on the loopback interface that does to each request what its path names. */
export interface FaultyServer extends AsyncDisposable {
  readonly url: string
  /** How many connections came. */
  readonly connections: number
}

export async function serveFaults(): Promise<FaultyServer> {
  let connections = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      for (const [, path = ''] of data.toString('latin1').matchAll(/^(?:GET|POST) \/([\w-]+)/gm)) faults[path]?.(socket)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get connections() {
      return connections
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
