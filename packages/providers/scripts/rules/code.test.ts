import { expect, test } from 'vitest'
import { exampleTable } from './example-table.ts'
import { code } from './code.ts'

test.each([
  ['a number', { code: '-352' }],
  ['a word with spaces inside', { code: 'not found' }],
  ['a family', { code: 'Throttling.*' }],
])('finds nothing in %s', (_what, change) => {
  expect(code.check(exampleTable(change))).toEqual([])
})

test.each([
  ['no code', { code: '' }, 'expected text'],
  ['space around', { code: ' 1' }, 'expected text'],
  ['two stars', { code: 'a*b*' }, 'at most one *'],
])('finds %s', (_what, change, sentence) => {
  const found = code.check(exampleTable(change))
  expect(found.map(({ what }) => what).join()).toContain(sentence)
  expect(found[0]?.line).toBe(2)
})
