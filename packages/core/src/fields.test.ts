import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RawResponse } from './answer.ts'
import type { ApiError } from './api-error.ts'
import { createClassifier } from './classify.ts'
import { defineProvider, withHosts, type Words } from './provider.ts'
import { reasons, traits } from './reasons.ts'

const codes = Object.fromEntries(reasons.map((reason) => [reason, reason]))
const shop = defineProvider({
  id: 'shop',
  hosts: ['shop.example'],
  docs: 'https://shop.example/docs',
  idempotentPaths: ['/orders/*', '/search'],
  idempotencyHeader: 'X-Repeat-Key',
  dialects: [
    {
      name: 'api',
      code: ['sub', 'code'],
      message: 'msg',
      requestId: ['@x-trace', 'id'],
      param: 'field',
      issues: { at: 'errors', param: 'field', code: 'no', message: 'why' },
      wait: { at: 'wait', unit: 's' },
      success: [0],
      codes: { ...codes, 100013: 'throttled', '-404': 'not-found' },
    },
  ],
})
const classify = createClassifier(shop)

function errorOf(body: unknown, more: Partial<RawResponse> = {}): ApiError | undefined {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return classify({ url: 'https://shop.example/a?b=c', method: 'GET', status: 200, headers: {}, body: text, ...more })
}

test('an error has every field that is promised', () => {
  const body = {
    sub: 'throttled',
    code: '15',
    msg: 'slow',
    id: 'r-1',
    field: 'q',
    wait: 2,
    errors: [{ field: 'q', why: 'no' }],
  }
  expect(errorOf(body)?.toJSON()).toEqual({
    v: 1,
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
    issues: [{ param: 'q', message: 'no' }],
    providerMessage: 'slow',
    docUrl: 'https://shop.example/docs',
    matchedBy: { by: 'code', dialect: 'api', row: { code: 'throttled' } },
    request: { method: 'GET', url: 'https://shop.example/a', idempotent: true },
    delivered: false,
  })
})

test('the evidence names the dialect, and the row with its condition', () => {
  const table = 'code\treason\twhen\n5\tthrottled\tstatus=200 retry=never\n'
  const own = defineProvider({ id: 'own', dialects: [{ code: 'code', codes: table }] })
  const raw: RawResponse = { url: undefined, method: 'GET', status: 200, headers: {}, body: { code: 5 } }
  expect(createClassifier(own)(raw)?.matchedBy).toEqual({
    by: 'code',
    dialect: 'envelope',
    row: { code: '5', when: 'status=200 retry=never' },
  })
})

describe('retry', () => {
  test.each(reasons)('of %s by its code follows from the reason, the wait and the method', (reason) => {
    const retry = traits[reason][3] ?? 'never'
    const waiting = ['unavailable', 'quota-exhausted', 'unknown'].includes(reason) ? 'after-wait' : retry
    for (const method of ['GET', 'PUT', 'DELETE', 'QUERY', 'POST', 'PATCH', 'FOO']) {
      const error = errorOf({ code: reason }, { method })
      const idempotent = ['GET', 'PUT', 'DELETE', 'QUERY'].includes(method)
      expect(error).toMatchObject({
        retry,
        isRetryable: retry === 'after-wait' || (retry === 'if-idempotent' && idempotent),
      })
      expect(errorOf({ code: reason, wait: 1 }, { method })).toMatchObject({ retry: waiting, retryAfterMs: 1000 })
    }
  })

  test('of an unknown code with a wait is after it', () => {
    expect(errorOf({ code: 'maxlag' })).toMatchObject({ reason: 'unknown', retry: 'never', isRetryable: false })
    expect(errorOf({ code: 'maxlag' }, { method: 'POST', headers: { 'retry-after': '5' } })).toMatchObject({
      reason: 'unknown',
      retry: 'after-wait',
      isRetryable: true,
      retryAfterMs: 5000,
    })
  })

  test.each([
    [408, 'timeout', 'after-wait'],
    [421, 'unavailable', 'after-wait'],
    [504, 'timeout', 'if-idempotent'],
    [502, 'unavailable', 'if-idempotent'],
    [500, 'internal', 'if-idempotent'],
    [403, 'permission-denied', 'never'],
  ])('of %d is that of what was not taken in: %s, %s', (status, reason, retry) => {
    expect(errorOf('', { status, method: 'POST' })).toMatchObject({ reason, retry, matchedBy: { by: 'status' } })
  })

  test('of a code that says the same under 408 and 421 is that of the code', () => {
    for (const status of [408, 421]) expect(errorOf({ code: 'timeout' }, { status })?.retry).toBe('if-idempotent')
  })

  describe("by the server's own word stands before all", () => {
    test.each(['x-should-retry', 'X-Should-Retry', 'stripe-should-retry', 'Stripe-Should-Retry'])('%s', (name) => {
      for (const reason of reasons) {
        expect(errorOf({ code: reason }, { headers: { [name]: 'true' }, method: 'POST' })).toMatchObject({
          retry: 'after-wait',
          isRetryable: true,
        })
        expect(errorOf({ code: reason, wait: 1 }, { headers: { [name]: 'false' } })).toMatchObject({
          retry: 'never',
          isRetryable: false,
        })
      }
      for (const nonsense of ['', 'yes', '1', 'TRUE '])
        expect(errorOf({ code: 'internal' }, { headers: { [name]: nonsense } })?.retry).toBe('if-idempotent')
    })
  })

  describe('by a row', () => {
    const table = [
      'code\treason\twhen',
      'USERPAYING\tin-progress\tretry=poll',
      'ORDER\tin-progress\t',
      'DEAD\tinternal\tretry=never',
      'GONE\tthrottled\tretry=never',
      'C*\tunavailable\tretry=never',
    ].join('\n')
    const pay = createClassifier(
      defineProvider({ id: 'pay', dialects: [{ code: 'code', success: [0], codes: table }] }),
    )
    const of = (code: string, headers: Record<string, string> = {}, status = 200): ApiError | undefined =>
      pay({ url: undefined, method: 'GET', status, headers, body: { code } })

    test('that says poll is asked for later and never repeated, though another lock is waited for', () => {
      expect(of('USERPAYING')).toMatchObject({ reason: 'in-progress', retry: 'poll', isRetryable: false })
      expect(of('USERPAYING', { 'retry-after': '5' })).toMatchObject({
        retry: 'poll',
        isRetryable: false,
        retryAfterMs: 5000,
      })
      expect(of('ORDER')).toMatchObject({ reason: 'in-progress', retry: 'after-wait', isRetryable: true })
    })

    test.each(['DEAD', 'GONE', 'Cx'])('that says never is never repeated: %s', (code) => {
      for (const status of [200, 429, 503])
        expect(of(code, { 'retry-after': '5' }, status)).toMatchObject({ retry: 'never', isRetryable: false })
    })

    test("gives way to the server's own word alone", () => {
      expect(of('DEAD', { 'x-should-retry': 'true' })?.retry).toBe('after-wait')
    })
  })

  describe('by words', () => {
    const model: Words = {
      read: ({ message = '' }) => ({ reason: message as 'ok', confidence: 1 }),
    }
    const reading = createClassifier(
      defineProvider({ id: 'words', dialects: [{ code: 'code', message: 'msg', success: [0] }] }),
      { words: model },
    )
    const of = (msg: string, status: number): ApiError | undefined =>
      reading({ url: undefined, method: 'POST', status, headers: { 'retry-after': '5' }, body: { code: 5, msg } })

    test.each(reasons)('of %s is at most if-idempotent, and a refresh only at 401', (reason) => {
      const retry = traits[reason][3] ?? 'never'
      const refreshes = retry === 'after-recovery'
      for (const status of [200, 400, 401, 403, 500]) {
        const error = of(reason, status)
        // What only agrees with the status is the status's own word.
        if (status >= 400 && of('nothing', status)?.reason === reason) {
          expect(error?.matchedBy).toEqual({ by: 'status', dialect: 'envelope' })
          continue
        }
        expect(error).toMatchObject({ reason, matchedBy: { by: 'words', confidence: 1 } })
        const expected =
          retry === 'after-wait'
            ? 'if-idempotent'
            : refreshes && status !== 401
              ? 'never'
              : retry === 'poll'
                ? 'never'
                : retry
        expect(error?.retry, `${reason} at ${status}`).toBe(expected)
        expect(error?.isRetryable).toBe(false)
      }
    })
  })
})

describe('a request is idempotent', () => {
  const idempotent = (method: string, more: Partial<RawResponse> = {}): boolean | undefined =>
    errorOf({ code: 'internal' }, { method, ...more })?.request.idempotent

  test.each([
    ['get', true],
    ['HEAD', true],
    ['OPTIONS', true],
    ['TRACE', true],
    ['PUT', true],
    ['delete', true],
    ['QUERY', true],
    ['POST', false],
    ['PATCH', false],
    ['CONNECT', false],
    ['', false],
  ])('by its method: %s, %s', (method, expected) => {
    // HEAD carries no content: only its status is an error
    expect(errorOf({ code: 'internal' }, { method, status: 500 })?.request.idempotent).toBe(expected)
  })

  test("by a header: `Idempotency-Key`, or the provider's own instead", () => {
    const other = createClassifier(defineProvider({ id: 'other', dialects: [{ code: 'code' }] }))
    const raw: RawResponse = { url: undefined, method: 'POST', status: 200, headers: {}, body: { code: 5 } }
    const of = (requestHeaders: unknown): boolean | undefined => other({ ...raw, requestHeaders })?.request.idempotent
    for (const headers of [
      { 'idempotency-key': 'k' },
      { 'Idempotency-Key': 'k' },
      new Headers({ 'Idempotency-Key': 'k' }),
    ])
      expect(of(headers)).toBe(true)
    expect(of({ 'x-repeat-key': 'k' })).toBe(false)
    expect(idempotent('POST', { requestHeaders: { 'x-repeat-key': 'k' } })).toBe(true)
    expect(idempotent('POST', { requestHeaders: new Headers({ 'X-Repeat-Key': 'k' }) })).toBe(true)
  })

  test('by a path of its provider, without the prefix of a place, after an answer and after none', () => {
    const placed = createClassifier([withHosts(shop, '/api/shop')])
    const at = (url: string): (boolean | undefined)[] => [
      placed({ url, method: 'POST', status: 200, headers: {}, body: { code: 'internal' } })?.request.idempotent,
      placed.failure({ kind: 'network' }, { url, method: 'POST' })?.request.idempotent,
    ]
    expect(at('https://shop.example/orders/5')).toEqual([true, true])
    expect(at('https://shop.example/search?q')).toEqual([true, true])
    expect(at('/api/shop/orders/5')).toEqual([true, true])
    expect(at('https://shop.example/other')).toEqual([false, false])
    expect(at('/api/shop/other')).toEqual([false, false])
  })

  test("by the caller's word, either way, before all", () => {
    const raw: RawResponse = { url: 'https://shop.example/x', method: 'POST', status: 500, headers: {}, body: '' }
    expect(classify(raw, { idempotent: true })).toMatchObject({ isRetryable: true, request: { idempotent: true } })
    expect(classify(raw)).toMatchObject({ isRetryable: false, request: { idempotent: false } })
    expect(classify({ ...raw, method: 'GET' }, { idempotent: false })).toMatchObject({ isRetryable: false })
    expect(
      classify.failure({ kind: 'network' }, { url: raw.url, method: 'POST' }, { idempotent: true })?.isRetryable,
    ).toBe(true)
  })
})

describe('the wait', () => {
  const now = Date.UTC(2027, 0, 15)
  beforeEach(() => void vi.useFakeTimers({ now }))
  afterEach(() => void vi.useRealTimers())

  test.each([
    [{ code: 'throttled', wait: 5 }, { 'retry-after': '9' }, 9000],
    [{ code: 'throttled', wait: 5 }, { 'ratelimit-reset': '9' }, 9000],
    [{ code: 'throttled', wait: 5 }, {}, 5000],
    [{ code: 'throttled', wait: -5 }, { 'retry-after': '9' }, 9000],
    [{ code: 'throttled', wait: 'soon' }, {}, undefined],
    [{ code: 'throttled', wait: 0 }, { 'retry-after': '9' }, 9000],
    [{ code: 'throttled', wait: 1e15 }, {}, undefined],
    [{ code: 'throttled', wait: 1e14 }, {}, 86_400_000],
    [{ code: 'throttled', wait: 1e300 }, {}, undefined],
    [{ code: 'throttled' }, { 'ratelimit-reset': '9' }, 9000],
    [{ code: 'throttled' }, { 'x-ratelimit-remaining': '-1', 'x-ratelimit-reset': '0' }, undefined],
    [{ code: 'not-found' }, { 'ratelimit-reset': '9' }, undefined],
    [{ code: 'not-found' }, { 'retry-after': '9' }, 9000],
    [{ code: 'not-found' }, { 'retry-after': 'garbage' }, undefined],
    [{ code: 'throttled' }, { 'retry-after': '1.5' }, 1500],
    [{ code: 'throttled' }, { 'retry-after': '60s' }, 60_000],
    [{ code: 'throttled' }, { 'retry-after': '2027-01-15T00:00:07Z' }, 7000],
    [{ code: 'throttled' }, { 'retry-after': 'Fri, 15 Jan 2027 00:00:07 GMT' }, 7000],
    [{ code: 'throttled' }, { 'retry-after': String(now / 1000 + 7) }, 7000],
  ])('of %j with %j is %s ms', (body, headers, wait) => {
    expect(errorOf(body, { headers })?.retryAfterMs).toBe(wait)
  })

  test('of a limit may be told in words, where a model reads them', () => {
    const words: Words = {
      read: () => undefined,
      wait: (message) => Number(/(\d+)/.exec(message)?.[1] ?? NaN) * 1000 || undefined,
    }
    const reading = createClassifier(shop, { words })
    const of = (code: string, msg: string, status = 200, headers = {}): number | undefined =>
      reading({ url: undefined, method: 'GET', status, headers, body: { code, msg } })?.retryAfterMs
    expect(of('throttled', 'try again in 30 seconds')).toBe(30_000)
    expect(of('throttled', 'try again')).toBeUndefined()
    expect(of('throttled', 'try again in 30 seconds', 200, { 'retry-after': '5' })).toBe(5000)
    expect(of('unavailable', 'try again in 30 seconds', 503)).toBe(30_000)
    expect(of('not-found', 'no page 30')).toBeUndefined()
  })
})

describe('codes and ids', () => {
  test.each([
    ['{"code":9007199254740993}', '9007199254740993'],
    ['{"code":"9007199254740993"}', '9007199254740993'],
    ['{"code":-404.0}', '-404'],
    ['{"code":" -404"}', '-404'],
  ])('the code of %s is shown as %s', (body, code) => {
    expect(errorOf(body)?.code).toBe(code)
  })

  test('a code that was parsed wrong by the client is dropped, and is an error of an unknown cause all the same', () => {
    const body = JSON.parse('{"code":9007199254740993,"sub":"E"}') as object
    const error = classify({ url: undefined, method: 'GET', status: 200, headers: {}, body })
    expect(error).toMatchObject({ reason: 'unknown', code: 'E', outerCode: undefined })
  })

  test('a code that a table knows stays whole, though it stands in the request as a secret', () => {
    const requestHeaders = { cookie: 'password=100013; token=-404; secret=throttled' }
    expect(errorOf({ code: 100013 }, { requestHeaders })).toMatchObject({
      code: '100013',
      message: 'shop 100013: throttled (HTTP 200)',
    })
    expect(errorOf({ sub: 'x', code: -404 }, { requestHeaders })).toMatchObject({ code: 'x', outerCode: '-404' })
    expect(errorOf({ code: 'throttled' }, { requestHeaders })?.code).toBe('throttled')
  })

  test.each([
    ['abc-123_4.5:6/7+8=9@0|1', 'abc-123_4.5:6/7+8=9@0|1'],
    ['two words', undefined],
    ['<script>', undefined],
    ['', undefined],
    ['x'.repeat(201), undefined],
    ['编号', undefined],
  ])('the request id %j is shown as %s', (id, shown) => {
    expect(errorOf({ code: 'throttled', id })?.requestId).toBe(shown)
  })

  test.each(['x-request-id', 'request-id', 'X-RequestId', 'x-trace-id', 'X-Correlation-Id'])(
    'without one in the body, %s is asked',
    (name) => {
      expect(errorOf({ code: 'throttled' }, { headers: { [name]: 'h-1' } })?.requestId).toBe('h-1')
      expect(errorOf({ code: 'throttled', id: 'two words' }, { headers: { [name]: 'h-1' } })?.requestId).toBe('h-1')
    },
  )

  test('an id beyond 2^53 is exact from text, absent from a parsed value', () => {
    expect(errorOf('{"code":"throttled","id":1541815603606036480}')?.requestId).toBe('1541815603606036480')
    const body = JSON.parse('{"code":"throttled","id":1541815603606036480}') as object
    expect(classify({ url: '', method: 'GET', status: 200, headers: {}, body })?.requestId).toBeUndefined()
  })

  test('numbers that a lossless parser keeps as objects are as good as text', () => {
    const lossless = (digits: string): object => ({ isLosslessNumber: true, toString: () => digits })
    const body = { code: lossless('-404'), id: lossless('1541815603606036480') }
    expect(classify({ url: '', method: 'GET', status: 200, headers: {}, body })).toMatchObject({
      reason: 'not-found',
      code: '-404',
      requestId: '1541815603606036480',
    })
    expect(
      classify({ url: '', method: 'GET', status: 200, headers: {}, body: { code: lossless('0') } }),
    ).toBeUndefined()
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
  const error = errorOf({ code: 'E', msg: '\uFFFD\uFFFDx', field: 'q', errors: [{ field: 'f', why: 'x\uFFFD' }] })
  expect(error).toMatchObject({ providerMessage: undefined, param: 'q', issues: [{ param: 'f' }] })
})

test('issues are a bounded list of records that say something', () => {
  const errors = Array.from({ length: 40 }, (_, at) => ({ field: `f${at}`, why: '' }))
  expect(errorOf({ code: 'E', errors })?.issues).toHaveLength(16)
  expect(errorOf({ code: 'E', errors })?.issues[0]).toEqual({ param: 'f0' })
  expect(errorOf({ code: 'E' })?.issues).toEqual([])
})

test('the secret of a request is in no text of its error, that of a redirect neither', () => {
  const requestHeaders = { authorization: 'Bearer sk-7f3a9c1e5b2d4f6a' }
  const more = { requestHeaders, requestUrl: 'https://first.example/?token=q9w8e7r6t5y4u3i2' }
  const msg = 'bad sk-7f3a9c1e5b2d4f6a and q9w8e7r6t5y4u3i2'
  const error = errorOf({ code: 'E', msg, field: 'sk-7f3a9c1e5b2d4f6a', errors: [{ why: msg }] }, more)
  expect(JSON.stringify(error)).not.toMatch(/sk-7f3a9c1e5b2d4f6a|q9w8e7r6t5y4u3i2/)
})
