import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Tabs, tabs } from './tabs.ts'

let count = 0
const open: Tabs[] = []
const group = (): string => `test-${count++}`

function tab(name: string): Tabs {
  const made = tabs(name)
  open.push(made)
  return made
}

afterEach(() => {
  for (const each of open.splice(0)) each.close()
  vi.unstubAllGlobals()
})

async function eventually(holds: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(holds()).toBe(true), { timeout: 10_000 })
}

/** A localStorage for all tabs of a test. */
function pageStorage(): Map<string, string> {
  const kept = new Map<string, string>()
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  vi.stubGlobal('window', { localStorage })
  return kept
}

const signal = new AbortController().signal

describe('tabs', () => {
  test('tell each other of cool-downs', async () => {
    const name = group()
    const [a, b, stranger] = [tab(name), tab(name), tab(group())]
    a.hold('api', 60_000)
    expect(a.until('api')).toBeGreaterThan(50_000)
    await eventually(() => b.until('api') !== undefined)
    expect(b.until('api')).toBeLessThanOrEqual(60_000)
    expect(stranger.until('api')).toBe(undefined)
  })

  test('know of them after a reload, and forget what is over', () => {
    const kept = pageStorage()
    const name = group()
    tab(name).hold('api', 60_000)
    kept.set(name, JSON.stringify({ ...JSON.parse(kept.get(name) ?? '{}'), old: Date.now() - 1 }))
    const reloaded = tab(name)
    expect(reloaded.until('api')).toBeGreaterThan(50_000)
    expect(reloaded.until('old')).toBe(undefined)
    reloaded.hold('other', 1000)
    expect(kept.get(name)).not.toContain('old')
  })

  // Web Locks came to Node with 24.5.
  test.skipIf(!('locks' in navigator))('refresh once, one after the other, and pass the credential on', async () => {
    pageStorage()
    const name = group()
    let runs = 0
    const run = async (): Promise<string> => {
      runs++
      await new Promise((resolve) => setTimeout(resolve, 5))
      return 'new'
    }
    const all = Array.from({ length: 10 }, () => tab(name))
    const results = await Promise.all(all.map((each) => each.once('', 'old', run, signal)))
    expect(results).toEqual(Array(10).fill('new'))
    expect(runs).toBe(1)
    expect(await all[0]?.once('', 'another', run, signal)).toBe('new')
    expect(runs).toBe(2)
  })

  test('never write a credential to a disk', async () => {
    const kept = pageStorage()
    const name = group()
    await tab(name).once('', 'old-secret', async () => 'new-secret', signal)
    expect([...kept].flat().join()).not.toMatch(/secret/)
  })

  test('go on when the tab that refreshes fails', async () => {
    const name = group()
    const [a, b] = [tab(name), tab(name)]
    const failing = a.once('', 'old', () => Promise.reject(new Error('no')), signal).catch((error: unknown) => error)
    expect(await b.once('', 'old', async () => 'new', signal)).toBe('new')
    expect(await failing).toMatchObject({ message: 'no' })
  })

  test.each(['navigator', 'BroadcastChannel', 'window'])('do without %s', async (missing) => {
    vi.stubGlobal(missing, undefined)
    const alone = tab(group())
    alone.hold('api', 60_000)
    expect(alone.until('api')).toBeGreaterThan(50_000)
    expect(await alone.once('', 'old', async () => 'new', signal)).toBe('new')
  })

  test('do without a storage that throws', () => {
    vi.stubGlobal('window', {
      get localStorage() {
        throw new Error('SecurityError')
      },
    })
    const alone = tab(group())
    alone.hold('api', 60_000)
    expect(alone.until('api')).toBeGreaterThan(50_000)
  })
})
