import { expect, test } from 'vitest'
import { form } from './form.ts'

test.each([
  ['code=100030&msg=a+b%21', { code: '100030', msg: 'a b!' }],
  ['a=', { a: '' }],
  [' a=1\n', { a: '1' }],
  ['a=1&a=2', { a: '2' }],
  ['L_ERRORCODE0=10002&ACK=Failure', { L_ERRORCODE0: '10002', ACK: 'Failure' }],
  ['a[0]=1&b.c=2', { 'a[0]': '1', 'b.c': '2' }],
  ['a=b=c', { a: 'b=c' }],
  ['a=%E4%BD', { a: '\uFFFD' }],
])('%j is read', (text, value) => {
  expect(form.read?.(text)).toEqual(value)
})

test.each([
  '',
  '=',
  '=1',
  'a',
  'a&b=1',
  'a=1&',
  '&a=1',
  'a=1 2',
  'a=<b>',
  '{"a":1}',
  'a b=1',
  `a=${'x'.repeat(70_000)}`,
  '用=1',
])('%j is no form', (text) => {
  expect(form.read?.(text)).toBeUndefined()
})

test('names of Object.prototype are data', () => {
  const value = form.read?.('__proto__=1&constructor=2&toString=3') as object
  expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString'])
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
})
