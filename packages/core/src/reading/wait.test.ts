import { expect, test } from 'vitest'
import { clampWait, longestWaitMs, parseWait, type WaitUnit } from './wait.ts'

test.each([
  [0, 0],
  [0.1, 1],
  [1500, 1500],
  [longestWaitMs, longestWaitMs],
  [longestWaitMs + 1, longestWaitMs],
  [Infinity, longestWaitMs],
  [-1, undefined],
  [-Infinity, undefined],
  [NaN, undefined],
])('a wait of %s ms is %s', (ms, wait) => {
  expect(clampWait(ms)).toBe(wait)
})

const now = 1_800_000_000_000

const read: [unknown, WaitUnit, number | undefined][] = [
  [5, 's', 5000],
  ['5', 's', 5000],
  [' 5 ', 's', 5000],
  ['27s', 's', 27_000],
  ['1.5s', 's', 1500],
  ['0.000000001s', 's', 1],
  [0, 's', 0],
  [5, 'ms', 5],
  [0.2, 'ms', 1],
  [1e9, 's', longestWaitMs],
  [1_800_000_005, 'epoch-s', 5000],
  ['1800000005', 'epoch-s', 5000],
  [1_800_000_005_000, 'epoch-ms', 5000],
  [1_700_000_000, 'epoch-s', 0],
  [9e15, 'epoch-ms', longestWaitMs],
]

test.each(read)('%j in %s is %s', (value, unit, wait) => {
  expect(parseWait(value, unit, now)).toBe(wait)
})

const unread: unknown[] = [
  undefined,
  null,
  true,
  false,
  '',
  ' ',
  'soon',
  '-5',
  -5,
  '1e3',
  '0x10',
  '5 s',
  '5m',
  's',
  '1,000',
  '1'.repeat(16),
  NaN,
  Infinity,
  -Infinity,
  {},
  [],
  [5],
  5n,
  Symbol('5'),
  () => 5,
  { valueOf: () => 5 },
  new Date(0),
  '5\n6',
  '٥',
]

test.each(unread)('%s is no wait in any unit', (value) => {
  for (const unit of ['s', 'ms', 'epoch-s', 'epoch-ms'] as const) expect(parseWait(value, unit, now)).toBeUndefined()
})
