import { expect, test } from 'vitest'
import { exactInteger } from './exact-integer.ts'

const big = '9007199254740993'

function read(text: string, key = 'id'): unknown {
  return exactInteger((JSON.parse(text) as Record<string, number>)[key] as number, key, text)
}

test.each([
  [`{"id":${big}}`, big],
  [`{ "id" : \n ${big} }`, big],
  [`{"id":-${big}}`, `-${big}`],
  [`{"id":123456789012345678901234567890}`, '123456789012345678901234567890'],
  [`{"a":"\\"id\\":1","id":${big}}`, big],
  [`{"data":{"id":5},"id":${big}}`, big],
  [`{"data":{"id":${big}},"id":${big}}`, big],
  [`{"id":9007199254740991,"id":${big}}`, big],
])('the id of %s is exact', (text, id) => {
  expect(read(text)).toBe(id)
})

test.each([
  ['two ids that round to the same', `{"data":{"id":9007199254740992},"id":${big}}`],
  ['a number in scientific notation', '{"id":1e25}'],
  ['a number with a fraction of zero', `{"id":${big}.0}`],
  ['an escaped key', `{"\\u0069d":${big}}`],
  ['more digits than any id has', `{"id":${'1'.repeat(100)}}`],
])('%s is not shown, since it may be wrong', (_name, text) => {
  expect(read(text)).toBeUndefined()
})

test('without the text, nothing is shown', () => {
  expect(exactInteger(2 ** 60, 'id', undefined)).toBeUndefined()
})

test('a fraction is what it is, an infinite number is nothing', () => {
  expect(exactInteger(1.5, 'id', undefined)).toBe(1.5)
  expect(exactInteger(Infinity, 'id', '{"id":1e999}')).toBeUndefined()
  expect(exactInteger(NaN, 'id', undefined)).toBeUndefined()
})

test('a key with quotes and brackets is plain text', () => {
  expect(read(`{"a\\"[0]":${big}}`, 'a"[0]')).toBe(big)
})
