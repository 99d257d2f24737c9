import './seed.ts'
import { createClassifier, defineProvider } from '@unifault/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const classifiers = (['s', 'ms', 'epoch-s', 'epoch-ms'] as const).map((unit) =>
  createClassifier(
    defineProvider({
      id: 'shop',
      dialects: [{ code: 'code', wait: { at: 'wait', unit }, codes: { E: 'throttled' } }],
    }),
  ),
)

const names =
  `retry-after retry-after-ms x-ms-retry-after-ms ratelimit ratelimit-reset ratelimit-remaining x-ratelimit-retry-after
x-ratelimit-reset-after x-ratelimit-reset x-rate-limit-reset x-ogw-ratelimit-reset x-ratelimit-reset-requests x-ratelimit-reset-tokens`.split(
    /\s+/,
  )

const digits = fc.stringMatching(/^\d{1,25}$/)
const value = fc.oneof(
  digits,
  fc.stringMatching(/^-?\d{1,20}(\.\d{1,12})?(e\d{1,3}|s|ms|m|h)?$/),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }).map((date) => date.toUTCString()),
  fc.tuple(digits, digits).map(([remaining, reset]) => `"x";r=${remaining};t=${reset}`),
  fc.tuple(digits, digits).map(([remaining, reset]) => `limit=9, remaining=${remaining}, reset=${reset}`),
  fc.tuple(digits, digits, digits).map(([h, m, s]) => `${h}h${m}m${s}s`),
  fc.constantFrom('Infinity', 'NaN', '1e309', '0x10', ' ', '3, 3', '-0', '٣'),
  fc.string(),
)
const headers = fc.dictionary(fc.constantFrom(...names), value)
const inBody = fc.oneof(value, fc.double(), fc.integer(), fc.bigInt(), fc.constantFrom(undefined, null, {}, [], true))

test('a wait is undefined or whole milliseconds from 0 to a day, whatever asks for it', () => {
  fc.assert(
    fc.property(headers, inBody, fc.constantFrom(200, 403, 413, 429, 503), (bag, wait, status) => {
      for (const classify of classifiers)
        for (const code of ['E', 'other']) {
          const error = classify({ url: undefined, method: 'GET', status, headers: bag, body: { code, wait } })
          const { retryAfterMs } = error ?? {}
          if (retryAfterMs === undefined) continue
          expect(Number.isInteger(retryAfterMs)).toBe(true)
          expect(retryAfterMs).toBeGreaterThanOrEqual(0)
          expect(retryAfterMs).toBeLessThanOrEqual(86_400_000)
        }
    }),
    { numRuns: 600 },
  )
})

test('whole seconds up to a day are taken at their word', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
      const raw = {
        url: undefined,
        method: 'GET',
        status: 429,
        headers: { 'Retry-After': String(seconds) },
        body: undefined,
      }
      for (const classify of classifiers) expect(classify(raw)?.retryAfterMs).toBe(seconds * 1000)
    }),
    { numRuns: 200 },
  )
})
