import { expect, test } from 'vitest'
import { originOf, setOrigin } from './origin-of.ts'

const nothing = { error: undefined, response: undefined, headers: undefined, body: undefined }

test('the origin of an error is what was remembered, the very same object', () => {
  const error = new Error('x')
  const origin = { error: new Error('client'), response: {}, headers: new Map(), body: 'text' }
  setOrigin(error, origin)
  expect(originOf(error)).toBe(origin)
})

test.each([undefined, null, 0, '', 'text', Symbol('s'), 1n, () => 1, {}, [], new Error('other')])(
  'the origin of %s, of which nothing is known, is empty',
  (value) => {
    expect(originOf(value)).toEqual(nothing)
  },
)

test('the origin is no property of the error', () => {
  const error = new Error('x')
  setOrigin(error, { ...nothing, body: 'secret' })
  expect(Reflect.ownKeys(error).map(String).toSorted()).toEqual(['message', 'stack'])
})
