// Visits of the site in a browser, which tell what went wrong on the way.
import type { Browser, BrowserContext, BrowserContextOptions, Page, Response } from 'playwright-core'

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors and warnings of the console, exceptions of the page, and requests that left the origin or failed. */
  readonly faults: string[]
  readonly responses: Response[]
  end(): Promise<void>
}

/** Opens a page of the site in a new context. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const { origin } = new URL(url)
  const faults: string[] = []
  const responses: Response[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
      faults.push(`left the origin: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    // A page that is left gives up what it was loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`)
  })
  page.on('response', (response) => {
    responses.push(response)
    if (response.status() >= 400) faults.push(`HTTP ${response.status()}: ${response.url()}`)
  })
  await page.goto(url, { waitUntil: 'load' })
  return { page, context, faults, responses, end: () => context.close() }
}

/** How many bytes the bodies of some answers are, unpacked. */
export async function weigh(responses: readonly Response[]): Promise<number> {
  const bodies = await Promise.all(responses.filter((one) => one.status() === 200).map((one) => one.body()))
  return bodies.reduce((sum, { length }) => sum + length, 0)
}
