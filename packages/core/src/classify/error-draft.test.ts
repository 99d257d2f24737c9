import { describe, expect, test } from 'vitest'
import { defineProvider } from '../provider/define-provider.ts'
import { envelope } from '../provider/envelope.ts'
import type { RawResponse } from '../reading/raw-response.ts'
import { reasonTraits } from '../taxonomy/reason-traits.ts'
import { createClassifier } from './create-classifier.ts'
import { retryOf } from './retry-of.ts'

const reasons = [...reasonTraits.keys()]
const codes = Object.fromEntries(reasons.map((reason) => [reason, reason]))
const shop = defineProvider({
  id: 'shop',
  docs: 'https://shop.example/docs',
  dialects: [
    envelope({
      name: 'api',
      code: ['sub', 'code'],
      message: 'msg',
      requestId: ['@x-trace', 'id'],
      param: 'field',
      wait: { at: 'wait', unit: 's' },
      success: [0],
      codes: { ...codes, 100013: 'throttled', '-404': 'not-found' },
    }),
  ],
})
const classify = createClassifier(shop)

function errorOf(body: unknown, more: Partial<RawResponse> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return classify({ url: 'https://shop.example/a?b=c', method: 'GET', status: 200, headers: {}, body: text, ...more })
}

test('an error has every field that is promised', () => {
  const error = errorOf({ sub: 'throttled', code: '15', msg: 'slow', id: 'r-1', field: 'q', wait: 2 })
  expect(error?.toJSON()).toEqual({
    name: 'ApiError',
    message: 'shop throttled: throttled (HTTP 200): slow',
    category: 'rate-limit',
    reason: 'throttled',
    retry: 'after-wait',
    isRetryable: true,
    recovery: 'wait',
    provider: 'shop',
    code: 'throttled',
    outerCode: '15',
    status: 200,
    retryAfterMs: 2000,
    requestId: 'r-1',
    param: 'q',
    issues: [],
    providerMessage: 'slow',
    docUrl: 'https://shop.example/docs',
    matchedBy: { by: 'code', dialect: 'api', row: { code: 'throttled' } },
    request: { method: 'GET', url: 'https://shop.example/a', idempotent: true },
  })
})

describe('retry', () => {
  test.each(reasons)('of %s by its code follows from the reason, the wait and the method', (reason) => {
    const retry = reasonTraits.get(reason)?.[3]
    const waiting = reason === 'unavailable' || reason === 'quota-exhausted' ? 'after-wait' : retry
    for (const method of ['GET', 'PUT', 'DELETE', 'POST', 'PATCH', 'FOO']) {
      const error = errorOf({ code: reason }, { method })
      const idempotent = ['GET', 'PUT', 'DELETE'].includes(method)
      expect(error).toMatchObject({
        retry,
        isRetryable: retry === 'after-wait' || (retry === 'if-idempotent' && idempotent),
      })
      expect(errorOf({ code: reason, wait: 1 }, { method })).toMatchObject({ retry: waiting, retryAfterMs: 1000 })
    }
    expect(errorOf({ code: reason }, { method: 'POST', requestHeaders: { 'idempotency-key': 'k' } })?.isRetryable).toBe(
      retry === 'after-wait' || retry === 'if-idempotent',
    )
  })

  test('408 and 421 were not taken in, so they may be sent again; their codes elsewhere may not', () => {
    expect(retryOf('timeout', 'status', 408, undefined)).toBe('after-wait')
    expect(retryOf('network', 'status', 421, undefined)).toBe('after-wait')
    expect(retryOf('timeout', 'code', 408, undefined)).toBe('if-idempotent')
    expect(retryOf('timeout', 'status', 504, undefined)).toBe('if-idempotent')
    expect(retryOf('permission-denied', 'status', 408, undefined)).toBe('never')
  })
})

describe('the wait', () => {
  test.each([
    [{ code: 'throttled', wait: 5 }, { 'retry-after': '9' }, 9000],
    [{ code: 'throttled', wait: -5 }, { 'retry-after': '9' }, 9000],
    [{ code: 'throttled', wait: 'soon' }, {}, undefined],
    [{ code: 'throttled', wait: 0 }, { 'retry-after': '9' }, 9000],
    [{ code: 'throttled', wait: 1e15 }, {}, 86_400_000],
    [{ code: 'throttled', wait: 1e300 }, {}, undefined],
    [{ code: 'throttled' }, { 'ratelimit-reset': '9' }, 9000],
    [{ code: 'not-found' }, { 'ratelimit-reset': '9' }, undefined],
    [{ code: 'not-found' }, { 'retry-after': '9' }, 9000],
    [{ code: 'not-found' }, { 'retry-after': 'garbage' }, undefined],
  ])('of %j with %j is %s ms', (body, headers, wait) => {
    expect(errorOf(body, { headers })?.retryAfterMs).toBe(wait)
  })
})

describe('codes and ids', () => {
  test.each([
    ['{"code":9007199254740993}', '9007199254740993'],
    ['{"code":"9007199254740993"}', '9007199254740993'],
    ['{"code":-404.0}', '-404'],
    ['{"code":" -404"}', '-404'],
    ['{"code":"E\\u0000\\u202e1"}', 'E 1'],
    [`{"code":"${'E'.repeat(500)}"}`, `${'E'.repeat(127)}…`],
  ])('the code of %s is shown as %s', (body, code) => {
    expect(errorOf(body)?.code).toBe(code)
  })

  test('a code that was parsed wrong by the client is dropped, and is an error of an unknown cause all the same', () => {
    const body = JSON.parse('{"code":9007199254740993,"sub":"E"}') as object
    const error = classify({ url: undefined, method: 'GET', status: 200, headers: {}, body })
    expect(error).toMatchObject({ reason: 'unknown', code: 'E', outerCode: undefined })
  })

  test('a code that a table knows stays whole, though a short secret is part of it', () => {
    const requestHeaders = { cookie: 'a=1000; b=-404; c=throttled' }
    expect(errorOf({ code: 100013 }, { requestHeaders })).toMatchObject({
      code: '100013',
      message: 'shop 100013: throttled (HTTP 200)',
    })
    expect(errorOf({ sub: 'x', code: -404 }, { requestHeaders })).toMatchObject({ code: 'x', outerCode: '-404' })
    expect(errorOf({ code: 'throttled' }, { requestHeaders })?.code).toBe('throttled')
    expect(errorOf({ code: 'E-1000-x' }, { requestHeaders })?.code).toBe('E-*-x')
  })

  test.each([
    ['abc-123_4.5:6/7+8=9@0|1', 'abc-123_4.5:6/7+8=9@0|1'],
    ['two words', undefined],
    ['<script>', undefined],
    ['a\nb', undefined],
    ['', undefined],
    ['x'.repeat(201), undefined],
    ['编号', undefined],
  ])('the request id %j is shown as %s', (id, shown) => {
    expect(errorOf({ code: 'throttled', id })?.requestId).toBe(shown)
  })

  test.each(['x-request-id', 'request-id', 'X-RequestId', 'x-trace-id'])(
    'without one in the body, %s is asked',
    (name) => {
      expect(errorOf({ code: 'throttled' }, { headers: { [name]: 'h-1' } })?.requestId).toBe('h-1')
    },
  )

  test('an id beyond 2^53 is exact from text, absent from a parsed value', () => {
    expect(errorOf('{"code":"throttled","id":1541815603606036480}')?.requestId).toBe('1541815603606036480')
    const body = { code: 'throttled', id: 1541815603606036480 }
    expect(classify({ url: '', method: 'GET', status: 200, headers: {}, body })?.requestId).toBeUndefined()
  })
})

test.each([
  ['get', 'GET'],
  ['', '_OTHER'],
  ['GET /x HTTP/1.1\r\nX: y', '_OTHER'],
  ['x'.repeat(17), '_OTHER'],
  ['M-SEARCH', '_OTHER'],
])('the method %j is shown as %s', (method, shown) => {
  expect(errorOf({ code: 'throttled' }, { method })?.request.method).toBe(shown)
})

test('a message in the wrong charset says nothing, and other texts are left', () => {
  expect(errorOf({ code: 'E', msg: '\uFFFD\uFFFDx', field: 'q' })).toMatchObject({
    providerMessage: undefined,
    param: 'q',
  })
})

test('where a redirect led from is a place of secrets too', () => {
  const error = errorOf({ code: 'E', msg: 'bad abcd1234' }, { requestUrl: 'https://first.example/?token=abcd1234' })
  expect(error?.providerMessage).toBe('bad *')
})
