/** As much of @playwright/test as a test with a page shows; what is registered is run by whoever has a browser. */
import type { Locator, Page } from 'playwright-core'

type Run = (fixtures: { readonly page: Page }) => Promise<void>

export const registered = new Map<string, Run>()

export function test(name: string, run: Run): void {
  registered.set(name, run)
}

export function expect(locator: Locator): { toBeVisible(): Promise<void> } {
  return { toBeVisible: () => locator.waitFor({ state: 'visible', timeout: 20_000 }) }
}
