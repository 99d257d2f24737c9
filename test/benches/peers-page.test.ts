import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chartOf, duration } from '../../conformance/bench-peers/chart.ts'
import { inChinese } from '../../conformance/bench-peers/in-chinese.ts'
import { pageOf, type Report } from '../../conformance/bench-peers/page.ts'

const row = (name: string, ns: number, ratio: number) => ({ name, ns, ratio, bytes: 760, gives: 'a message' })
const table = {
  id: 'one',
  title: 'One answer < two',
  rows: [row('new Error', 900, 1), row('unifault, bound', 2700, 3)],
}
const report: Report = {
  date: '2026-01-02',
  machine: '2 × a processor, Node 24',
  versions: { ky: '2.1.0' },
  errors: [table],
  clients: [],
  worst: [],
  weights: [{ name: 'ky', gzip: 12_345, gives: 'a client' }],
}

test('a duration is written as a person reads it', () => {
  expect([900, 1000, 2750, 12_400].map(duration)).toEqual(['900 ns', '1.0 µs', '2.8 µs', '12 µs'])
})

test.each(['en', 'zh'] as const)('the page in %s holds every number', (language) => {
  const page = pageOf(report, language, '../')
  for (const text of ['2026-01-02', 'ky 2.1.0', '| 2.7 µs | 3 | 760 | a message |', '| ky | 12.3 |'])
    expect(page).toContain(text)
  expect(page).toContain('(../performance-errors.svg)')
})

test('the longest bar of a chart is that of the slowest row, and ours are marked', () => {
  const bars = [...chartOf('title', [table]).matchAll(/<rect [^>]*width="([\d.]+)"[^>]*class="([^"]+)"/g)]
  expect(bars.map(([, width, mark]) => [Number(width), mark])).toEqual([
    [143.3, 'bar'],
    [430, 'bar own'],
  ])
})

test('a title cannot break the picture', () => {
  expect(chartOf('a', [table])).toContain('One answer &lt; two')
})

const docs = join(import.meta.dirname, '../../docs')
const measured = JSON.parse(readFileSync(join(docs, 'performance.json'), 'utf8')) as Report

test.each([
  ['en', 'performance.md', ''],
  ['zh', 'zh/performance.md', '../'],
] as const)('the page that stands in %s is what the data says', (language, path, folder) => {
  expect(readFileSync(join(docs, path), 'utf8')).toBe(pageOf(measured, language, folder))
})

test('every number of the data is one', () => {
  const rows = [...measured.errors, ...measured.clients, ...measured.worst].flatMap(({ rows }) => rows)
  expect(rows.filter(({ ns, ratio, bytes }) => ![ns, ratio, bytes].every(Number.isFinite))).toEqual([])
})

test('the Chinese page has nothing of the tables in English but names', () => {
  const page = pageOf(measured, 'zh', '../')
  const tables = [...measured.errors, ...measured.clients, ...measured.worst]
  const texts = [
    ...tables.map(({ title }) => title),
    ...tables.flatMap(({ rows }) => rows.map(({ gives }) => gives)),
    ...measured.weights.map(({ gives }) => gives),
  ]
  const names = ['ApiError', 'undefined']
  expect(texts.filter((text) => !names.includes(text) && page.includes(`| ${text} |`))).toEqual([])
  // None is kept for a row that is no longer there.
  const all = JSON.stringify(measured)
  expect(Object.keys(inChinese).filter((text) => !all.includes(JSON.stringify(text)))).toEqual([])
})
