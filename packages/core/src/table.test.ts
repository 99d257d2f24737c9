import { describe, expect, test } from 'vitest'
import { CodeTable, encodeTable, isTable, letterOf, parseTable, everyRow } from './codes.ts'

describe('the text of a TSV table', () => {
  test.each([
    ['code\treason\n5\tthrottled\n', [['5', 'throttled', undefined]]],
    ['reason\tcode\nthrottled\t5', [['5', 'throttled', undefined]]],
    ['code\treason\tzh\ten\twhen\tsource\r\n5\tok\t好\tfine\tstatus=200\tseed:000\r\n', [['5', 'ok', 'status=200']]],
    [' code \t reason \n5\tthrottled', [['5', 'throttled', undefined]]],
    [
      'code\treason\nF.*\tnot-found\na\\\\c\tinternal',
      [
        ['F.*', 'not-found', undefined],
        ['a\\c', 'internal', undefined],
      ],
    ],
    ['code\treason\twhen\n5\tthrottled', [['5', 'throttled', undefined]]],
    ['code\treason\n__proto__\tinternal', [['__proto__', 'internal', undefined]]],
  ] as [string, [string, string, string | undefined][]][])('%j is read', (text, rows) => {
    expect(parseTable(text).map(({ code, outcome, when }) => [code, outcome, when])).toEqual(rows)
    expect(isTable(text)).toBe(true)
  })

  test.each([
    ['code\tmeaning\n5\tx', 'line 1 must have a column `reason`, got ["code","meaning"]'],
    ['number\treason\n5\tok', 'line 1 must have a column `code`, got ["number","reason"]'],
    ['code\treason\n5\tthrottled\n6\tfast', 'line 3, column `reason` must be a reason or `ok`, got "fast"'],
    ['code\treason\n5', 'line 2, column `reason` must be a reason or `ok`, got ""'],
    ['code\treason\n\tok', 'line 2, column `code` must be a code with at most one `*`, got ""'],
    ['code\treason\nA*B*\tok', 'line 2, column `code` must be a code with at most one `*`, got "A*B*"'],
    ['code\treason\n5\tok\n\n6\tok', 'line 3, column `code` must be a code with at most one `*`, got ""'],
    ['code\treason\n5\ttoString', 'line 2, column `reason` must be a reason or `ok`, got "toString"'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => parseTable(text)).toThrow(new TypeError(message))
  })

  test.each(['', 'A5B', 'A5B\nCWord\tstatus=200', 'code,reason\n5,ok', 'code\treason'])('%j is none', (text) => {
    expect(isTable(text)).toBe(false)
  })
})

test('a table in the compact form has the same rows', () => {
  const text =
    'code\treason\twhen\n5\tthrottled\t\n5\tok\tstatus=200 message=a b\nF.*\tnot-found\t\n__proto__\tinternal\t\n-7\tok\n'
  expect(encodeTable(text)).toBe(
    [
      '',
      'P5',
      '=5\tstatus=200 message=a b',
      `${letterOf('not-found')}F.*`,
      'd__proto__'.replace('d', letterOf('internal')),
      '=-7',
    ].join('\n'),
  )
  const rows = [...everyRow(new CodeTable(encodeTable(text)))].map(({ code, outcome, when }) => [code, outcome, when])
  expect(new Set(rows)).toEqual(
    new Set([
      ['5', 'throttled', undefined],
      ['5', 'ok', 'status=200 message=a b'],
      ['F.*', 'not-found', undefined],
      ['__proto__', 'internal', undefined],
      ['-7', 'ok', undefined],
    ]),
  )
})
