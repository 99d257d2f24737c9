import { expect, test } from 'vitest'
import { jsonp } from './readers.ts'

test.each([
  ['callback( {"error":100030,"error_description":"x"} );\n', { error: 100030, error_description: 'x' }],
  ['cb({"a":1})', { a: 1 }],
  ['cb&&cb({"a":1})', { a: 1 }],
  ['cb && cb({"a":1});', { a: 1 }],
  ['/**/cb({"a":1});', { a: 1 }],
  ['/* x */ jQuery123_4.cb["x"]({"a":1})'.replace('"x"', 'x'), { a: 1 }],
  ['typeof cb === \'function\' && cb({"a":1});', { a: 1 }],
  ['/**/ typeof cb===\'function\'&&cb({"a":1});', { a: 1 }],
  ['_cb_({"msg":"a)b(c"})', { msg: 'a)b(c' }],
  ['cb([1])', [1]],
  ['cb({"a":1}) // (x)', { a: 1 }],
  ['  cb\n(\n{"a":1}\n)\n', { a: 1 }],
])('%j is read', (text, value) => {
  expect(jsonp.read?.(text)).toEqual(value)
})

test.each([
  '',
  'cb(',
  'cb()',
  'cb({"a":1}',
  'cb({"a":1',
  'cb({a:1})',
  '{"a":1}',
  '({"a":1})',
  'alert("x"); cb({"a":1})',
  'cb(alert(1))',
  'Error (code 5)',
  '<script>cb({"a":1})</script>',
  'a-b({"a":1})',
  ' '.repeat(100_000),
  `${'a'.repeat(200)}({"a":1})`,
])('%j is no JSONP', (text) => {
  expect(jsonp.read?.(text)).toBeUndefined()
})

test('nothing is run', () => {
  const marked = globalThis as { ran?: boolean }
  jsonp.read?.('cb((globalThis.ran=true))')
  jsonp.read?.('(globalThis.ran=true)&&cb({})')
  expect(marked.ran).toBeUndefined()
})

test('a callback cut anywhere before its end is no JSONP', () => {
  const text = 'callback({"error":"x","d":[1,2]})'
  for (let end = 0; end < text.length; end++) expect(jsonp.read?.(text.slice(0, end))).toBeUndefined()
})
