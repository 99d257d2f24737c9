import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { installApiErrors } from '@unifault/axios'
import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'
import ky, { type KyInstance } from 'ky'
import { compareAsync, print } from './paired.ts'

const sizes = [
  ['200B', 30, 4000],
  ['20kB', 20, 1000],
  ['2MB', 1, 20],
] as const

interface Clients<C> {
  readonly bare: C
  /** Compared with reading a clone before the answer: that is what looking at a body is. */
  readonly wrapped: C
  /** Compared with the bare client. */
  readonly beside: Readonly<Record<string, C>>
  readonly get: (client: C) => Promise<Response>
  /** As a program reads by this client. */
  readonly read: (client: C) => Promise<unknown>
}

async function benchAlike<C>(title: string, calls: number, warmup: number, clients: Clients<C>): Promise<void> {
  const { bare, wrapped, beside, get, read } = clients
  const twice = async (): Promise<unknown> => {
    const response = await get(bare)
    await response.clone().json()
    return response.json()
  }
  const looking = [
    ['clone().json(), then json()', twice],
    ['A/A', twice],
    ['wrapped', async () => (await get(wrapped)).json()],
  ] as const
  print(`${title}: looking at the body`, await compareAsync(looking, calls, warmup), { wrapped: '<= 1.30' })
  const others = Object.entries({ bare, 'A/A': bare, ...beside }).map(([name, one]) => [name, () => read(one)] as const)
  const found = await compareAsync(others, calls, warmup)
  print(title, found, { 'parseJson mode': '<= 1.05', observing: '<= 1.05', unjudged: '<= 1.02' })
}

export async function benchClients(): Promise<void> {
  const child = fork(join(import.meta.dirname, 'serve.ts'))
  try {
    const [port] = (await once(child, 'message')) as [number]
    for (const [size, calls, warmup] of sizes) {
      const url = `http://127.0.0.1:${port}/${size}`
      const plainKy = ky.create({ retry: 0 })
      await benchAlike<KyInstance>(`ky over loopback, ${size}`, calls, warmup, {
        bare: plainKy,
        wrapped: wrapKy(plainKy, bilibili),
        beside: {
          'parseJson mode': wrapKy(plainKy, bilibili, { mode: 'parseJson' }),
          observing: wrapKy(plainKy, bilibili, { mode: 'observe' }),
          unjudged: wrapKy(plainKy, [bilibili]),
        },
        get: (client) => client.get(url),
        read: (client) => client.get(url).json(),
      })
      await benchAlike<(url: string) => Promise<Response>>(`fetch over loopback, ${size}`, calls, warmup, {
        bare: fetch,
        wrapped: wrapFetch(fetch, bilibili),
        beside: {
          observing: wrapFetch(fetch, bilibili, { mode: 'observe' }),
          unjudged: wrapFetch(fetch, [bilibili]),
        },
        get: (client) => client(url),
        read: async (client) => (await client(url)).json(),
      })
      const bare = axios.create()
      const installed = axios.create()
      installApiErrors(installed, bilibili)
      const axioses = await compareAsync(
        [
          ['bare', () => bare.get(url)],
          ['A/A', () => bare.get(url)],
          ['installed', () => installed.get(url)],
        ],
        calls,
        warmup,
      )
      print(`axios over loopback, ${size}`, axioses, { installed: '<= 1.03' })
    }
  } finally {
    child.disconnect()
  }
}
