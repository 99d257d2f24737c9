import { expect, test } from 'vitest'
import { headerWait } from './header-wait.ts'
import { longestWaitMs } from './wait.ts'

const now = Date.UTC(2027, 0, 15, 8, 0, 0)
const epoch = now / 1000

function waitOf(headers: Record<string, string>, limited = true): number | undefined {
  return headerWait((name) => headers[name], limited, now)
}

test.each([
  ['3', 3000],
  ['0', 0],
  [' 3 ', 3000],
  ['007', 7000],
  ['86400', longestWaitMs],
  ['86401', longestWaitMs],
  ['1699999999', longestWaitMs],
  [String(epoch + 5), 5000],
  [String(epoch * 1000 + 5000), 5000],
  ['1700000000', 0],
  ['1700000000000', 0],
  ['999999999999999', longestWaitMs],
  ['Fri, 15 Jan 2027 08:00:05 GMT', 5000],
  ['Friday, 15-Jan-27 08:00:05 GMT', 5000],
  ['Fri Jan 15 08:00:05 2027', 5000],
  ['Fri, 15 Jan 2027 07:00:00 GMT', 0],
  ['Fri, 31 Dec 9999 23:59:59 GMT', longestWaitMs],
])('Retry-After: %s is %s ms, limited or not', (text, wait) => {
  expect(waitOf({ 'retry-after': text }, true)).toBe(wait)
  expect(waitOf({ 'retry-after': text }, false)).toBe(wait)
})

test.each([
  '-5',
  'abc',
  '',
  ' ',
  '3, 3',
  '1.5',
  '1e3',
  '+3',
  '0x10',
  'Infinity',
  'NaN',
  '3s',
  '3;',
  '1_000',
  '٣',
  '３',
  '9'.repeat(16),
  '9'.repeat(100_000),
  '2027-01-15T08:00:05Z',
  'Fri, 15 Jan 2027 08:00:05',
  'Fri, 31 Feb 2027 08:00:05 GMT',
  '3\n4',
  'null',
])('Retry-After: %j says nothing', (text) => {
  expect(waitOf({ 'retry-after': text })).toBeUndefined()
})

test.each([
  ['retry-after-ms', '1500', 1500],
  ['retry-after-ms', '0.5', 1],
  ['x-ms-retry-after-ms', '250', 250],
  ['retry-after-ms', '-1', undefined],
  ['retry-after-ms', '1e3', undefined],
  ['retry-after-ms', '99999999999', longestWaitMs],
])('%s: %s is %s ms, limited or not', (name, text, wait) => {
  expect(waitOf({ [name]: text }, true)).toBe(wait)
  expect(waitOf({ [name]: text }, false)).toBe(wait)
})

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
  ['ratelimit', '"default";r=0;t=999999999', longestWaitMs],
  ['ratelimit', `${'"a";r=0;t=5, '.repeat(10_000)}"b";r=0;t=6`, 5000],
  ['ratelimit-reset', '7', 7000],
  ['ratelimit-reset', String(epoch + 9), 9000],
  ['x-ratelimit-retry-after', '6', 6000],
  ['x-ratelimit-reset-after', '0.25', 250],
  ['x-ratelimit-reset', String(epoch + 9), 9000],
  ['x-ratelimit-reset', String((epoch + 9) * 1000), 9000],
  ['x-ratelimit-reset', '60', 60_000],
  ['x-rate-limit-reset', '4', 4000],
  ['x-ogw-ratelimit-reset', '43', 43_000],
  ['x-ratelimit-reset-requests', '6m0s', 360_000],
  ['x-ratelimit-reset-requests', '1h2m3.5s', 3_723_500],
  ['x-ratelimit-reset-requests', '250ms', 250],
  ['x-ratelimit-reset-requests', '1s', 1000],
  ['x-ratelimit-reset-requests', '2', 2000],
  ['x-ratelimit-reset-requests', '', undefined],
  ['x-ratelimit-reset-requests', 'soon', undefined],
  ['x-ratelimit-reset-tokens', '12ms', 12],
]

test.each(resets)('%s: %s is %s ms of a limited answer, and nothing of another', (name, text, wait) => {
  expect(waitOf({ [name]: text }, true)).toBe(wait)
  expect(waitOf({ [name]: text }, false)).toBeUndefined()
})

test.each([
  ['ratelimit-reset', 'ratelimit-remaining'],
  ['x-ratelimit-reset-after', 'x-ratelimit-remaining'],
  ['x-ratelimit-reset', 'x-ratelimit-remaining'],
  ['x-rate-limit-reset', 'x-rate-limit-remaining'],
  ['x-ratelimit-reset-requests', 'x-ratelimit-remaining-requests'],
  ['x-ratelimit-reset-tokens', 'x-ratelimit-remaining-tokens'],
])('%s counts only when nothing is left by %s', (reset, remaining) => {
  expect(waitOf({ [reset]: '5', [remaining]: '0' })).toBe(5000)
  expect(waitOf({ [reset]: '5', [remaining]: '3' })).toBeUndefined()
})

test('what the server means for this answer goes before the end of a window', () => {
  expect(waitOf({ 'retry-after': '3', 'ratelimit-reset': '60' })).toBe(3000)
  expect(waitOf({ 'retry-after-ms': '5', 'retry-after': '3' })).toBe(5)
  expect(waitOf({ 'retry-after': 'nonsense', 'ratelimit-reset': '60' })).toBe(60_000)
})

test('no header says nothing', () => {
  expect(waitOf({})).toBeUndefined()
})
