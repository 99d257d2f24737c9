// A server in a process of its own, so that what it does is not counted as the client's work. It ends with the process that forked it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Lengths of success bodies by path. */
const lengths: Readonly<Record<string, number>> = { '/200B': 120, '/20kB': 19_900, '/2MB': 2_000_000 }

function body(length: number): Buffer {
  const items = Array.from({ length: Math.ceil(length / 60) }, (_, id) => ({
    id,
    name: `item ${id}`,
    tags: ['a', 'b'],
  }))
  return Buffer.from(JSON.stringify({ code: 0, message: '0', ttl: 1, data: { items } }))
}

const bodies = new Map(Object.entries(lengths).map(([path, length]) => [path, body(length)]))
const server = createServer((request, response) => {
  const found = bodies.get(request.url ?? '') ?? Buffer.alloc(0)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': found.length })
  response.end(found)
}).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))

process.on('disconnect', () => process.exit())
