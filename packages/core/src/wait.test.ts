import { describe, expect, test } from 'vitest'
import { clampWait, headerWait, parseWait, type WaitUnit } from './wait.ts'

const day = 86_400_000
const now = Date.UTC(2027, 0, 15, 8, 0, 0)
const epoch = now / 1000

test.each([
  [0, 0],
  [0.1, 1],
  [1500, 1500],
  [day, day],
  [day + 1, day],
  [Infinity, day],
  [-1, undefined],
  [-Infinity, undefined],
  [NaN, undefined],
])('a wait of %s ms is %s', (ms, wait) => {
  expect(clampWait(ms)).toBe(wait)
})

describe('a wait of a place', () => {
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
    [1e9, 's', day],
    [epoch + 5, 'epoch-s', 5000],
    [String(epoch + 5), 'epoch-s', 5000],
    [now + 5000, 'epoch-ms', 5000],
    [1_700_000_000, 'epoch-s', 0],
    [9e14, 'epoch-ms', day],
    ['6m0s', 'duration', 360_000],
    ['1h2m3.5s', 'duration', 3_723_500],
    ['2d', 'duration', day],
    ['250ms', 'duration', 250],
    ['12.5ms', 'duration', 13],
    ['1s', 'duration', 1000],
    ['1s250ms', 'duration', 1250],
    ['7.66s', 'duration', 7660],
    ['2', 'duration', 2000],
    [2, 'duration', 2000],
    ['2027-01-15T08:00:05Z', 'date', 5000],
    ['2027-01-15T16:00:05+08:00', 'date', 5000],
    ['2027-01-15 08:00:05.5Z', 'date', 5500],
    ['2027-01-15T07:00:00Z', 'date', 0],
    ['Fri, 15 Jan 2027 08:00:05 GMT', 'date', 5000],
    ['9999-12-31T23:59:59Z', 'date', day],
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
    's',
    '1,000',
    '1'.repeat(16),
    1e300,
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
    for (const unit of ['s', 'ms', 'epoch-s', 'epoch-ms', 'duration', 'date'] as const)
      expect(parseWait(value, unit, now), unit).toBeUndefined()
  })

  test.each(['5m', '1h', '6m0s'])('%j is a duration and nothing else', (text) => {
    for (const unit of ['s', 'ms', 'epoch-s', 'epoch-ms', 'date'] as const)
      expect(parseWait(text, unit, now), unit).toBeUndefined()
  })

  test.each(['1m1h', '1s1m', 'ms', '1x', '1h 2m', '-1s', '1.5h', `${'9'.repeat(20)}s`])('%j is no duration', (text) => {
    expect(parseWait(text, 'duration', now)).toBeUndefined()
  })

  test.each([
    '2027-01-15',
    '2027-01-15T08:00:05',
    '15 Jan 2027 08:00:05 GMT',
    'Friday, 15-Jan-27 08:00:05 GMT',
    'Fri Jan 15 08:00:05 2027',
    'tomorrow',
    '1800000005',
    '2027-13-15T08:00:05Z',
  ])('%j is no date', (text) => {
    expect(parseWait(text, 'date', now)).toBeUndefined()
  })
})

function waitOf(headers: Record<string, string>, limited = true): number | undefined {
  return headerWait((name) => headers[name], limited, now)
}

describe('Retry-After', () => {
  test.each([
    ['3', 3000],
    ['0', 0],
    [' 3 ', 3000],
    ['007', 7000],
    ['1.5', 1500],
    ['0.25', 250],
    ['60s', 60_000],
    ['1.5s', 1500],
    ['86400', day],
    ['86401', day],
    ['1699999999', day],
    [String(epoch + 5), 5000],
    [String(epoch * 1000 + 5000), 5000],
    ['1700000000', 0],
    ['1700000000000', 0],
    ['999999999999999', day],
    ['Fri, 15 Jan 2027 08:00:05 GMT', 5000],
    ['Fri, 15 Jan 2027 07:00:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', day],
    ['2027-01-15T08:00:05Z', 5000],
    ['2027-01-15T16:00:05+08:00', 5000],
  ])('%s is %s ms, limited or not', (text, wait) => {
    expect(waitOf({ 'retry-after': text }, true)).toBe(wait)
    expect(waitOf({ 'retry-after': text }, false)).toBe(wait)
  })

  test.each([
    '-5',
    'abc',
    '',
    ' ',
    '3, 3',
    '1e3',
    '+3',
    '0x10',
    'Infinity',
    'NaN',
    '3;',
    '3m',
    's',
    '.5',
    '1.',
    '1_000',
    '٣',
    '３',
    '9'.repeat(16),
    '9'.repeat(100_000),
    'Fri, 15 Jan 2027 08:00:05',
    'Friday, 15-Jan-27 08:00:05 GMT',
    'Fri Jan 15 08:00:05 2027',
    'Fri, 15 Jan 2027 08:00:05 GMT, Fri, 15 Jan 2027 08:00:05 GMT',
    'Fri, 15 Xyz 2027 08:00:05 GMT',
    'Fri, 32 Jan 2027 08:00:05 GMT',
    '3\n4',
    'null',
  ])('%j says nothing', (text) => {
    expect(waitOf({ 'retry-after': text })).toBeUndefined()
  })
})

describe('the end of a window', () => {
  const resets: [string, string, number | undefined][] = [
    ['ratelimit', '"default";r=0;t=12', 12_000],
    ['ratelimit', '"a";r=0;t=12, "b";r=0;t=40', 40_000],
    ['ratelimit', '"a";r=5;t=40, "b";r=0;t=12', 12_000],
    ['ratelimit', '"default";r=5;t=12', undefined],
    ['ratelimit', '"default";t=12', 12_000],
    ['ratelimit', '"default";r=0', undefined],
    ['ratelimit', 'limit=10, remaining=0, reset=12', 12_000],
    ['ratelimit', 'limit=10, remaining=3, reset=12', undefined],
    ['ratelimit', 'reset=12, remaining=0', 12_000],
    ['ratelimit', 'garbage', undefined],
    ['ratelimit', '', undefined],
    ['ratelimit', '"default";r=0;t=999999999', day],
    ['ratelimit', `${'"a";r=0;t=5, '.repeat(10_000)}"b";r=0;t=6`, 5000],
    ['ratelimit-reset', '7', 7000],
    ['ratelimit-reset', String(epoch + 9), 9000],
    ['x-ratelimit-reset', String(epoch + 9), 9000],
    ['x-ratelimit-reset', String((epoch + 9) * 1000), 9000],
    ['x-ratelimit-reset', '60', 60_000],
    ['x-ratelimit-reset', '0.25', 250],
    ['x-rate-limit-reset', '4', 4000],
  ]

  test.each(resets)('%s: %s is %s ms of a limited answer, and nothing of another', (name, text, wait) => {
    expect(waitOf({ [name]: text }, true)).toBe(wait)
    expect(waitOf({ [name]: text }, false)).toBeUndefined()
  })

  test.each([
    ['ratelimit-reset', 'ratelimit-remaining'],
    ['x-ratelimit-reset', 'x-ratelimit-remaining'],
    ['x-rate-limit-reset', 'x-rate-limit-remaining'],
  ])('%s counts only when nothing is left by %s', (reset, remaining) => {
    expect(waitOf({ [reset]: '5', [remaining]: '0' })).toBe(5000)
    expect(waitOf({ [reset]: '5', [remaining]: ' 0 ' })).toBe(5000)
    expect(waitOf({ [reset]: '5', [remaining]: '3' })).toBeUndefined()
  })

  test('beside a remainder that is none is no wait: 0 and -1 would be a hot retry', () => {
    for (const remaining of ['-1', 'none', 'NaN'])
      for (const reset of ['0', '5']) {
        for (const name of ['ratelimit', 'x-ratelimit', 'x-rate-limit'])
          expect(waitOf({ [`${name}-reset`]: reset, [`${name}-remaining`]: remaining })).toBeUndefined()
      }
    expect(waitOf({ ratelimit: '"a";r=-1;t=0' })).toBeUndefined()
    expect(waitOf({ ratelimit: 'limit=1, remaining=-1, reset=0' })).toBeUndefined()
  })

  test('what only one provider sends is not read here', () => {
    for (const name of ['retry-after-ms', 'x-ms-retry-after-ms', 'x-ratelimit-reset-requests', 'x-ogw-ratelimit-reset'])
      expect(waitOf({ [name]: '5' })).toBeUndefined()
  })
})

test('what the server means for this answer goes before the end of a window', () => {
  expect(waitOf({ 'retry-after': '3', 'ratelimit-reset': '60' })).toBe(3000)
  expect(waitOf({ 'retry-after': 'nonsense', 'ratelimit-reset': '60' })).toBe(60_000)
  expect(waitOf({ ratelimit: '"a";r=0;t=4', 'x-ratelimit-reset': '60' })).toBe(4000)
})

test('no header says nothing', () => {
  expect(waitOf({})).toBeUndefined()
})
