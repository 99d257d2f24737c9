import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readMarkdownSections } from './markdown-sections.ts'

test('a number, a symbol that words may read, and the first line of the description', () => {
  const source =
    '**Numeric Code**\n105\n\n**Symbolic Error Code**\nInvalidCredentials\n\n**Description**\nThe [token](x.md) is *wrong*.\n\nMore.\n'
  expect(readMarkdownSections(snapshotOf({ 'a.md': source }), /md$/, () => ({}))).toEqual([
    { code: '105', zh: '', en: 'The token is *wrong*', path: 'a.md', tail: 'InvalidCredentials' },
  ])
})
