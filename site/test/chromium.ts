import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where the browser is; `CHROMIUM` names another place. */
export const executablePath: string = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Whether there is a browser to start. */
export const hasChromium: boolean = existsSync(executablePath)

/** Starts a browser that asks nothing of the network on its own. */
export function openChromium(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath, headless: true, args })
}
