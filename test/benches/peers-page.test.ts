import { expect, test } from 'vitest'
import { chartOf, duration } from '../../conformance/bench-peers/chart.ts'
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
  for (const text of ['2026-01-02', 'ky 2.1.0', '| unifault, bound | 2.7 µs | 3 | 760 | a message |', '| ky | 12.3 |'])
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
