import { expect, test } from 'vitest'
import { parseHttpDate } from './http-date.ts'

const now = Date.UTC(2026, 10, 20)
const sunday = Date.UTC(1994, 10, 6, 8, 49, 37)

test.each([
  ['Sun, 06 Nov 1994 08:49:37 GMT', sunday],
  ['Sunday, 06-Nov-94 08:49:37 GMT', sunday],
  ['Sun Nov  6 08:49:37 1994', sunday],
  ['Sun Nov 06 08:49:37 1994', sunday],
  ['sun, 06 nov 1994 08:49:37 gmt', sunday],
  ['Fri, 31 Dec 9999 23:59:59 GMT', Date.UTC(9999, 11, 31, 23, 59, 59)],
  ['Thu, 29 Feb 2024 00:00:00 GMT', Date.UTC(2024, 1, 29)],
  ['Saturday, 20-Nov-76 00:00:00 GMT', Date.UTC(2076, 10, 20)],
  ['Sunday, 20-Nov-77 00:00:00 GMT', Date.UTC(1977, 10, 20)],
])('%s is read', (text, time) => {
  expect(parseHttpDate(text, now)).toBe(time)
})

test.each([
  '',
  'now',
  '2026-11-20T00:00:00Z',
  'Sun, 06 Nov 1994 08:49:37',
  'Sun, 06 Nov 1994 08:49:37 UTC',
  'Sun, 06 Nov 1994 08:49:37 +0000',
  'Sun, 6 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nov 94 08:49:37 GMT',
  'Sun, 06 Xyz 1994 08:49:37 GMT',
  'Sun, 06 anf 1994 08:49:37 GMT',
  'Sun, 31 Feb 1994 08:49:37 GMT',
  'Sun, 29 Feb 2023 08:49:37 GMT',
  'Sun, 00 Nov 1994 08:49:37 GMT',
  'Sun, 32 Jan 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 24:00:00 GMT',
  'Sun, 06 Nov 1994 08:60:37 GMT',
  'Sun, 06 Nov 1994 08:49:61 GMT',
  'Sun, 06 Nov 19940 08:49:37 GMT',
  'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT',
])('"%s" is no date', (text) => {
  expect(parseHttpDate(text, now)).toBeUndefined()
})
