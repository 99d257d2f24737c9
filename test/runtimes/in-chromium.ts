import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Report } from './conformance.ts'

const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const playwright = 'playwright-core@1.65.1'
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

interface Page {
  goto(url: string): Promise<unknown>
  addScriptTag(script: { path: string }): Promise<unknown>
  evaluate<T>(expression: string): Promise<T>
}
interface Playwright {
  readonly chromium: {
    launch(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>
  }
}

/** The program in a page of headless Chromium, of an origin other than the server's; a text tells why it was skipped. */
export async function inChromium(
  folder: string,
  store: string,
  server: string,
  install: (prefix: string, ...specifiers: readonly string[]) => Promise<void>,
): Promise<Report | string> {
  if (!existsSync(executable)) return `Chromium: there is no ${executable} (CHROMIUM names another)`
  const prefix = join(store, playwright)
  try {
    if (!existsSync(join(prefix, 'node_modules'))) await install(prefix, playwright)
  } catch (error) {
    return `Chromium: ${playwright} could not be installed (${String(error).slice(0, 200)})`
  }
  const { chromium } = createRequire(join(prefix, 'main.js'))('playwright-core') as Playwright
  const browser = await chromium.launch({ executablePath: executable, headless: true, args: flags })
  try {
    const page = await browser.newPage()
    // Another origin than the one it asks, yet on the same machine: a page from elsewhere may not ask it.
    await page.goto(new URL('/page', server).href.replace('127.0.0.1', 'localhost'))
    await page.addScriptTag({ path: join(folder, 'browser.js') })
    return await page.evaluate<Report>(`program.conformance(${JSON.stringify(server)})`)
  } finally {
    await browser.close()
  }
}
