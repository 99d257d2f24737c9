import { type ChildProcess, fork } from 'node:child_process'
import { type RedisCoolDown, redisCoolDown } from '@unifault/redis'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { serve } from '../recovery/server.ts'
import { openClient } from './open-client.ts'
import { hasRedis, type RedisServer, startRedis } from './redis-server.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const kinds = ['redis', 'ioredis'] as const

test('a client of neither package is refused', () => {
  expect(() => redisCoolDown({} as never)).toThrow('client must be a client of redis or ioredis')
  expect(() => redisCoolDown(undefined as never)).toThrow('client must be')
})

describe.skipIf(!hasRedis).each(kinds)('cool-downs shared through a client of %s', (kind) => {
  let server: RedisServer
  const ends: (() => void)[] = []
  beforeAll(async () => void (server = await startRedis()))
  afterAll(() => server.kill())
  afterEach(() => {
    for (const end of ends.splice(0)) end()
  })

  async function open(prefix: string, onDefect: (error: unknown) => void = () => undefined): Promise<RedisCoolDown> {
    const client = await openClient(kind, server.url)
    const store = redisCoolDown(client, { prefix, onDefect })
    ends.push(() => {
      store.close()
      client.end()
    })
    return store
  }

  const eventually = (holds: () => boolean): Promise<void> =>
    vi.waitFor(() => expect(holds()).toBe(true), { timeout: 60_000 })

  test('reach the other processes, and one that starts later', async () => {
    const [a, b] = [await open('reach:'), await open('reach:')]
    a.hold('api/#x y', 60_000)
    expect(a.until('api/#x y')).toBeGreaterThan(50_000)
    await eventually(() => b.until('api/#x y') !== undefined)
    expect(b.until('api/#x y')).toBeLessThanOrEqual(60_001)
    const late = await open('reach:')
    await eventually(() => late.until('api/#x y') !== undefined)
    expect((await open('other:')).until('api/#x y')).toBe(undefined)
  })

  test('are lengthened and never shortened', async () => {
    const [a, b] = [await open('longer:'), await open('longer:')]
    a.hold('api', 60_000)
    await eventually(() => b.until('api') !== undefined)
    b.hold('api', 1000)
    expect(b.until('api')).toBeGreaterThan(50_000)
    b.hold('api', 200_000)
    await eventually(() => (a.until('api') ?? 0) > 100_000)
  })

  test('leave nothing behind in Redis when they are over', async () => {
    const a = await open('over:')
    a.hold('api', 50)
    const client = await openClient(kind, server.url)
    ends.push(() => client.end())
    const exists = async (): Promise<unknown> => {
      const script = "return redis.call('EXISTS', KEYS[1])"
      const key = 'over:cool-downs'
      return 'isReady' in client ? client.eval(script, { keys: [key], arguments: [] }) : client.eval(script, 1, key)
    }
    await vi.waitFor(async () => expect(await exists()).toBe(0), { timeout: 60_000 })
  })

  test('go on without the store, are told of once, and reach the others when it is back', async () => {
    const defects: unknown[] = []
    const a = await open('down:', (error) => defects.push(error))
    const b = await open('down:')
    a.hold('before', 600_000)
    await eventually(() => b.until('before') !== undefined)
    await server.kill()
    a.hold('during', 600_000)
    a.hold('during too', 600_000)
    expect(a.until('during')).toBeGreaterThan(500_000)
    expect(a.until('before')).toBeGreaterThan(500_000)
    expect(b.until('before')).toBeGreaterThan(500_000)
    expect(b.until('during')).toBe(undefined)
    await eventually(() => defects.length > 0)
    await server.start()
    await eventually(() => b.until('during') !== undefined && b.until('during too') !== undefined)
    expect(defects.length).toBe(1)
    // The store had forgotten it; who began it has not.
    const late = await open('down:')
    await eventually(() => late.until('before') !== undefined)
  })
})

describe.skipIf(!hasRedis)('four processes', () => {
  let server: RedisServer
  const children: ChildProcess[] = []
  beforeAll(async () => void (server = await startRedis()))
  afterAll(async () => {
    for (const child of children) child.kill()
    await server.kill()
  })

  test('wait together, also while the store is killed and comes back: no call is lost and none hangs', async () => {
    /** While the API is crowded, which it says to one request only. */
    let refusals = 0
    let mark = 0
    const seen: { at: number; from: string | null }[] = []
    const api = await serve(({ url }) => {
      seen.push({ at: performance.now(), from: url.searchParams.get('from') })
      if (refusals === 0) return { body: { data: 'fine' } }
      refusals--
      mark = performance.now()
      return { status: 429, headers: { 'retry-after': '8' } }
    })
    const counts = { done: 0, failed: 0, defects: 0, ready: 0 }
    for (const kind of ['redis', 'ioredis', 'redis', 'ioredis']) {
      const child = fork(new URL('process.ts', import.meta.url), [kind, server.url, api.url], {
        execArgv: ['--conditions=unifault-source'],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      children.push(child)
      child.on('message', (message: object) => {
        if ('ready' in message) counts.ready++
        if ('done' in message) counts.done++
        if ('failed' in message) counts.failed++
        if ('defect' in message) counts.defects++
      })
    }
    const since = (at: number): Set<string | null> =>
      new Set(seen.filter((each) => each.at > at).map(({ from }) => from))
    const until = (holds: () => boolean): Promise<void> =>
      vi.waitFor(() => expect(holds()).toBe(true), { timeout: 60_000, interval: 50 })
    await until(() => counts.ready === 4 && since(0).size === 4)

    // One is told to wait 8 s; from the third second on nobody has called, and then all do.
    refusals = 1
    await until(() => mark > 0)
    await until(() => performance.now() > mark + 8000)
    const held = seen.filter(({ at }) => at > mark + 3000 && at < mark + 8000)
    expect(held).toEqual([])
    await until(() => since(mark + 8000).size === 4)

    // Without the store each goes on, and waits when it is told so itself.
    await server.kill()
    await until(() => since(performance.now() - 500).size === 4)
    refusals = 4
    await until(() => refusals === 0)
    await until(() => since(mark + 8000).size === 4)

    // With it they wait together again.
    await server.start()
    await until(() => since(performance.now() - 500).size === 4)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    const before = (mark = 0)
    refusals = 1
    await until(() => mark > before)
    const second = mark
    await until(() => performance.now() > second + 8000)
    expect(seen.filter(({ at }) => at > second + 3000 && at < second + 8000)).toEqual([])
    await until(() => since(second + 8000).size === 4)

    expect(counts.failed).toBe(0)
    expect(counts.done).toBeGreaterThan(100)
    await api.close()
  })
})
