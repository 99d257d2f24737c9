import { expect, test } from 'vitest'
import { exampleTable } from './example-table.ts'
import { texts } from './texts.ts'

test.each([
  ['both languages', {}],
  ['a row of a published list in one', { zh: '', source: 'example/list@1a2b3c4 codes.json' }],
  ['a name spelt out', { en: '', source: 'names example/list@1a2b3c4 codes.json' }],
])('finds nothing in %s', (_what, change) => {
  expect(texts.check(exampleTable(change))).toEqual([])
})

test.each([
  ['a text that is just the code', { code: '-10', zh: '-10' }, 'no more than the code'],
  ['a language that is missing', { zh: '' }, 'no more than the code'],
  [
    'a row of a published list without any text',
    { zh: '', en: '', source: 'example/list@1a2b3c4 codes.json' },
    'no more than the code',
  ],
])('finds %s', (_what, change, sentence) => {
  const found = texts.check(exampleTable(change))
  expect(found.map(({ what }) => what).join()).toContain(sentence)
  expect(found[0]?.line).toBe(2)
})
