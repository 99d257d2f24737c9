import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { executablePath, flags, hasChromium } from './where-chromium.ts'

if (!hasChromium) console.warn(`SKIPPED: the tests of tabs need Chromium at ${executablePath}, and there is none`)

/** Starts a browser that asks nothing of the network, with a profile that is thrown away. */
export async function openChromium(): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'unifault-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: ['--headless', ...flags],
  })
  context.once('close', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
  return context
}
