import { expect, test } from 'vitest'
import { readDelimited } from './delimited.ts'
import { readMarkdownTables } from './markdown-tables.ts'
import { readRstTables } from './rst-tables.ts'

test('piped Markdown and HTML tables, rows by their captions', () => {
  const piped = '|Code|Message|\n|----|--|\n|A.B|**Wrong** [x](y)|\n\ntext | no table\n'
  const html = '<table><tr><th>Code</th><th>Message</th></tr><tr><td>C</td><td>Not<br>found</td></tr></table>'
  expect(readMarkdownTables(piped + html)).toEqual([
    { Code: 'A.B', Message: 'Wrong x' },
    { Code: 'C', Message: 'Not found' },
  ])
})

test('grid tables with cells of several lines, and simple tables', () => {
  const grid =
    '   +------+-----------+\n   | Code | Message   |\n   +======+===========+\n   | X.1  | One       |\n   |      | more      |\n   +------+-----------+\n'
  const simple = '\n==== =======\nCode Message\n==== =======\nY.1  Two\nY.2  Three\n==== =======\n'
  expect(readRstTables(grid)).toEqual([{ Code: 'X.1', Message: 'One more' }])
  expect(readRstTables(simple)).toEqual([
    { Code: 'Y.1', Message: 'Two' },
    { Code: 'Y.2', Message: 'Three' },
  ])
})

test('delimited files, with the separator inside quotes', () => {
  expect(readDelimited('name,codes\nA,"400 406, x"\n', ',')).toEqual([{ name: 'A', codes: '400 406, x' }])
  expect(readDelimited('id\tmessage\nA\tB\n', '\t')).toEqual([{ id: 'A', message: 'B' }])
})
