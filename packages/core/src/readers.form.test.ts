import { describe, expect, test } from 'vitest'
import { form } from './readers.ts'

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

describe('what gateways send unescaped', () => {
  test.each([
    [
      'respCode=11&respMsg=Merchant information do not exist',
      { respCode: '11', respMsg: 'Merchant information do not exist' },
    ],
    [
      'respCode=10&respMsg=报文格式错误[1000066]&version=5.1.0',
      { respCode: '10', respMsg: '报文格式错误[1000066]', version: '5.1.0' },
    ],
    ['code=5&data={"a":1}', { code: '5', data: '{"a":1}' }],
    ['code=5&msg=a<b>c', { code: '5', msg: 'a<b>c' }],
    ['code=5&msg=two\nlines', { code: '5', msg: 'two\nlines' }],
    ['code=5&msg=100% sure', { code: '5', msg: '100% sure' }],
    ['code=5&msg=a b%21', { code: '5', msg: 'a b!' }],
    ['a=1 2&b=', { a: '1 2', b: '' }],
  ])('%j is read', (text, value) => {
    expect(form.read?.(text)).toEqual(value)
  })

  test.each(['a=1 2', 'a=<b>', 'msg=no {braces} alone', 'a b=1&c=2', 'x&a=1 2', '<p>a=1&b=2</p>', 'words & a=b c=d'])(
    '%j is no form: one pair with such a value, or a name that is none',
    (text) => {
      expect(form.read?.(text)).toBeUndefined()
    },
  )
})

test.each([
  '',
  '=',
  '=1',
  'a',
  'a&b=1',
  'a=1&',
  '&a=1',
  '{"a":1}',
  '[1]',
  '{"a":"b=1&c=2"}',
  'a b=1',
  `a=${'x'.repeat(70_000)}`,
  `a=1&b=${'x y '.repeat(20_000)}`,
  '用=1',
])('%j is no form', (text) => {
  expect(form.read?.(text)).toBeUndefined()
})

test.each(['__proto__=1&constructor=2&toString=3', '__proto__=1 2&constructor=2&toString=3'])(
  'in %j names of Object.prototype are data',
  (text) => {
    const value = form.read?.(text) as object
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  },
)
