import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openChromium } from '../browser/chromium.ts'
import { hasChromium } from '../browser/where-chromium.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

describe.skipIf(!hasChromium)('in a browser', () => {
  let server: Server
  let context: BrowserContext

  beforeAll(async () => {
    const bundle = await rolldown({
      input: fileURLToPath(new URL('page.ts', import.meta.url)),
      platform: 'browser',
      resolve: { conditionNames: ['unifault-source', 'browser', 'import', 'default'] },
    })
    const { output } = await bundle.generate({ format: 'iife' })
    const worker = readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8')
    const files: Record<string, readonly [type: string, text: string]> = {
      '/': ['text/html', '<!doctype html><meta charset="utf-8"><script src="/page.js"></script>'],
      '/page.js': ['text/javascript; charset=utf-8', output[0].code],
      '/mockServiceWorker.js': ['text/javascript; charset=utf-8', worker],
    }
    server = createServer((request, response) => {
      const [type, text] = files[request.url ?? ''] ?? ['text/plain', '']
      response.writeHead(type === 'text/plain' ? 404 : 200, { 'content-type': type }).end(text)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    context = await openChromium()
  })

  afterAll(async () => {
    await context?.close()
    server?.close()
  })

  test('the handlers answer through the worker, and the adapter reads what they say', async () => {
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const told = await page.evaluate(() => (globalThis as unknown as { run(): Promise<string[]> }).run())
    expect(told).toEqual([
      'unauthenticated -101',
      'abuse-blocked -352 2000',
      'abuse-blocked -352 2000',
      'network',
      'ok',
      'unavailable overloaded_error',
    ])
  })
})
