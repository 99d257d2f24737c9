import './seed.ts'
import { inspect } from 'node:util'
import { type Classifier, createClassifier, isApiError, type RawResponse } from '@unifault/core'
import { allProviders } from '@unifault/providers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBody, anyHeaders, anyStatus, anyUrl, hostileShop, knownNames, trap } from './hostile-values.ts'

const onDefect = (): void => undefined
const classifiers: Classifier[] = [
  createClassifier(hostileShop, { onDefect }),
  createClassifier([hostileShop], { onDefect }),
  createClassifier(allProviders, { onDefect }),
]

const anyRaw = fc
  .record({
    url: anyUrl,
    method: fc
      .oneof(fc.constantFrom('GET', 'post', 'HEAD', ''), fc.string(), fc.anything())
      .map((method) => () => method),
    status: anyStatus.map((status) => () => status),
    headers: anyHeaders,
    body: anyBody,
    requestHeaders: anyHeaders,
    requestBody: anyBody,
    requestUrl: anyUrl,
  })
  .map(
    (parts) => () =>
      Object.fromEntries(Object.entries(parts).map(([name, make]) => [name, make()])) as unknown as RawResponse,
  )

/** An error can be looked at in every way; gives what is to be compared. */
function looked(error: unknown): string {
  if (error === undefined) return 'none'
  if (!isApiError(error)) throw new Error('neither an ApiError nor undefined')
  for (const view of [JSON.stringify(error), inspect(error), String(error)]) expect(typeof view).toBe('string')
  expect(error.retryAfterMs ?? 0).toBeGreaterThanOrEqual(0)
  expect(error.retryAfterMs ?? 0).toBeLessThanOrEqual(86_400_000)
  return JSON.stringify({ ...error.toJSON(), retryAfterMs: undefined })
}

test(
  'whatever comes gives an ApiError or nothing, never throws, and gives the same again',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(anyRaw, (make) => {
        const raw = make()
        for (const classify of classifiers) expect(looked(classify(raw))).toBe(looked(classify(raw)))
      }),
      { numRuns: 600 },
    )
  },
)

test('from 400 on there is always an error, whatever else came or threw', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyRaw, fc.integer({ min: 400, max: 599 }), (make, status) => {
      const raw = { ...make(), status }
      for (const classify of classifiers) expect(classify(raw)?.status).toBe(status)
    }),
    { numRuns: 400 },
  )
})

test('a raw response that is none, or throws, gives nothing and does not throw', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything().map((value) => () => value),
        trap,
      ),
      (make) => {
        const raw = make()
        for (const classify of classifiers) {
          looked(classify(raw as RawResponse))
          looked(classify.failure(raw as never, raw as never))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('any error of a client gives an ApiError or nothing', { timeout: 120_000 }, () => {
  const failure = fc.record({
    kind: fc.constantFrom('network', 'timeout', 'cancelled', 'odd') as fc.Arbitrary<
      'network' | 'timeout' | 'cancelled'
    >,
    error: fc.oneof(
      anyBody,
      knownNames.map((fields) => () => Object.assign(new Error('x'), fields)),
    ),
  })
  fc.assert(
    fc.property(failure, anyRaw, ({ kind, error: make }, makeRaw) => {
      for (const classify of classifiers) {
        const error = classify.failure({ kind, error: make() }, makeRaw())
        looked(error)
        if (kind === 'cancelled') expect(error).toBeUndefined()
        else expect(['network', 'timeout']).toContain(error?.reason)
      }
    }),
    { numRuns: 300 },
  )
})

test('what came is not changed', { timeout: 120_000 }, () => {
  const frozen = fc.json({ maxDepth: 4 }).map((json) => deepFreeze(JSON.parse(json)))
  fc.assert(
    fc.property(frozen, fc.constantFrom(200, 400, 500), (body, status) => {
      const raw = deepFreeze({
        url: 'https://shop.example/',
        method: 'GET',
        status,
        headers: { 'Retry-After': '3' },
        body,
      })
      for (const classify of classifiers) looked(classify(raw))
    }),
    { numRuns: 300 },
  )
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) deepFreeze(inner)
  return value
}
