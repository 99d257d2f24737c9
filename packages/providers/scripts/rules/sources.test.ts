import { expect, test } from 'vitest'
import { exampleRow, exampleTable } from './example-table.ts'
import { sources } from './sources.ts'

test.each([
  ['a seed', { source: 'seed:000' }],
  ['a page', { source: 'https://example.com/codes' }],
  ['a file at a commit', { source: 'acme/docs@1a2b3c4 docs/error codes.md' }],
  ['a package at a version', { source: 'https://unpkg.com/ccxt@4.5.84/js/src/okx.js' }],
  ['names, and several', { source: 'names acme/sdk@1a2b3c4 codes.go; seed:001' }],
])('finds nothing in %s', (_what, change) => {
  expect(sources.check(exampleTable(change))).toEqual([])
})

test.each([
  ['no source', { source: '' }, 'has no source'],
  ['a source that is none', { source: 'from memory' }, 'has the source'],
  ['a repository without a commit', { source: 'acme/docs docs/errors.md' }, 'has the source'],
  ['one twice', { source: 'seed:001; seed:001' }, 'names a source twice'],
])('finds %s', (_what, change, sentence) => {
  const found = sources.check(exampleTable(change))
  expect(found.map(({ what }) => what).join()).toContain(sentence)
  expect(found[0]?.line).toBe(2)
})

test.each([
  [
    'a source that is named twice',
    { source: 'seed:001; https://example.com; seed:001' },
    { source: 'seed:001; https://example.com' },
  ],
])('puts right %s', (_what, wrong, right) => {
  const fixed = sources.fix?.([exampleRow(wrong)])
  expect(fixed).toEqual([exampleRow(right)])
  expect(sources.check(exampleTable(...(fixed ?? [])))).toEqual([])
})
