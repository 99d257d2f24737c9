import { describe, expect, test } from 'vitest'
import { isApiError } from './api-error.ts'
import { createClassifier } from './classify.ts'
import type { Dialect } from './dialect.ts'
import { defineProvider, type Provider, withCodes } from './provider.ts'
import { html, xmlTags } from './readers.ts'
import { reasons, traits } from './reasons.ts'
import { fakeApiError, fakeResponse } from './testing.ts'

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
      /^`code` must be one that an answer of rigid can carry alone, got "long"$/,
    )
  })

  test('of a dialect that only a function judges is refused', () => {
    const own = defineProvider({ id: 'own', dialects: [{ judge: () => undefined, codes: { 1: 'internal' } }] })
    expect(() => fakeResponse(own, '1')).toThrow(/can carry alone/)
  })

  test.each([undefined, null, { id: 'x' }, 'shop'])('of what is no provider is refused: %j', (provider) => {
    expect(() => fakeResponse(provider as never, '1')).toThrow(/^`provider` must be made by `defineProvider`, got /)
  })
})
