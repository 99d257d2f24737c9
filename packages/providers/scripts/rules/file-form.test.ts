import { expect, test } from 'vitest'
import { header, headerWithFixes } from '../read-catalog.ts'
import { exampleTable, exampleText } from './example-table.ts'
import { fileForm } from './file-form.ts'

test.each([
  ['a table', exampleTable({}, { code: '2' })],
  ['a table with remedies', exampleTable({ fixZh: '稍后重试', fixEn: 'Try later' })],
  ['a table with the three escapes', exampleTable({ en: 'a\\tb\\nc\\\\d' })],
])('finds nothing in %s', (_what, table) => {
  expect(fileForm.check(table)).toEqual([])
})

const row = '1\tinternal\t错误\tError\t\tseed:001'
test.each([
  ['another header', `code\treason\n${row}\n`, 'the header must be'],
  ['too few cells', `${header}\n1\tinternal\t错误\tError\n`, 'must have 6 cells'],
  ['too few cells beside remedies', `${headerWithFixes}\n${row}\n`, 'must have 8 cells'],
  ['an unknown escape', `${header}\n${row.replace('Error', '\\x')}\n`, 'unknown escape'],
  ['no newline at the end', `${header}\n${row}`, 'must end with one newline'],
  ['two newlines at the end', `${header}\n${row}\n\n`, 'must end with one newline'],
  ['an empty line', `${header}\n\n${row}\n`, 'no empty line'],
  ['CR', `${header}\r\n${row}\r\n`, 'no CR'],
  ['a byte order mark', `\uFEFF${header}\n${row}\n`, 'no byte order mark'],
])('finds %s', (_what, text, sentence) => {
  expect(
    fileForm
      .check(exampleText(text))
      .map(({ what }) => what)
      .join(),
  ).toContain(sentence)
})
