import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allProviders } from '../src/all-providers.ts'
import { coverageOf, percent } from './coverage.ts'
import { findCode } from './find-code.ts'
import { messagesToReview } from './messages-to-review.ts'
import { citesOfficial, officialSourcesFile, readOfficialSources } from './official-sources.ts'
import { tablesFile } from './catalog.ts'
import { readNotes } from './notes.ts'
import { documents, withNumbers } from './numbers.ts'
import { type CatalogTable, readCatalog, tableText } from './read-catalog.ts'
import { tablesPage } from './tables-page.ts'

const catalog = readCatalog()
const coverage = coverageOf(allProviders, catalog)

test('TABLES.md is what `pnpm catalog --fix` makes', () => {
  expect(readFileSync(tablesFile, 'utf8')).toBe(tablesPage(coverage))
})

test.each(documents)('the numbers of %s are those that `pnpm catalog --fix` writes', (file) => {
  const text = readFileSync(file, 'utf8')
  expect(text).toBe(withNumbers(text, coverage))
  // A document that says its numbers in other words would go unnoticed.
  expect(withNumbers(text, [])).not.toBe(text)
})

test('every row of the catalog is counted, and has a category', () => {
  const rows = catalog.reduce((total, table) => total + table.rows.length, 0)
  expect(coverage.reduce((total, one) => total + one.rows, 0)).toBe(rows)
  for (const { rows: all, categories } of coverage)
    expect(Object.values(categories).reduce((total, one) => total + one, 0)).toBe(all)
})

test.each([
  [0, 0, '–'],
  [0, 3, '0 %'],
  [2, 3, '66 %'],
  [999, 1000, '99 %'],
  [3, 3, '100 %'],
])('%i of %i is %s', (part, whole, text) => {
  expect(percent(part, whole)).toBe(text)
})

describe('the official sources', () => {
  const sources = readOfficialSources()

  test('are sorted, and each is named once', () => {
    const lines = readFileSync(officialSourcesFile, 'utf8').split('\n').slice(1, -1)
    expect(lines).toEqual([...new Set(lines)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
  })

  test.each(sources.map(({ provider, prefix }) => [provider, prefix] as const))(
    '%s is cited by %s',
    (provider, prefix) => {
      const rows = catalog.flatMap((table) => (table.provider === provider ? table.rows : []))
      expect(rows.some(({ source }) => citesOfficial(source, [prefix]))).toBe(true)
    },
  )

  test.each([
    ['https://www.example.com/docs/errors', true],
    ['http://example.com/docs/errors', true],
    ['seed:001; https://example.com/docs/errors', true],
    ['acme/docs@1a2b3c4 errors.md', true],
    ['names acme/sdk@1a2b3c4 codes.go', true],
    ['https://github.com/acme/docs/issues/1', false],
    ['https://example.com/forum/1', false],
    ['https://mirror.example/example.com/docs/errors', false],
    ['acme-fan/docs@1a2b3c4 errors.md', false],
    ['seed:001', false],
  ])('%s: %s', (cell, official) => {
    expect(citesOfficial(cell, ['example.com/docs/', 'acme/'])).toBe(official)
  })
})

describe('the messages to review', () => {
  function table(dialect: string, ...rows: readonly [code: string, reason: string, en: string][]): CatalogTable {
    const made = rows.map(([code, reason, en], index) => ({
      line: index + 2,
      code,
      reason,
      zh: `${dialect} ${code}`,
      en,
      when: '',
      fixZh: '',
      fixEn: '',
      source: '',
    }))
    return { provider: 'shop', dialect, file: '', text: '', rows: made }
  }

  test('are those that two dialects read differently, whatever their capitals and stops', () => {
    const found = messagesToReview([
      table('old', ['1', 'internal', 'System error'], ['2', 'throttled', 'Too fast']),
      table('new', ['7', 'unavailable', 'System error.'], ['8', 'throttled', 'too fast']),
    ])
    expect(found.map(({ text, rows }) => [text, rows.map(({ code }) => code)])).toEqual([['system error', ['1', '7']]])
  })

  test('are none where one dialect says the same of two codes', () => {
    expect(messagesToReview([table('old', ['1', 'internal', 'Failed'], ['2', 'throttled', 'Failed'])])).toEqual([])
  })
})

test('a table is written as it was read', () => {
  for (const { text, rows } of readCatalog()) expect(tableText(rows)).toBe(text)
})

test('every note is of a row, and cites where it is from', () => {
  const rows = new Set(
    readCatalog().flatMap(({ provider, dialect, rows: all }) =>
      all.map(({ code }) => `${provider} ${dialect} ${code}`),
    ),
  )
  const notes = readNotes()
  expect(notes.filter(({ provider, dialect, code }) => !rows.has(`${provider} ${dialect} ${code}`))).toEqual([])
  expect(notes.filter(({ zh, en, source }) => zh === '' || en === '' || source === '')).toEqual([])
  // Seed 000 names the calls that answer with a code, of 25 of its 28 codes.
  expect(notes.filter(({ source }) => source === 'seed:000')).toHaveLength(25)
})

describe('a code', () => {
  const tables = readCatalog()

  test.each([
    [['-352'], 'bilibili', '-352'],
    [['bilibili', '-101'], 'bilibili', '-101'],
    [['alipay', 'ACQ.TRADE_HAS_SUCCESS'], 'alipay', 'ACQ.TRADE_HAS_SUCCESS'],
  ])('%j is found', (words, provider, code) => {
    expect(findCode(tables, words).map((one) => [one.provider, one.row.code])).toContainEqual([provider, code])
  })

  test('without a row of its own is found by its family', () => {
    const [found] = findCode(tables, ['aws', 'SomethingNewInProgressException'])
    expect(found?.row.code).toContain('*')
  })

  test('that nobody has is not found', () => {
    expect(findCode(tables, ['bilibili', 'no such code'])).toEqual([])
  })
})
