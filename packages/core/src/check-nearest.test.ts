import { expect, test } from 'vitest'
import { nearest } from './check.ts'

test.each([
  ['-325', '-352'],
  ['ACQ.TRADE_HAS_SUCCES', 'ACQ.TRADE_HAS_SUCCESS'],
  ['acq.trade_has_success', 'ACQ.TRADE_HAS_SUCCESS'],
  ['ratelimit', 'rate_limit'],
  ['-352', '-352'],
])('%s is most like %s', (word, near) => {
  expect(nearest(word, ['0', '-101', '-352', 'ACQ.TRADE_HAS_SUCCESS', 'rate_limit'])).toBe(near)
})

test.each(['', '5', 'nonsense', '-9', 'constructor'])('%j is like none', (word) => {
  expect(nearest(word, ['0', '-101', '-352', 'ACQ.TRADE_HAS_SUCCESS'])).toBeUndefined()
})

test('of several that are as near the first is taken, and the nearest before all', () => {
  expect(nearest('abcd', ['abce', 'abcf'])).toBe('abce')
  expect(nearest('abcdef', ['abcdxy', 'abcdex'])).toBe('abcdex')
})
