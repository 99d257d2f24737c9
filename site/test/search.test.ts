import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reasons } from '@unifault/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProviders } from '../catalog/data.ts'
import { layOut, type PlacedProvider } from '../catalog/lay-out.ts'
import { writeIndex } from '../search/build-index.ts'
import { CatalogSearch } from '../search/search.ts'
import { tokensOf } from '../search/tokens.ts'

describe('the search in the catalog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unifault-site-'))
  let providers: PlacedProvider[]
  let index: string
  let search: CatalogSearch
  let loaded = 0

  beforeAll(() => {
    providers = layOut(readProviders())
    index = writeIndex(providers, folder, [...reasons, 'ok'])
    search = new CatalogSearch(async (file) => {
      const content = readFileSync(join(folder, index, file))
      loaded += content.length
      return content.buffer.slice(content.byteOffset, content.byteOffset + content.length)
    })
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  async function first(question: string, provider?: string): Promise<string | undefined> {
    const [found] = await (await search.search(question, provider)).show(0, 1)
    return found?.path
  }

  test('has every row, each under its code and with its own link', async () => {
    const wrong: string[] = []
    const links = new Set<string>()
    // Every 40th: all of them take a minute.
    for (const { id, rows } of providers)
      for (const [at, { row, anchor }] of rows.entries()) {
        links.add(`${id}#${anchor}`)
        if (at % 40 !== 0) continue
        const path = await search.locate(id, anchor)
        if (path === undefined || !path.startsWith(`${id}/`) || !path.endsWith(`#${encodeURIComponent(anchor)}`))
          wrong.push(`${id} ${row.code}`)
      }
    expect(wrong).toEqual([])
    expect(links.size).toBe(providers.reduce((sum, { rows }) => sum + rows.length, 0))
  })

  test.each([
    ['-352', 'bilibili/#-352'],
    ['acq.trade_has_success', 'alipay/#ACQ.TRADE_HAS_SUCCESS'],
    ['TRADE_HAS_SUC', 'alipay/#ACQ.TRADE_HAS_SUCCESS'],
    ['wechat 40001', 'wechat/#40001'],
    ['insufficient_quota openai', 'openai/#insufficient_quota'],
  ])('finds %s first', async (question, path) => {
    expect(await first(question)).toBe(path)
  })

  test('finds Chinese words, whole or nearly', async () => {
    for (const question of ['请求过于频繁', '请求太频繁了请稍后']) {
      const results = await search.search(question)
      const shown = await results.show(0, 5)
      expect(shown.length).toBeGreaterThan(2)
      for (const { reason } of shown) expect(reason).toBe('throttled')
    }
  })

  test('asks one provider alone where it is told', async () => {
    const results = await search.search('频繁', 'bilibili')
    const shown = await results.show(0, 100)
    expect(shown.length).toBe(results.count)
    expect(new Set(shown.map(({ provider }) => provider))).toEqual(new Set(['bilibili']))
  })

  test('says that there is nothing, of nothing and of nonsense', async () => {
    expect((await search.search('  ')).count).toBe(0)
    expect((await search.search('qzxvqzxvqzxv')).count).toBe(0)
  })

  test.each([
    '-352',
    'ACQ.TRADE_HAS_SUCCESS',
    '请求过于频繁',
    'invalid parameter',
    '参数错误',
    'The security token included in the request is expired please check your credentials and retry',
    '请求的参数不正确或者缺少必要的参数请检查之后再重新提交这个请求',
  ])('loads at most 300 kB for a first question: %s', async (question) => {
    const fresh = new CatalogSearch(async (file) => {
      const content = readFileSync(join(folder, index, file))
      loaded += content.length
      return content.buffer.slice(content.byteOffset, content.byteOffset + content.length)
    })
    loaded = 0
    await (await fresh.search(question)).show(0, 12)
    expect(loaded).toBeLessThanOrEqual(300_000)
  })
})

test('a text becomes words, pairs of Chinese signs, and the parts of identifiers', () => {
  expect(tokensOf('The InvalidAPIKey, 请求过于频繁 (HTTP404)')).toEqual([
    'invalid',
    'api',
    'key',
    '请求',
    '求过',
    '过于',
    '于频',
    '频繁',
    'http',
    '404',
  ])
})
