import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { installApiErrors } from '@unifault/axios'
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'
import ky from 'ky'
import { compareAsync, print } from './paired.ts'

const sizes = [
  ['200 B', 120, 40],
  ['20 kB', 19_900, 20],
  ['2 MB', 2_000_000, 1],
] as const

export async function benchClients(): Promise<void> {
  const payloads = new Map(sizes.map(([name, length]) => [`/${encodeURIComponent(name)}`, body(length)]))
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(payloads.get(request.url ?? ''))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    for (const [name, , calls] of sizes) {
      const url = `${origin}/${encodeURIComponent(name)}`
      const plainKy = ky.create({ retry: 0 })
      const wrapped = wrapKy(plainKy, bilibili)
      const parsing = wrapKy(plainKy, bilibili, { mode: 'parseJson' })
      print(
        `ky over loopback, ${name}`,
        await compareAsync(
          [
            ['bare', () => plainKy.get(url).json()],
            ['A/A', () => plainKy.get(url).json()],
            ['wrapped', () => wrapped.get(url).json()],
            ['parseJson mode', () => parsing.get(url).json()],
          ],
          calls,
        ),
        { wrapped: name === '2 MB' ? '<= 1.05' : '<= 1.15', 'parseJson mode': '<= 1.05' },
      )
      const bare = axios.create()
      const installed = axios.create()
      installApiErrors(installed, bilibili)
      print(
        `axios over loopback, ${name}`,
        await compareAsync(
          [
            ['bare', () => bare.get(url)],
            ['A/A', () => bare.get(url)],
            ['installed', () => installed.get(url)],
          ],
          calls,
        ),
        { installed: '<= 1.03' },
      )
    }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

function body(length: number): string {
  const items = Array.from({ length: Math.ceil(length / 60) }, (_, id) => ({
    id,
    name: `item ${id}`,
    tags: ['a', 'b'],
  }))
  return JSON.stringify({ code: 0, message: '0', ttl: 1, data: { items } })
}
