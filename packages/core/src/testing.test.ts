import { describe, expect, test } from 'vitest'
import { isApiError } from './api-error.ts'
import { createClassifier } from './classify.ts'
import type { Dialect } from './dialect.ts'
import { defineProvider, type Provider, withCodes } from './provider.ts'
import { html, xmlTags } from './readers.ts'
import { reasons, traits } from './reasons.ts'
import { textsOf } from './codes.ts'
import { fakeApiError, fakeEvent, fakeResponse, type FakeResponseOptions, fakeSuccess } from './testing.ts'

describe('a fake ApiError', () => {
  test.each(reasons)('of %s alone has the rest by it', (reason) => {
    const [category, status, recovery, retry = 'never'] = traits[reason]
    const error = fakeApiError({ reason })
    expect(isApiError(error)).toBe(true)
    expect(error).toMatchObject({
      category,
      reason,
      status: reason === 'network' ? undefined : status,
      retry,
      recovery,
      isRetryable: retry === 'after-wait' || retry === 'if-idempotent',
      issues: [],
      matchedBy: { by: reason === 'network' ? 'transport' : 'status' },
      request: { method: 'GET', url: 'https://api.example.com/', idempotent: true },
      delivered: false,
    })
  })

  test('takes every field', () => {
    const request = { method: 'POST', url: undefined, idempotent: false }
    const given = {
      reason: 'internal',
      retry: 'if-idempotent',
      provider: 'shop',
      code: '5',
      outerCode: '1',
      status: 200,
      retryAfterMs: 5,
      requestId: 'r',
      param: 'p',
      issues: [{ param: 'p' }],
      providerMessage: 'm',
      docUrl: 'https://d.example/',
      matchedBy: { by: 'protocol' },
      request,
      delivered: true,
    } as const
    expect(fakeApiError(given)).toMatchObject({
      ...given,
      isRetryable: false,
      message: 'shop 5: internal (HTTP 200): m',
    })
    expect(fakeApiError({ ...given, isRetryable: true }).isRetryable).toBe(true)
    expect(fakeApiError({ reason: 'internal', code: '5' }).matchedBy).toEqual({ by: 'code' })
  })

  test('has a stack that begins at the test', () => {
    expect(fakeApiError({ reason: 'internal' }).stack?.split('\n')[1]).toContain('testing.test.ts')
  })

  test.each([
    [{ reason: 'fast' }, '`reason` must be a reason, got "fast"'],
    [{}, '`reason` must be a reason, got undefined'],
    [undefined, '`options` must be an object, got undefined'],
    [
      { reason: 'throttled', retryAfter: 5 },
      '`retryAfter` is not an option; expected one of reason, retry, isRetryable, provider, code, outerCode, status, retryAfterMs, requestId, param, issues, providerMessage, docUrl, matchedBy, request, delivered',
    ],
    [{ reason: 'throttled', category: 'auth' }, undefined],
    [{ reason: '__proto__' }, '`reason` must be a reason, got "__proto__"'],
    [{ reason: 'throttled', status: '429' }, '`status` must be a number, got "429"'],
  ])('of %j is refused: %s', (options, message) => {
    const make = (): unknown => fakeApiError(options as never)
    if (message === undefined) expect(make).toThrow(/^`category` is not an option/)
    else expect(make).toThrow(new TypeError(message))
  })
})

describe('a fake answer', () => {
  const codes = {
    '-101': 'unauthenticated',
    'E.x': 'not-found',
    'F.*': 'throttled',
    5: 'ok',
    验证码: 'action-required',
  } as const

  const shapes: [string, Dialect][] = [
    ['a plain place', { code: 'code', success: [0] }],
    ['a nested place', { code: 'error.0.code' }],
    ['a wrapper', { code: ['*_response.sub_code', '*_response.code'] }],
    ['a header', { code: '@x-code' }],
    ['a code before a comma', { code: { at: 'msg', match: /^([^,]+),/ } }],
    ['a code in brackets', { code: { at: 'msg', match: /\[(.+)\]/ } }],
    ['a code as the text', { code: { at: '$text', match: /^(.+)$/ } }],
    ['states of failure', { code: 'code', success: { ok: [true], 'a.b': [0] } }],
    ['a required record', { code: 'code', requires: { kind: ['error'] } }],
    ['required places', { code: 'code', requires: ['id', '@x-flag'] }],
    ['a required status', { code: 'code', requires: { $status: [503] } }],
    ['XML', { code: 'Error.Code', readers: [xmlTags] }],
    ['a page', { code: 'title', readers: [html] }],
  ]

  for (const [name, dialect] of shapes)
    test.each(['-101', 'E.x', 'F.anything', '验证码'])(`in the shape of ${name} carries %s`, (code) => {
      const shop: Provider = defineProvider({ id: 'shop', dialects: [{ ...dialect, codes }] })
      const { status, headers, body } = fakeResponse(shop, code)
      expect(typeof body).toBe('string')
      const url = 'https://anywhere.example/'
      expect(createClassifier(shop)({ url, method: 'GET', status, headers, body })).toMatchObject({
        provider: 'shop',
        code,
      })
    })

  const shop = defineProvider({ id: 'shop', dialects: [{ code: 'code', success: [0], codes }] })

  test.each(['nope', '5', '__proto__', 'constructor', 'F', ''])(
    'of the code %j, which is no error of the provider, is refused',
    (code) => {
      expect(() => fakeResponse(shop as Provider, code)).toThrow(
        new TypeError(`\`code\` must be a code of shop, got "${code}"`),
      )
    },
  )

  test('of a code with conditions meets them', () => {
    const table =
      'code\treason\twhen\n1\tthrottled\tstatus=429\n2\tinternal\tpath=/pay/*\n3\tnot-found\thas=data.x message=no *'
    const conditional = defineProvider({
      id: 'conditional',
      hosts: ['api.shop.example'],
      dialects: [{ name: 'api', code: 'code', message: 'msg', success: [0], codes: table }],
    })
    for (const [code, reason, path] of [
      ['1', 'throttled', ''],
      ['2', 'internal', 'pay/x'],
      ['3', 'not-found', ''],
    ] as const) {
      const { status, headers, body } = fakeResponse(conditional as Provider, code)
      const url = `https://api.example.com/${path}`
      expect(createClassifier(conditional)({ url, method: 'GET', status, headers, body }), code).toMatchObject({
        reason,
        code,
      })
    }
  })

  test("follows the user's own reading of a code, of new codes too", () => {
    const own = withCodes(shop, { 86101: 'authorization-pending', '-101': 'token-expired' })
    for (const [code, reason] of [
      ['86101', 'authorization-pending'],
      ['-101', 'token-expired'],
    ] as const) {
      const { status, headers, body } = fakeResponse(own, code)
      expect(createClassifier(own)({ url: undefined, method: 'GET', status, headers, body })).toMatchObject({
        reason,
        code,
      })
    }
    expect(() => fakeResponse(withCodes(shop, { 7: 'ok' }), '7')).toThrow(/^`code` must be a code of shop/)
  })

  test('of a shape that cannot carry the code alone is refused', () => {
    const rigid = defineProvider({
      id: 'rigid',
      dialects: [{ code: { at: 'a', match: /^x(\d)y(?=z)/ }, codes: { long: 'internal' } }],
    })
    expect(() => fakeResponse(rigid, 'long')).toThrow(
      /^`code` must be one that an answer of rigid can carry, got "long"$/,
    )
  })

  test('of a dialect that only a function judges is refused', () => {
    const own = defineProvider({ id: 'own', dialects: [{ judge: () => undefined, codes: { 1: 'internal' } }] })
    expect(() => fakeResponse(own, '1')).toThrow(/can carry, got/)
  })

  test.each([undefined, null, { id: 'x' }, 'shop'])('of what is no provider is refused: %j', (provider) => {
    expect(() => fakeResponse(provider as never, '1')).toThrow(/^`provider` must be made by `defineProvider`, got /)
  })
})

describe('what an answer tells beside its code', () => {
  const table = 'code\treason\twhen\n1\tthrottled\t\n1\tinternal\tstatus=500\n2\tinternal\tpath=/pay/*'
  const api = { name: 'api', code: 'error.code', message: 'error.message', codes: table } as const
  const shop = defineProvider({
    id: 'shop',
    hosts: ['shop.example'],
    dialects: [
      { ...api, requestId: '@x-shop-id', wait: { at: 'error.wait', unit: 'ms' } },
      { ...api, name: 'partners', code: 'fault', hosts: ['partners.shop.example'], message: undefined },
    ],
  })
  const classify = createClassifier(shop)
  const body = (options: FakeResponseOptions): unknown => JSON.parse(fakeResponse(shop, '1', options).body)

  test('is a message: the given one, else that of the texts, else that of the reason', () => {
    const tsv = 'code\treason\tzh\ten\n1\tthrottled\t请求过于频繁\tslow down'
    expect(body({ message: 'no' })).toEqual({ error: { code: 1, message: 'no' } })
    expect(body({ texts: textsOf(tsv, 'zh', 'shop', 'api') })).toEqual({ error: { code: 1, message: '请求过于频繁' } })
    expect(body({})).toEqual({ error: { code: 1, message: 'Too many requests: try again later' } })
    expect(fakeResponse(shop, '1', {}).body).toBe('{"error":{"code":1,"message":"Too many requests: try again later"}}')
  })

  test('is a request id, where the provider has it or in the header that all are asked for', () => {
    expect(fakeResponse(shop, '1').headers['x-shop-id']).toBe('fake-request-id')
    expect(classify({ method: 'GET', ...fakeResponse(shop, '1', { requestId: 'r-1' }) })?.requestId).toBe('r-1')
    const partners = fakeResponse(shop, '1', { dialect: 'partners', requestId: 'r-2' })
    expect(partners.headers).toMatchObject({ 'x-request-id': 'r-2' })
    expect(fakeResponse(shop, '1', { dialect: 'partners' }).headers).not.toHaveProperty('x-request-id')
  })

  test('is a wait, where the provider has it or in Retry-After', () => {
    expect(body({ retryAfterMs: 1500 })).toMatchObject({ error: { wait: 1500 } })
    for (const dialect of ['api', 'partners'])
      for (const retryAfterMs of [0, 50, 1500, 86_400_000]) {
        const answer = fakeResponse(shop, '1', { dialect, retryAfterMs })
        const told = classify({ method: 'GET', ...answer })?.retryAfterMs
        expect(told, `${dialect} ${retryAfterMs}`).toBe(dialect === 'api' ? retryAfterMs : told)
        expect(Math.abs((told ?? NaN) - retryAfterMs)).toBeLessThan(1000)
      }
    expect(fakeResponse(shop, '1', { dialect: 'partners', retryAfterMs: 1500 }).headers['retry-after']).toBe('2')
  })

  test.each([
    ['ms', '@x-wait', undefined],
    ['s', 'wait', undefined],
    ['epoch-ms', 'wait', undefined],
    ['epoch-s', '@x-wait', '@x-left'],
    ['duration', '@x-wait', 'left'],
    ['date', '@x-wait', undefined],
    ['s', { at: 'message', match: /\btry again in (\d{1,9}) seconds?\b/ }, undefined],
  ] as const)('is a wait told in %s at %j', (unit, at, spent) => {
    const dialect: Dialect = { code: 'code', message: 'message', wait: { at, unit, spent }, codes: { E1: 'throttled' } }
    const one: Provider = defineProvider({ id: 'one', dialects: [dialect] })
    const answer = fakeResponse(one, 'E1', { retryAfterMs: 5000 })
    expect(answer.headers).not.toHaveProperty('retry-after')
    const told = createClassifier(one)({ method: 'GET', ...answer })?.retryAfterMs
    expect(Math.abs((told ?? NaN) - 5000)).toBeLessThan(1000)
  })

  test('is a status: the given one, else that of the reason where only errors have a code', () => {
    expect(fakeResponse(shop, '1').status).toBe(429)
    expect(fakeResponse(shop, '1', { status: 418 }).status).toBe(418)
    const always200 = defineProvider({ id: 'a', dialects: [{ code: 'c', success: [0], codes: { 1: 'throttled' } }] })
    expect(fakeResponse(always200, '1').status).toBe(200)
    const repeating = defineProvider({ id: 'r', dialects: [{ code: 'c', codes: { 504: 'unavailable' } }] })
    expect(fakeResponse(repeating, '504').status).toBe(504)
  })

  test('may be asked for a row and a dialect', () => {
    expect(fakeResponse(shop, '1', { when: 'status=500' }).status).toBe(500)
    expect(JSON.parse(fakeResponse(shop, '1', { dialect: 'partners' }).body)).toEqual({ fault: 1 })
    expect(() => fakeResponse(shop, '1', { when: 'status=4xx' })).toThrow(
      new TypeError('`when` must be a condition of 1: "" or "status=500", got "status=4xx"'),
    )
    expect(() => fakeResponse(shop, '1', { dialect: 'old' })).toThrow(
      new TypeError('`dialect` must be one of api, partners, got "old"'),
    )
  })

  test('depends on where it is asked for', () => {
    expect(JSON.parse(fakeResponse(shop, '1', { url: 'https://partners.shop.example/x' }).body)).toHaveProperty('error')
    expect(fakeResponse(shop, '2', { url: 'https://shop.example/pay/1' }).url).toBe('https://shop.example/pay/1')
    expect(() => fakeResponse(shop, '2', { url: 'https://shop.example/orders' })).toThrow(
      new TypeError(
        '`code` must be one that an answer of shop at https://shop.example/orders can carry, got "2"; it counts at https://shop.example/pay/x',
      ),
    )
  })

  test.each([
    [{ retryAfterMs: -1 }, '`retryAfterMs` must be milliseconds from 0 to 86400000, got -1'],
    [{ status: 42 }, '`status` must be an HTTP status from 200 to 599 that has a body, got 42'],
    [{ status: 204 }, '`status` must be an HTTP status from 200 to 599 that has a body, got 204'],
    [{ message: 5 }, '`message` must be a string, got 5'],
    [
      { wait: 5 },
      '`wait` is not an option; expected one of url, dialect, when, status, message, texts, retryAfterMs, requestId',
    ],
  ])('is refused: %j', (options, message) => {
    expect(() => fakeResponse(shop, '1', options as never)).toThrow(new TypeError(message))
  })

  test('of a code that nobody knows is refused, with the one that may be meant', () => {
    const codes = { RATE_LIMITED: 'throttled', INTERNAL: 'internal' } as const
    const other: Provider = defineProvider({ id: 'other', dialects: [{ code: 'code', codes }] })
    expect(() => fakeResponse(other, 'RATE_LIMITD')).toThrow(
      new TypeError('`code` must be a code of other, got "RATE_LIMITD"; did you mean "RATE_LIMITED"?'),
    )
  })
})

describe('an event of a stream', () => {
  const codes = { busy: 'unavailable' } as const

  test.each([
    [{ code: 'error.type', requires: { type: ['error'] }, codes }, 'error', { error: { type: 'busy' }, type: 'error' }],
    [{ code: 'error.code', codes }, '', { error: { code: 'busy' } }],
  ] as const)('tells an error in the shape of %j', (dialect, event, data) => {
    const model = defineProvider({ id: 'model', dialects: [dialect] })
    const found = fakeEvent(model, 'busy')
    expect({ ...found, data: JSON.parse(found.data) as unknown }).toEqual({ event, data })
    const headers = { 'content-type': 'text/event-stream' }
    const raw = { url: undefined, method: 'POST', status: 200, headers, body: found.data, event: found.event }
    expect(createClassifier(model)(raw)).toMatchObject({ code: 'busy', reason: 'unavailable' })
  })

  test('is refused where only a text has the code', () => {
    const dialect: Dialect = { code: { at: '$text', match: /^(\w+)$/ }, codes }
    const model: Provider = defineProvider({ id: 'model', dialects: [dialect] })
    expect(() => fakeEvent(model, 'busy')).toThrow(/^`code` must be one that an answer of model can carry, got "busy"$/)
  })
})

describe('a success', () => {
  test.each([
    [
      { code: 'code', message: 'msg', success: [0] },
      { code: 0, msg: 'ok' },
    ],
    [{ code: 'error', message: 'error', success: { ok: [true] } }, { ok: true }],
    [{ code: '*_response.code', success: ['10000'] }, { example_response: { code: '10000' } }],
    [{ code: 'error.code' }, {}],
    [
      { code: 'code', success: [0], requires: 'id' },
      { code: 0, id: 'x' },
    ],
  ] as const)('in the shape of %j is %j', (dialect, body) => {
    const shop = defineProvider({ id: 'shop', dialects: [{ ...dialect, codes: { 1: 'internal' } }] })
    const answer = fakeSuccess(shop, { url: 'https://any.example/' })
    expect(JSON.parse(answer.body)).toEqual(body)
    expect(answer).toMatchObject({ status: 200, url: 'https://any.example/' })
    expect(createClassifier(shop)({ method: 'GET', ...answer })).toBeUndefined()
  })

  test('that no answer of the shape is, is refused', () => {
    const dialect: Dialect = { judge: () => ({ code: '1' }), codes: { 1: 'internal' } }
    expect(() => fakeSuccess(defineProvider({ id: 'no', dialects: [dialect] }))).toThrow(
      /^`url` must be one where no has a success without data, got "https:\/\/api.example.com\/"$/,
    )
  })
})
