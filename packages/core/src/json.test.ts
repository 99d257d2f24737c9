import { expect, test } from 'vitest'
import { parseJson } from './json.ts'

test.each([
  ['{"a":1}', { a: 1 }],
  [' \r\n{"a":1}\n', { a: 1 }],
  ['\uFEFF{"a":1}', { a: 1 }],
  ['\uFEFF \uFEFF[1]', [1]],
  [')]}\'\n{"a":1}', { a: 1 }],
  [')]}\',\n{"a":1}', { a: 1 }],
  ['for(;;);{"a":1}', { a: 1 }],
  ['for (;;); {"a":1}', { a: 1 }],
  ['while(1);{"a":1}', { a: 1 }],
  ['{}&&{"a":1}', { a: 1 }],
  ['{"a":1}{"b":2}', { a: 1 }],
  ['{"a":"}{"}\n{"b":2}', { a: '}{' }],
  ['{"a":"\\"}"}{"b":2}', { a: '"}' }],
  ['[{"a":[1,{}]}] trailing', [{ a: [1, {}] }]],
  ['"{\\"a\\":1}"', { a: 1 }],
  ['" [1]"', [1]],
  ['"{broken"', '{broken'],
  ['"\\"{\\\\\\"a\\\\\\":1}\\""', '"{\\"a\\":1}"'],
  ['"text"', 'text'],
  ['1', 1],
  ['null', null],
  ['true', true],
  ['{"a":1,"a":2}', { a: 2 }],
  ['{"code":0}{"code":-500', { code: 0 }],
])('%j is read', (text, value) => {
  expect(parseJson(text)).toEqual(value)
})

test.each([
  '',
  ' ',
  '\uFEFF',
  'undefined',
  'NaN',
  "{'a':1}",
  '{a:1}',
  '{"a":1',
  '{"a":"',
  '{"a":"\\',
  '[1,2',
  '{"a":1]',
  '{]',
  '}{',
  '<html>',
  'a=1',
  'cb({"a":1})',
  ")]}'",
  'for(;;);',
  '{"a":01}',
  '// x\n{"a":1}',
  '\u0000{"a":1}',
])('%j is no JSON', (text) => {
  expect(parseJson(text)).toBeUndefined()
})

test('a document cut anywhere is no JSON, and does not throw', () => {
  const text = '{"code":-101,"message":"\\u8d26\\"号","data":[1,{"a":null}]}'
  for (let end = 0; end < text.length; end++) expect(parseJson(text.slice(0, end))).toBeUndefined()
})

test('a name as __proto__ is data', () => {
  const value = parseJson('{"__proto__":{"code":1},"a":2}') as object
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  expect(Object.hasOwn(value, '__proto__')).toBe(true)
})

test('depth and length do not throw', () => {
  const deep = 100_000
  expect(parseJson(`${'['.repeat(deep)}${']'.repeat(deep)}`)).toBeInstanceOf(Array)
  for (const text of ['['.repeat(deep), '{"a":'.repeat(deep), '\\'.repeat(deep), `{"${'\\"'.repeat(deep)}`])
    expect(parseJson(text)).toBeUndefined()
})
