import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { installApiErrors } from '@unifault/axios'
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'
import ky from 'ky'
import { compareAsync, print } from './paired.ts'

const sizes = [
  ['200B', 30, 4000],
  ['20kB', 20, 1000],
  ['2MB', 1, 20],
] as const

export async function benchClients(): Promise<void> {
  const child = fork(join(import.meta.dirname, 'serve.ts'))
  try {
    const [port] = (await once(child, 'message')) as [number]
    for (const [size, calls, warmup] of sizes) {
      const url = `http://127.0.0.1:${port}/${size}`
      const plainKy = ky.create({ retry: 0 })
      const wrapped = wrapKy(plainKy, bilibili)
      const parsing = wrapKy(plainKy, bilibili, { mode: 'parseJson' })
      const kys = await compareAsync(
        [
          ['bare', () => plainKy.get(url).json()],
          ['A/A', () => plainKy.get(url).json()],
          ['wrapped', () => wrapped.get(url).json()],
          ['parseJson mode', () => parsing.get(url).json()],
        ],
        calls,
        warmup,
      )
      print(`ky over loopback, ${size}`, kys, {
        wrapped: size === '2MB' ? '<= 1.05' : '<= 1.15',
        'parseJson mode': '<= 1.05',
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
