import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const executablePath = '/usr/bin/chromium'

/** Whether there is a browser to start. */
export const hasChromium: boolean = existsSync(executablePath)

if (!hasChromium) console.warn(`SKIPPED: the tests of tabs need Chromium at ${executablePath}, and there is none`)

/** Starts a browser that asks nothing of the network, with a profile that is thrown away. */
export async function openChromium(): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'unifault-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  context.once('close', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
  return context
}
