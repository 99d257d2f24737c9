// The built site on a loopback port, as static hosts serve it: texts compressed, a folder's `index.html`, and `404.html`.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

export const dist: string = join(import.meta.dirname, '../dist')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.bin': 'application/octet-stream',
}
const packed = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.md'])

export interface Site {
  /** Its address, with a slash at its end. */
  readonly url: string
  /** The bytes of all bodies that it has sent. */
  readonly sent: number
  close(): Promise<void>
}

export async function serveSite(): Promise<Site> {
  const bodies = new Map<string, Buffer>()
  let sent = 0
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    let file = join(dist, path)
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
    const isThere = existsSync(file)
    if (!isThere) file = join(dist, '404.html')
    const type = extname(file)
    const isPacked = packed.has(type)
    let body = bodies.get(file)
    if (body === undefined) {
      body = isPacked ? gzipSync(readFileSync(file)) : readFileSync(file)
      bodies.set(file, body)
    }
    sent += body.length
    const encoding = isPacked ? { 'content-encoding': 'gzip' } : {}
    const headers = { 'content-type': types[type] ?? 'application/octet-stream', ...encoding }
    response.writeHead(isThere ? 200 : 404, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get sent() {
      return sent
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
