import { expect, test } from 'vitest'
import { exampleTable } from './example-table.ts'
import { reason } from './reason.ts'

test.each([
  ['a reason', { reason: 'throttled' }],
  ['a code that is no error', { reason: 'ok' }],
])('finds nothing in %s', (_what, change) => {
  expect(reason.check(exampleTable(change))).toEqual([])
})

test.each([
  ['an unknown reason, with the nearest known one', { reason: 'throtled' }, 'did you mean throttled?'],
  ['an unknown reason that is near to none', { reason: 'strange' }, 'unknown reason strange'],
])('finds %s', (_what, change, sentence) => {
  const found = reason.check(exampleTable(change))
  expect(found.map(({ what }) => what).join()).toContain(sentence)
  expect(found[0]?.line).toBe(2)
})
