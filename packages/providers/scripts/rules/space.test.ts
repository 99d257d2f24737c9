import { expect, test } from 'vitest'
import { exampleRow, exampleTable } from './example-table.ts'
import { space } from './space.ts'

test.each([
  ['a row', {}],
  ['a code with space inside', { code: 'not found' }],
])('finds nothing in %s', (_what, change) => {
  expect(space.check(exampleTable(change))).toEqual([])
})

test.each([
  ['space before a text', { en: ' Error' }, 'space around'],
  ['space after a source', { source: 'seed:001 ' }, 'space around'],
  ['space around a remedy', { fixZh: ' 稍后重试' }, 'space around'],
])('finds %s', (_what, change, sentence) => {
  const found = space.check(exampleTable(change))
  expect(found.map(({ what }) => what).join()).toContain(sentence)
  expect(found[0]?.line).toBe(2)
})

test.each([
  [
    'texts and sources',
    { en: ' Error ', fixZh: ' 稍后', source: 'seed:001 ' },
    { en: 'Error', fixZh: '稍后', source: 'seed:001' },
  ],
])('puts right %s', (_what, wrong, right) => {
  const fixed = space.fix?.([exampleRow(wrong)])
  expect(fixed).toEqual([exampleRow(right)])
  expect(space.check(exampleTable(...(fixed ?? [])))).toEqual([])
})
