import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { executablePath, hasChromium } from '../../test/browser/where-chromium.ts'
import { openChromium } from './chromium.ts'
import { asCurl, asHar, hasHosts, payloadOf, seedPlatforms } from './seeds.ts'
import { dist, serveSite, type Site } from './serve.ts'
import { visit, type Visit, weigh } from './visit.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
if (!hasChromium) console.warn(`SKIPPED: the site is tested in Chromium at ${executablePath}, and there is none`)

const languages = ['', 'zh/'] as const
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!hasChromium)('the site', () => {
  let browser: Browser
  let site: Site

  beforeAll(async () => {
    site = await serveSite()
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  /** Visits a page; nothing may go wrong on the way. */
  async function at(
    path: string,
    look: (page: Page, visited: Visit) => Promise<void>,
    options?: BrowserContextOptions,
  ): Promise<void> {
    const visited = await visit(browser, site.url + path, options)
    try {
      await look(visited.page, visited)
      expect(visited.faults).toEqual([])
    } finally {
      await visited.end()
    }
  }

  describe.each(languages)('in the language at /%s', (root) => {
    test.each([
      ['-352', 'bilibili', '-352'],
      ['ACQ.TRADE_HAS_SUCCESS', 'alipay', 'ACQ.TRADE_HAS_SUCCESS'],
      ['请求过于频繁', undefined, undefined],
    ])('a search finds %s, and the first one loads at most 300 kB', async (question, provider, code) => {
      await at(`${root}catalog/`, async (page, { responses }) => {
        await page.waitForLoadState('networkidle')
        const before = responses.length
        const { sent } = site
        await page.getByRole('searchbox').fill(question)
        const first = page.locator('.results li').first()
        await first.waitFor()
        const loaded = await weigh(responses.slice(before))
        console.log(`first search for ${question}: ${loaded} B, ${site.sent - sent} B as they were sent`)
        expect(loaded).toBeLessThanOrEqual(300_000)
        if (code === undefined) expect(await first.textContent()).toContain(question)
        else {
          expect(await first.locator('.code').textContent()).toBe(code)
          expect(await first.getByRole('link').getAttribute('href')).toContain(`/${root}catalog/${provider}/`)
        }
        await first.getByRole('link').click()
        await page.locator('.codes .here').waitFor()
        const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1))
        await page.waitForFunction((id) => {
          const { top = -1, bottom = -1 } = document.getElementById(id)?.getBoundingClientRect() ?? {}
          return top >= 0 && bottom <= innerHeight
        }, anchor)
      })
    })

    test('the playground judges an answer of each platform that the project began with', async () => {
      await at(`${root}playground/`, async (page) => {
        for (const provider of seedPlatforms()) {
          const payload = payloadOf(provider)
          await page.getByRole('textbox').first().fill(asCurl(payload))
          // Whoever runs the software of some providers does so on a host of his own.
          await page
            .locator('.fields label:not(.url) select')
            .last()
            .selectOption(hasHosts(provider) ? '' : provider)
          await page.locator('.submit').click()
          await page.locator('.evidence', { hasText: `${provider} ` }).waitFor()
          const verdict = await page.locator('.verdict').innerText()
          expect(verdict, provider).toContain(payload.expect?.['reason'])
          expect(verdict, provider).toContain(`"code": ${JSON.stringify(payload.expect?.['code'])}`)
          expect(await page.locator('.evidence').innerText()).toMatch(/^code /)
          expect(await page.locator('.handling').innerText()).toContain(`from '@unifault/providers/${provider}'`)
          const row = await page.locator('.evidence a').getAttribute('href')
          expect(row).toContain(`/${root}catalog/${provider}/#`)
        }
        await page.locator('.evidence a').click()
        await page.locator('.codes .here').waitFor()
      })
    })

    test('a body alone is judged by the URL and the status beside it', async () => {
      await at(`${root}playground/`, async (page) => {
        await page
          .getByRole('textbox')
          .first()
          .fill('{"error":{"code":"insufficient_quota","message":"You exceeded it"}}')
        await page.locator('input[type=number]').fill('429')
        await page.locator('.url input').fill('https://api.openai.com/v1/responses')
        await page.keyboard.press('Enter')
        await page.locator('.verdict h2').waitFor()
        expect(await page.locator('.verdict h2').innerText()).toContain('payment-required')
      })
    })

    test('an answer of a HAR is chosen, judged and shared without its secrets', async () => {
      const payload = payloadOf('bilibili')
      await at(`${root}playground/`, async (page, { faults }) => {
        const url = `${payload.url.split('?')[0]}?access_key=kept-out`
        await page
          .getByRole('textbox')
          .first()
          .fill(asHar({ ...payload, url }))
        await page.locator('.submit').click()
        await page.locator('.verdict .none').waitFor()
        await page.locator('.fields .url select').selectOption('1')
        await page.locator('.submit').click()
        await page.locator('.verdict h2').waitFor()
        await page.locator('.share').click()
        await page.waitForFunction(() => location.hash.startsWith('#answer='))
        const link = page.url()
        const other = await visit(browser, link)
        await other.page.locator('.verdict h2').waitFor()
        expect(await other.page.locator('.verdict h2').innerText()).toBe(await page.locator('.verdict h2').innerText())
        expect(await other.page.locator('textarea').inputValue()).not.toContain('kept-out')
        expect(await other.page.locator('.url input').inputValue()).not.toContain('kept-out')
        for (const { url } of other.responses.map((response) => ({ url: response.url() })))
          expect(url).not.toContain('answer')
        faults.push(...other.faults)
        await other.end()
      })
    })

    test.each(['', 'catalog/?q=-352', 'catalog/alipay/', 'playground/'])(
      'nothing at %s is a serious fault to axe, wide in the light and on a phone in the dark',
      async (path) => {
        for (const [colorScheme, viewport] of [
          ['light', { width: 1280, height: 900 }],
          ['dark', { width: 390, height: 844 }],
        ] as const)
          await at(
            `${root}${path}`,
            async (page) => {
              if (path === 'catalog/?q=-352') await page.locator('.results li').first().waitFor()
              if (path === 'playground/') {
                await page.locator('.pasted .chips button').first().click()
                await page.locator('.verdict h2').waitFor()
              }
              await page.evaluate(axe)
              const found = await page.evaluate(async () => {
                const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run()
                return violations
                  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                  .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
              })
              expect(found).toEqual([])
              expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
                0,
              )
            },
            { colorScheme, viewport },
          )
      },
    )

    test('the keyboard alone searches, opens a code, and judges an answer', async () => {
      await at(`${root}catalog/`, async (page) => {
        const focus = async (selector: string): Promise<void> => {
          for (let i = 0; i < 60; i++) {
            if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
            await page.keyboard.press('Tab')
          }
          throw new Error(`No Tab leads to ${selector}`)
        }
        await focus('input[type=search]')
        await page.keyboard.type('-352')
        await page.locator('.results li').first().waitFor()
        await focus('.results a')
        await page.keyboard.press('Enter')
        await page.waitForURL(/catalog\/bilibili\//)
        await page.locator('.codes li').first().waitFor()
        await page.goto(`${site.url}${root}playground/`)
        await focus('textarea')
        await page.keyboard.insertText(asCurl(payloadOf('bilibili')))
        await focus('.submit')
        await page.keyboard.press('Enter')
        await page.locator('.verdict h2').waitFor()
        await focus('.share')
      })
    })

    test('a link to a code leads there, on whichever page of its provider it stands', async () => {
      const folder = join(dist, root, 'catalog/tencent-cloud')
      const pages = readdirSync(folder).filter((name) => /^\d+$/.test(name))
      const last = readFileSync(join(folder, String(pages.length + 1), 'index.html'), 'utf8')
      const [, code = ''] = /<li id="([\w.]+)"/.exec(last) ?? []
      expect(code).not.toBe('')
      await at(`${root}catalog/tencent-cloud/#${code}`, async (page) => {
        await page.waitForURL(new RegExp(`/${pages.length + 1}/#`))
        await page.waitForFunction((id) => {
          const { top = -1, bottom = -1 } = document.getElementById(id)?.getBoundingClientRect() ?? {}
          return top >= 0 && bottom <= innerHeight
        }, code)
      })
    })

    test('the rows of a provider are there without scripts', async () => {
      const visited = await visit(browser, `${site.url}${root}catalog/alipay/`, { javaScriptEnabled: false })
      expect(await visited.page.locator('[id="ACQ.TRADE_HAS_SUCCESS"]').innerText()).toContain('交易已被支付')
      await visited.end()
    })
  })

  test('the rows stay when the language is switched', async () => {
    await at('catalog/alipay/', async (page) => {
      await page.getByRole('button', { name: 'Change language' }).hover()
      await page.getByRole('link', { name: '简体中文' }).click()
      await page.waitForURL(/\/zh\/catalog\/alipay\//)
      await page.locator('.codes li').first().waitFor()
      expect(await page.locator('h1').innerText()).toContain('Alipay')
      expect(await page.locator('.codes li').count()).toBeGreaterThan(100)
    })
  })

  test.each(['tencent-cloud', 'google', 'aws', 'bilibili'])('the page of %s loads at most 200 kB', async (id) => {
    for (const root of languages) {
      const { sent } = site
      await at(`${root}catalog/${id}/`, async (page, { responses }) => {
        await page.locator('.codes li').first().waitFor()
        await page.waitForLoadState('networkidle')
        const all = site.sent - sent
        console.log(
          `/${root}catalog/${id}/ with all that it loads: ${all} B as they were sent, ${await weigh(responses)} B unpacked`,
        )
        expect(all).toBeLessThanOrEqual(200_000)
      })
    }
  })

  test('no page of a provider is larger than 200 kB, unpacked', () => {
    let largest = 0
    for (const root of languages)
      for (const entry of readdirSync(join(dist, root, 'catalog'), { recursive: true, withFileTypes: true })) {
        if (!entry.name.endsWith('.html')) continue
        const { size } = statSync(join(entry.parentPath, entry.name))
        largest = Math.max(largest, size)
        expect(size, join(entry.parentPath, entry.name)).toBeLessThanOrEqual(200_000)
      }
    console.log(`largest page of a provider: ${largest} B`)
  })

  test('a question whose part of the index was loaded is answered without asking for anything', async () => {
    const questions = ['-352', '请求过于频繁', 'invalid api key', 'rate limit exceeded']
    await at('catalog/', async (page, { responses }) => {
      /** From the last letter to the shown list, without the 80 ms in which the box waits for more letters: the best of some rounds. */
      const ask = (rounds: number): Promise<number[]> =>
        page.evaluate(
          async ([questions, rounds]) => {
            const input = document.querySelector('input[type=search]') as HTMLInputElement
            const best = questions.map(() => Infinity)
            for (let round = 0; round < rounds; round++)
              for (const [at, question] of questions.entries()) {
                const list = document.querySelector('.results')?.textContent
                const isOld = (): boolean => document.querySelector('.results')?.textContent === list
                input.value = question
                const start = performance.now()
                input.dispatchEvent(new Event('input'))
                while (isOld() && performance.now() - start < 30_000)
                  await new Promise((resolve) => setTimeout(resolve))
                if (isOld()) throw new Error(`No new list for ${question}`)
                best[at] = Math.min(best[at] ?? Infinity, performance.now() - start - 80)
              }
            return best
          },
          [questions, rounds] as const,
        )
      await ask(1)
      const loaded = responses.length
      const times = await ask(5)
      console.log(`search after load: ${times.map((time) => `${time.toFixed(0)} ms`).join(', ')}`)
      expect(responses.slice(loaded).filter((one) => one.url().includes('/catalog-index/'))).toEqual([])
    })
  })
})

interface Axe {
  run(): Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly impact: string | null
      readonly nodes: readonly { readonly html: string }[]
    }[]
  }>
}
