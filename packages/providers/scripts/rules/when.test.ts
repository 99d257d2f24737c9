import { expect, test } from 'vitest'
import { exampleRow, exampleTable } from './example-table.ts'
import { when } from './when.ts'

test.each([
  ['no tests', {}],
  ['several tests', { when: 'status=5xx path=/a/* message=too  fast' }],
  ['a retry', { when: 'retry=never' }],
])('finds nothing in %s', (_what, change) => {
  expect(when.check(exampleTable(change))).toEqual([])
})

test.each([
  ['an unknown test', { when: 'body=x' }, '`when` must be made of'],
  ['an unknown retry', { when: 'retry=soon' }, '`when` must be made of'],
  ['two spaces', { when: 'status=401  path=/a' }, 'by one space'],
])('finds %s', (_what, change, sentence) => {
  const found = when.check(exampleTable(change))
  expect(found.map(({ what }) => what).join()).toContain(sentence)
  expect(found[0]?.line).toBe(2)
})

test.each([
  [
    'spaces between tests',
    { when: 'status=401  path=/a  message=too  fast' },
    { when: 'status=401 path=/a message=too  fast' },
  ],
])('puts right %s', (_what, wrong, right) => {
  const fixed = when.fix?.([exampleRow(wrong)])
  expect(fixed).toEqual([exampleRow(right)])
  expect(when.check(exampleTable(...(fixed ?? [])))).toEqual([])
})
