import { expect, test } from 'vitest'
import { exampleRow, exampleTable } from './example-table.ts'
import { order } from './order.ts'

const ordered = [
  { code: '-2' },
  { code: '1' },
  { code: '10' },
  { code: '9007199254740993' },
  { code: 'A' },
  { code: 'a', when: '' },
  { code: 'a', when: 'status=401' },
  { code: '中' },
  { code: '😀' },
]

test('finds nothing where numbers stand before words, and a plain row before those with conditions', () => {
  expect(order.check(exampleTable(...ordered))).toEqual([])
})

test.each([
  ['a number after a greater one', ['2', '1'], '1 stands after 2'],
  ['a number after a word', ['a', '1'], '1 stands after a'],
  ['a small letter before a capital one', ['a', 'B'], 'B stands after a'],
])('finds %s', (_what, codes, what) => {
  expect(order.check(exampleTable(...codes.map((code) => ({ code }))))).toEqual([{ line: 3, what }])
})

test('puts rows in order, whatever order they come in', () => {
  const rows = ordered.map((row) => exampleRow(row))
  for (let turn = 0; turn < rows.length; turn++)
    expect(order.fix?.([...rows.slice(turn), ...rows.slice(0, turn)])).toEqual(rows)
})
