import { expect, test } from 'vitest'
import { exampleTable } from './example-table.ts'
import { ties } from './ties.ts'

function found(...whens: readonly string[]): string[] {
  return ties.check(exampleTable(...whens.map((when) => ({ when })))).map(({ what }) => what)
}

test.each([
  ['one row', ['']],
  ['a plain row beside one with a test', ['', 'status=401']],
  ['two statuses', ['status=401', 'status=5xx']],
  ['two paths', ['path=/a/*', 'path=/b/*']],
  ['two messages', ['message=busy*', 'message=too fast*']],
  ['one test and two', ['status=401', 'status=401 has=data']],
])('finds nothing in %s', (_what, whens) => {
  expect(found(...whens)).toEqual([])
})

test.each([
  ['a row twice', ['', ''], 'repeats 1 ""'],
  ['two things that both can be', ['path=/a/*', 'has=data'], 'ties with line 2'],
  ['two places that both can be there', ['has=data', 'has=error'], 'ties with line 2'],
  ['a path inside another', ['path=/a/*', 'path=/a/b/*'], 'ties with line 2'],
  ['a status inside a class', ['status=401', 'status=4xx'], 'ties with line 2'],
])('finds %s', (_what, whens, sentence) => {
  expect(found(...whens).join()).toContain(sentence)
})

test('rows of different codes never tie', () => {
  expect(ties.check(exampleTable({ code: '1' }, { code: '2' }))).toEqual([])
})
