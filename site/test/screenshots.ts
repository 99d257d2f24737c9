// Takes the pictures of the site that stand in docs/:  pnpm site && node site/test/screenshots.ts
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { repository } from '../documents/read-documents.ts'
import { openChromium } from './chromium.ts'
import { serveSite } from './serve.ts'

const site = await serveSite()
const browser = await openChromium()

async function take(
  name: string,
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<unknown>,
): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(site.url + path, { waitUntil: 'networkidle' })
  await look(page)
  await page.screenshot({ path: join(repository, 'docs', `${name}.png`) })
  await context.close()
}

await take('site-catalog', 'catalog/?q=请求过于频繁', { viewport: { width: 1100, height: 760 } }, (page) =>
  page.locator('.results li').first().waitFor(),
)
await take('site-playground', 'playground/', { viewport: { width: 1100, height: 1000 } }, async (page) => {
  await page.locator('.pasted .chips button').first().click()
  await page.locator('.verdict h2').waitFor()
})
await take(
  'site-phone',
  'zh/catalog/bilibili/#-352',
  { viewport: { width: 390, height: 780 }, colorScheme: 'dark' },
  (page) => page.locator('.codes .here').waitFor(),
)
await browser.close()
await site.close()
