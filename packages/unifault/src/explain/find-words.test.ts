import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { FoundRow } from './find.ts'

// It reads all tables.
vi.setConfig({ testTimeout: 60_000 })

const wholeFiles: string[] = []
const ranges: number[] = []
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    readFileSync: (...parameters: Parameters<typeof fs.readFileSync>) => {
      wholeFiles.push(String(parameters[0]).replace(/.*[\\/]/, ''))
      return fs.readFileSync(...parameters)
    },
    readSync: (file: number, bytes: Buffer, offset: number, length: number, position: number) => {
      ranges.push(length)
      return fs.readSync(file, bytes, offset, length, position)
    },
  }
})

// Test files share their modules, and with them what was read before: here all is read anew.
vi.resetModules()
const { allProviders, providerData } = await import('../catalog.ts')
const { rowsOfWords } = await import('./find-words.ts')
afterAll(() => {
  vi.doUnmock('node:fs')
  vi.resetModules()
})

beforeEach(() => {
  wholeFiles.length = ranges.length = 0
})

test('a search by words reads the index, and of the tables the rows that it shows', async () => {
  vi.resetModules()
  const anew = await import('./find-words.ts')
  const { count, rows } = anew.rowsOfWords(['limit'], undefined, 5)
  expect(count).toBeGreaterThan(100)
  expect(rows.length).toBe(5)
  expect(wholeFiles).toEqual(['words.tsv'])
  const lengths = rows.map(({ provider: _provider, dialect: _dialect, ...row }) =>
    Buffer.byteLength(JSON.stringify(row)),
  )
  expect(ranges.toSorted((a, b) => a - b)).toEqual(lengths.toSorted((a, b) => a - b))
})

test('each length in the index is read once, however many rows are wanted', () => {
  const { count } = rowsOfWords(['e'], 'stripe', 0)
  const lines = providerData('stripe').dialects.flatMap(({ rows }) => rows).length
  expect(count).toBeGreaterThan(100)
  const seek = vi.spyOn(Buffer.prototype, 'indexOf')
  rowsOfWords(['e'], 'stripe', Infinity)
  expect(seek.mock.calls.length).toBeLessThan(3 * lines + 10)
  seek.mockRestore()
})

/** What a search through all tables finds. */
function searched(words: readonly string[], id?: string): FoundRow[] {
  const rows = allProviders()
    .filter((one) => id === undefined || one.id === id)
    .flatMap(({ id: provider }) =>
      providerData(provider).dialects.flatMap(({ name: dialect, rows }) =>
        rows.map((row): FoundRow => ({ provider, dialect, ...row })),
      ),
    )
  const score = ({ code, zh, en }: FoundRow): number =>
    Math.min(
      ...[code, zh, en]
        .map((text = '') => text.toLowerCase().replace(/\s+/g, ' '))
        .map((text) => (words.every((word) => text.includes(word.toLowerCase())) ? text.length : Infinity)),
    )
  return rows
    .map((row) => ({ row, score: score(row) }))
    .filter((one) => one.score < Infinity)
    .sort((a, b) => a.score - b.score)
    .map(({ row }) => row)
}

test.each<[words: string[], id?: string]>([
  [['请求过于频繁']],
  [['风控'], 'bilibili'],
  [['rate', 'limit', 'exceeded']],
  [['LIMIT', 'rate']],
  [['签名', '过期']],
  [['-35']],
  [['quota'], 'openai'],
  [['.*']],
  [['"', 'token']],
  [['nobody-says-this-at-all']],
])('%j of %s are found as a search through all tables finds them', (words, id) => {
  const wanted = searched(words, id)
  expect(rowsOfWords(words, id, Infinity)).toEqual({ count: wanted.length, rows: wanted })
})

test('no words find nothing', () => {
  expect(rowsOfWords(['', ''], undefined, 20)).toEqual({ count: 0, rows: [] })
})
