// The snippets of docs/testing.md are tests: they run here, as they stand there.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../browser/chromium.ts'
import { hasChromium } from '../browser/where-chromium.ts'
import { registered } from '../readme/with/playwright-test.ts'
import { compileSnippets, readDocument, readSnippets, root, writeSnippets } from '../readme/snippets.ts'
import { parseScript } from '../../packages/unifault/src/mock/script.ts'

const folder = join(root, 'test/dist/testing')
const snippets = readSnippets('docs/testing.md', folder)
writeSnippets(snippets, folder)
const [vitest, storybook, playwright] = snippets.map(({ file }) => file)

test('every snippet compiles', { timeout: 120_000 }, async () => {
  expect(await compileSnippets(folder)).toBe('')
})

describe('the tests for Vitest pass', async () => {
  await import(vitest as string)
})

describe('the stories for Storybook', () => {
  interface Story {
    beforeEach(context: { readonly msw: typeof server }): void
  }
  const server = setupServer()
  const nav = 'https://api.bilibili.com/x/web-interface/nav'
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
  afterAll(() => server.close())

  test('answer as they say', async () => {
    const { SignedOut, Slow } = (await import(storybook as string)) as Record<'SignedOut' | 'Slow', Story>
    SignedOut.beforeEach({ msw: server })
    expect(await (await fetch(nav)).json()).toMatchObject({ code: -101 })
    server.resetHandlers()
    Slow.beforeEach({ msw: server })
    await expect(fetch(nav, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/aborted|timeout/)
  })
})

describe.skipIf(!hasChromium)('the test for Playwright', { timeout: 300_000 }, () => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await openChromium()
  }, 300_000)
  afterAll(() => context?.close())

  test('passes with a page that asks who is not signed in', async () => {
    // A page of an app, of another origin than the platform.
    const page = await context.newPage()
    const app = `<!doctype html><p>…</p><script>
      fetch('https://api.bilibili.com/x/web-interface/nav').then((answer) => answer.json()).then(({ code }) => {
        document.querySelector('p').textContent = code === -101 ? 'Please sign in' : 'Hello'
      })</script>`
    const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(app))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const goto = page.goto.bind(page)
    page.goto = (path) => goto(base + path)
    try {
      await import(playwright as string)
      const [run] = [...registered.values()]
      await run?.({ page })
    } finally {
      await page.close()
      server.close()
    }
  })
})

test('the script of the page is one', () => {
  const [, script = ''] = /^```text\n([^]*?)^```$/m.exec(readDocument('docs/testing.md')) ?? []
  expect(parseScript(script, 'answers.txt', ['bilibili', 'openai'])).toHaveLength(4)
  expect(readFileSync(join(root, 'docs/zh/testing.md'), 'utf8')).toContain(script)
})
