import { type Browser, chromium } from 'playwright-core'
import { executablePath, flags } from '../../test/browser/where-chromium.ts'

/** Starts a browser that asks nothing of the network on its own. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: flags })
}
