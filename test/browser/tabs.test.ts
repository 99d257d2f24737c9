import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openChromium } from './chromium.ts'
import { hasChromium } from './where-chromium.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const count = 50

/** What `tab.ts` puts into a page. */
interface Tab {
  begin(keep: string, name: string): void
  call(path: string): Promise<string>
  key: string | undefined
  isHeld(key: string): boolean
}

describe.skipIf(!hasChromium)(`${count} tabs of a browser`, () => {
  let server: Server
  let context: BrowserContext
  let pages: Page[]
  /** By the name of the tabs' group. */
  const refreshes = new Map<string, number>()

  beforeAll(async () => {
    const bundle = await rolldown({
      input: new URL('tab.ts', import.meta.url).pathname,
      platform: 'browser',
      resolve: { conditionNames: ['unifault-source', 'browser', 'import', 'default'] },
    })
    const { output } = await bundle.generate({ format: 'iife' })
    server = createServer((request, response) => {
      const { pathname, search } = new URL(request.url ?? '', 'http://localhost')
      const end = (status: number, type: string, body: string, headers: Record<string, string> = {}): void => {
        response.writeHead(status, { 'content-type': type, ...headers }).end(body)
      }
      if (pathname === '/') end(200, 'text/html', '<!doctype html><script src="/tab.js"></script>')
      else if (pathname === '/tab.js') end(200, 'text/javascript; charset=utf-8', output[0].code)
      else if (pathname === '/refresh') {
        const name = search.slice(1)
        refreshes.set(name, (refreshes.get(name) ?? 0) + 1)
        setTimeout(() => end(200, 'text/plain', `new ${name}`), 300)
      } else if (pathname === '/crowded') end(429, 'application/json', '{}', { 'retry-after': '50' })
      else if (request.headers.authorization?.startsWith('new ')) end(200, 'application/json', '{"data":"fine"}')
      else end(401, 'application/json', '{}', { 'www-authenticate': 'Bearer error="invalid_token"' })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    context = await openChromium()
    pages = []
    for (let i = 0; i < count; i++) {
      const page = await context.newPage()
      await page.goto(url)
      pages.push(page)
    }
  })

  afterAll(async () => {
    await context?.close()
    server?.close()
  })

  const begin = (keep: string, name: string, hasLocks = true): Promise<unknown> =>
    Promise.all(
      pages.map((page) =>
        page.evaluate(
          ([keep, name, hasLocks]) => {
            if (!hasLocks) Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })
            ;(globalThis as unknown as Tab).begin(keep, name)
          },
          [keep, name, hasLocks] as const,
        ),
      ),
    )
  const call = (page: Page): Promise<string> => page.evaluate(() => (globalThis as unknown as Tab).call('/data'))

  test.each(['memory', 'storage'])(
    'whose token has expired, kept in %s, refresh it once, and all succeed',
    async (keep) => {
      await begin(keep, keep)
      const results = await Promise.all(pages.map(call))
      expect(results).toEqual(Array(count).fill('{"data":"fine"}'))
      expect(refreshes.get(keep)).toBe(1)
    },
  )

  test('without Web Locks learn from the one that has refreshed', async () => {
    await begin('memory', 'alone', false)
    for (const page of pages.slice(0, 10)) expect(await call(page)).toBe('{"data":"fine"}')
    expect(refreshes.get('alone')).toBe(1)
  })

  test('hear of a cool-down that one of them was told', async () => {
    const [first, ...others] = pages as [Page, ...Page[]]
    // It waits for longer than this test.
    first.evaluate(() => (globalThis as unknown as Tab).call('/crowded')).catch(() => undefined)
    const key = async (): Promise<string | undefined> => first.evaluate(() => (globalThis as unknown as Tab).key)
    await vi.waitFor(async () => expect(await key()).toMatch(/#./), { timeout: 60_000 })
    const known = await key()
    const areHeld = (): Promise<boolean[]> =>
      Promise.all(others.map((page) => page.evaluate((key) => (globalThis as unknown as Tab).isHeld(key), known ?? '')))
    await vi.waitFor(async () => expect(await areHeld()).toEqual(Array(count - 1).fill(true)), { timeout: 60_000 })
  })
})
