import { expect, test } from 'vitest'
import { exampleTable } from './example-table.ts'
import { languages } from './languages.ts'

test.each([
  ['Chinese and English', {}],
  ['Chinese with English words in it', { zh: 'access_token 过期' }],
])('finds nothing in %s', (_what, change) => {
  expect(languages.check(exampleTable(change))).toEqual([])
})

test.each([
  ['Chinese that is not', { zh: 'Error' }, 'no Han character in zh'],
  ['English that is not', { en: '错误' }, 'Han character in en'],
  ['a remedy in the other language', { fixZh: 'Later' }, 'no Han character in zh'],
  ['an English remedy that is Chinese', { fixEn: '稍后重试' }, 'Han character in en'],
])('finds %s', (_what, change, sentence) => {
  const found = languages.check(exampleTable(change))
  expect(found.map(({ what }) => what).join()).toContain(sentence)
  expect(found[0]?.line).toBe(2)
})
