import { expect, test } from 'vitest'
import { exampleRow, exampleTable } from './example-table.ts'
import { markup } from './markup.ts'

test.each([
  ['plain words', {}],
  ['code in backticks', { en: 'The parameter `url` is missing' }],
  ['a comparison', { en: 'The size must be < 5 and > 1' }],
  ['a place in angle brackets', { en: 'The <Dial> verb is missing' }],
])('finds nothing in %s', (_what, change) => {
  expect(markup.check(exampleTable(change))).toEqual([])
})

test.each([
  ['a link', { en: 'See [the page](https://example.com)' }, 'has markup in en'],
  ['a list', { fixEn: '* Try again' }, 'has markup in fixEn'],
  ['an entity', { fixZh: '不能含有 &lt; 字符' }, 'has markup in fixZh'],
  ['a tag', { zh: '请检查<code>id</code>' }, 'has markup in zh'],
])('finds %s', (_what, change, sentence) => {
  const found = markup.check(exampleTable(change))
  expect(found.map(({ what }) => what).join()).toContain(sentence)
  expect(found[0]?.line).toBe(2)
})

test.each([
  ['a link', { en: 'See [the page](https://example.com/a) first' }, { en: 'See the page first' }],
  ['a list', { fixEn: '* Check the number. * Try again' }, { fixEn: 'Check the number; Try again' }],
  ['entities, also of entities', { en: 'No &lt;, &amp;#124; and &#39;' }, { en: "No <, | and '" }],
  ['tags', { zh: '请检查<code>id</code>和<a href="/x">说明</a>' }, { zh: '请检查id和说明' }],
  ['bold words', { en: 'The **name** is missing' }, { en: 'The name is missing' }],
])('puts right %s', (_what, wrong, right) => {
  const fixed = markup.fix?.([exampleRow(wrong)])
  expect(fixed).toEqual([exampleRow(right)])
  expect(markup.check(exampleTable(...(fixed ?? [])))).toEqual([])
})
