import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import type { RawResponse } from './answer.ts'
import type { ApiError } from './api-error.ts'
import { createClassifier } from './classify.ts'
import type { ClassifierOptions } from './options.ts'
import { defineProvider, type Provider, type Words } from './provider.ts'
import { html, jsonp } from './readers.ts'
import { reasonOfStatus } from './reasons.ts'

const codes = { 1: 'throttled', 7: 'unavailable', 8: 'quota-exhausted', 9: 'ok', 'F.*': 'not-found' } as const
const shop = defineProvider({
  id: 'shop',
  docs: 'https://shop.example/docs',
  dialects: [{ name: 'api', code: 'code', message: 'msg', requestId: 'id', success: [0], codes }],
  status: { 418: 'abuse-blocked' },
  messages: [
    { match: 'too fast*', reason: 'throttled' },
    { match: /^no (money|credit)$/, reason: 'payment-required', when: 'status=4xx' },
  ],
})
const ofShop = createClassifier(shop)
const ofUnknown = createClassifier([])

function raw(status: number, body: unknown, headers: Record<string, string> = {}, method = 'GET'): RawResponse {
  return { url: 'https://shop.example/x?token=s', method, status, headers, body }
}

describe('code and status', () => {
  test.each([
    [200, { code: 0 }, undefined, undefined],
    [200, { code: 1 }, 'throttled', 'code'],
    [500, { code: 1 }, 'throttled', 'code'],
    [200, { code: 'F.x' }, 'not-found', 'code'],
    [200, { code: 9 }, undefined, undefined],
    [200, { code: 5 }, 'unknown', 'unmapped'],
    [404, { code: 5 }, 'not-found', 'status'],
    [418, { code: 5 }, 'abuse-blocked', 'status'],
    [420, { code: 5 }, 'throttled', 'status'],
    [461, { code: 5 }, 'action-required', 'status'],
    [403, { code: 0 }, 'permission-denied', 'status'],
    [403, { code: 9 }, 'permission-denied', 'status'],
    [200, { code: 5, msg: 'too fast, wait' }, 'throttled', 'message'],
    [400, { code: 5, msg: '  too fast  ' }, 'throttled', 'message'],
    [404, { code: 5, msg: 'too fast' }, 'not-found', 'status'],
    [400, { code: 5, msg: 'no credit' }, 'payment-required', 'message'],
    [200, { code: 5, msg: 'no credit' }, 'unknown', 'unmapped'],
    [429, { msg: 'too fast' }, 'throttled', 'message'],
    [400, { message: 'no money' }, 'payment-required', 'message'],
    [200, {}, undefined, undefined],
    [200, { message: 'too fast' }, undefined, undefined],
    [302, { code: 1 }, 'throttled', 'code'],
    [100, { code: 1 }, 'throttled', 'code'],
  ])('at %d, %j is %s by %s', (status, body, reason, by) => {
    for (const one of [body, JSON.stringify(body), new TextEncoder().encode(JSON.stringify(body))]) {
      const error = ofShop(raw(status, one))
      expect([error?.reason, error?.matchedBy.by]).toEqual([reason, by])
    }
  })

  test('every name of Object.prototype is an unknown code', () => {
    for (const code of Object.getOwnPropertyNames(Object.prototype))
      expect(ofShop(raw(200, JSON.stringify({ code }))), code).toMatchObject({
        reason: 'unknown',
        code,
        matchedBy: { by: 'unmapped' },
      })
  })

  test.each([204, 205, 304])('%d carries no content, whatever came', (status) => {
    expect(ofShop(raw(status, { code: 1 }))).toBeUndefined()
    expect(ofShop(raw(status, '{broken', { 'content-type': 'application/json' }))).toBeUndefined()
  })

  test('HEAD carries none either, but its status counts', () => {
    expect(ofShop(raw(200, { code: 1 }, {}, 'head'))).toBeUndefined()
    expect(ofShop(raw(404, undefined, {}, 'HEAD'))?.reason).toBe('not-found')
  })
})

describe('a success value under a failed status', () => {
  test.each([400, 403, 404, 500, 503])('of %d is an error by it, and keeps its words and ids', (status) => {
    for (const body of [
      { code: 0, msg: 'rejected by policy', id: 'r-1' },
      { code: 0, message: 'rejected by policy', id: 'r-1' },
    ])
      expect(ofShop(raw(status, body))).toMatchObject({
        reason: reasonOfStatus({ status, header: () => undefined }),
        matchedBy: { by: 'status' },
        providerMessage: 'rejected by policy',
        requestId: 'r-1',
      })
  })

  test('of a row that is ok keeps code, words and ids too', () => {
    expect(ofShop(raw(403, { code: 9, msg: 'words', id: 'r-2' }))).toMatchObject({
      reason: 'permission-denied',
      code: '9',
      providerMessage: 'words',
      requestId: 'r-2',
      matchedBy: { by: 'status', dialect: 'api' },
    })
  })

  test("of a dialect's own function likewise", () => {
    const own = defineProvider({
      id: 'own',
      dialects: [{ message: 'm', requestId: 'id', judge: () => 'success' as const }],
    })
    const classify = createClassifier(own)
    expect(classify(raw(500, { m: 'words', id: 'r-3' }))).toMatchObject({ providerMessage: 'words', requestId: 'r-3' })
    expect(classify(raw(200, { m: 'words' }))).toBeUndefined()
  })
})

describe('the status alone', () => {
  test('from 400 to 599 has its reason, below there is none', () => {
    for (let status = 100; status < 600; status++)
      expect(ofUnknown(raw(status, undefined))?.reason, String(status)).toBe(
        status < 400 ? undefined : reasonOfStatus({ status, header: () => undefined }),
      )
  })

  test.each([
    [0, undefined, undefined],
    [-1, undefined, undefined],
    [NaN, undefined, undefined],
    [999, 'internal', 999],
    [1000, 'internal', undefined],
    [Infinity, 'internal', undefined],
    [500.7, 'internal', 500],
  ])('%d is %s, shown as %s', (status, reason, shown) => {
    const error = ofUnknown(raw(status, undefined))
    expect([error?.reason, error?.status]).toEqual([reason, shown])
  })
})

describe('the words of an answer that nobody claims', () => {
  test.each<[unknown, string | undefined]>([
    [{ message: 'm', msg: 'n' }, 'm'],
    [{ error_description: 'd', error: 'two words' }, 'd'],
    [{ msg: 'n' }, 'n'],
    [{ error: 'two words' }, 'two words'],
    [{ detail: 'd' }, 'd'],
    [{ error: { message: 'inner' } }, 'inner'],
    [{ message: '', msg: 'n' }, 'n'],
    [{ message: 5, detail: { a: 1 } }, undefined],
    [Object.create({ message: 'inherited' }), undefined],
    [{}, undefined],
    ['plain words', 'plain words'],
    ['  ', undefined],
    ['<html>page</html>', undefined],
    [' <p>part', undefined],
    ['x'.repeat(513), undefined],
    ['x\uFFFDy', undefined],
    [undefined, undefined],
  ])('of %j are %j', (body, words) => {
    expect(ofUnknown(raw(500, body))?.providerMessage).toBe(words)
  })
})

describe('a malformed answer below 400', () => {
  const json = { 'content-type': 'application/json; charset=utf-8' }

  test.each(['{"a":', '<html>x</html>', '<!DOCTYPE html><p>', 'NaN', "{'a':1}", 'Service busy', '{"code":0'])(
    'is %j where JSON was promised',
    (body) => {
      expect(ofShop(raw(200, body, json))).toMatchObject({
        reason: 'malformed-response',
        retry: 'if-idempotent',
        status: 200,
        code: undefined,
      })
      expect(ofUnknown(raw(200, body, json))).toBeUndefined() // of an unknown host only 4xx and 5xx are errors
    },
  )

  test.each([
    'application/json',
    'APPLICATION/JSON',
    'application/problem+json',
    'text/json;x=y',
    'application/vnd.api.v2+json ; a',
  ])('is broken JSON as %s', (type) => {
    expect(ofShop(raw(200, '{', { 'content-type': type }))?.reason).toBe('malformed-response')
  })

  test.each([
    'text/html',
    'text/plain',
    'application/jsonp',
    'application/json-seq',
    'application/x-ndjson',
    'text/javascript',
    '',
    'json',
  ])('is not broken JSON as %s', (type) => {
    expect(ofShop(raw(200, '{', { 'content-type': type }))).toBeUndefined()
  })

  test.each(['', ' \n', undefined, 'null', '5', '"x"', '[]', '{}', '\uFEFF{"a":1}', '{"a":1}{"b":2}', ")]}'\n{}"])(
    'is not %j',
    (body) => {
      expect(ofShop(raw(200, body, json))).toBeUndefined()
    },
  )

  test('is not a part of a document, nor a body too long to be read', () => {
    expect(ofShop(raw(206, '{"a":', json))).toBeUndefined()
    expect(ofShop(raw(200, `{"a":"${'x'.repeat(1_100_000)}`, json))).toBeUndefined()
  })

  test('is a page where the dialect says that data is due, also when a reader can read it', () => {
    const due = defineProvider({
      id: 'due',
      hosts: ['shop.example'],
      dialects: [
        { name: 'data', paths: ['/x*'], code: 'code', readers: [html, jsonp], dataDue: true },
        {
          name: 'page',
          paths: ['/page'],
          readers: [html],
          code: { at: 'title', match: /^(验证码)/ },
          dataDue: true,
          codes: { 验证码: 'action-required' },
        },
      ],
    })
    const classify = createClassifier(due)
    expect(classify(raw(200, '<html><title>Busy</title></html>'))?.reason).toBe('malformed-response')
    expect(classify(raw(200, 'words'))?.reason).toBe('malformed-response')
    expect(classify(raw(200, 'cb({"a":1})'))).toBeUndefined()
    expect(classify(raw(200, ''))).toBeUndefined()
    const page = { ...raw(200, '<html><title>验证码</title></html>'), url: 'https://shop.example/page' }
    expect(classify(page)?.reason).toBe('action-required')
    expect(classify({ ...raw(200, '<html></html>'), url: 'https://shop.example/other' })).toBeUndefined()
  })
})

describe('message rules', () => {
  const ruled = createClassifier(
    defineProvider({
      id: 'ruled',
      dialects: [{ code: 'code', message: 'msg', success: [0] }],
      messages: [
        { match: /token/, reason: 'token-expired' },
        { match: 'busy*', reason: 'unavailable' },
        { match: 'quota*', reason: 'quota-exhausted' },
        { match: 'no such*', reason: 'not-found' },
        { match: 'forced*', reason: 'internal', when: 'status=404' },
      ],
    }),
  )

  test.each([
    [200, 'bad token', 'token-expired', 'message'],
    [400, 'bad token', 'token-expired', 'message'],
    [401, 'bad token', 'token-expired', 'message'],
    [500, 'bad token', 'token-expired', 'message'],
    [429, 'bad token', 'throttled', 'status'],
    [402, 'bad token', 'payment-required', 'status'],
    [404, 'bad token', 'not-found', 'status'],
    [429, 'busy now', 'unavailable', 'message'],
    [404, 'busy now', 'not-found', 'status'],
    [401, 'busy now', 'unauthenticated', 'status'],
    [415, 'busy now', 'unsupported', 'status'],
    [403, 'quota reached', 'quota-exhausted', 'message'],
    [500, 'quota reached', 'quota-exhausted', 'message'],
    [500, 'no such thing', 'internal', 'status'],
    [403, 'no such thing', 'not-found', 'message'],
    [401, 'no such thing', 'unauthenticated', 'status'],
    [404, 'forced', 'internal', 'message'],
  ])('at %d, %j is %s by %s: a status that says clearly what is wrong is not overruled', (status, msg, reason, by) => {
    const error = ruled(raw(status, { code: 5, msg }))
    expect([error?.reason, error?.matchedBy.by]).toEqual([reason, by])
  })
})

describe('a fallback', () => {
  const generic = defineProvider({
    id: 'generic',
    dialects: [
      { name: 'flag', code: 'errcode', message: 'words', success: { ok: [true] }, codes: { 5: 'not-found', 6: 'ok' } },
    ],
    messages: [{ match: 'token*', reason: 'token-invalid' }],
  })
  const other = { url: 'https://unknown.example/x' }
  const listed = defineProvider({ ...shop, hosts: ['shop.example'], sharedHosts: ['*.apps.shop.example'] })
  const at = (status: number, body: unknown, more: Partial<RawResponse> = {}): RawResponse => ({
    ...raw(status, body),
    ...more,
  })

  test('by status (the default) makes errors of 4xx and 5xx of unknown hosts, and reads no codes', () => {
    for (const fallback of [undefined, 'status'] as const) {
      const classify = createClassifier([listed], { fallback })
      expect(classify(at(200, { code: 1 }, other))).toBeUndefined()
      expect(classify(at(404, { code: 1 }, other))).toMatchObject({
        reason: 'not-found',
        provider: undefined,
        code: undefined,
      })
      expect(classify.failure({ kind: 'network' }, { ...other, method: 'GET' })?.reason).toBe('network')
    }
  })

  test('of a protocol is only what its provider speaks: by status nobody reads one', () => {
    const oauthLike = at(400, { error: 'invalid_grant', error_description: 'x' }, other)
    expect(createClassifier([])(oauthLike)).toMatchObject({ reason: 'invalid-parameter', matchedBy: { by: 'status' } })
  })

  test('false leaves answers and failures of unknown hosts untouched, and judges the known', () => {
    const classify = createClassifier([listed], { fallback: false })
    expect(classify(at(500, { code: 1 }, other))).toBeUndefined()
    expect(classify(at(200, '{broken', { ...other, headers: { 'content-type': 'application/json' } }))).toBeUndefined()
    expect(classify.failure({ kind: 'timeout' }, { ...other, method: 'GET' })).toBeUndefined()
    expect(classify(at(200, { code: 1 }))?.reason).toBe('throttled')
    expect(classify(at(500, {}))?.reason).toBe('internal')
    expect(classify.failure({ kind: 'timeout' }, { url: 'https://shop.example/', method: 'GET' })?.provider).toBe(
      'shop',
    )
  })

  test('that is a provider judges unknown hosts under its own name', () => {
    const classify = createClassifier([listed], { fallback: generic })
    expect(classify(at(200, { errcode: 5 }, other))).toMatchObject({ provider: 'generic', reason: 'not-found' })
    expect(classify(at(200, { ok: true, errcode: 5 }, other))).toBeUndefined()
    expect(classify(at(503, {}, other))).toMatchObject({ provider: 'generic', reason: 'unavailable' })
    expect(classify.failure({ kind: 'network' }, { ...other, method: 'GET' })?.provider).toBe('generic')
  })

  test('reads from 400 on what a known provider does not claim, and below 400 nothing', () => {
    const classify = createClassifier([listed], { fallback: generic })
    expect(classify(at(200, { errcode: 5 }))).toBeUndefined()
    expect(classify(at(400, { errcode: 5 }))).toMatchObject({
      provider: 'shop',
      reason: 'not-found',
      code: '5',
      matchedBy: { by: 'code', dialect: 'flag' },
    })
    expect(classify(at(400, { other: 1 }))).toMatchObject({ provider: 'shop', reason: 'invalid-parameter' })
  })

  test("reads below 400 too on hosts where a cloud's customers run their own APIs, and these are not the cloud's", () => {
    const classify = createClassifier([listed], { fallback: generic })
    const shared = { url: 'https://a.apps.shop.example/x' }
    for (const status of [200, 400])
      expect(classify(at(status, { errcode: 5 }, shared))).toMatchObject({ provider: 'generic', reason: 'not-found' })
    expect(classify(at(200, { code: 1 }, shared))).toMatchObject({ provider: 'shop', reason: 'throttled' })
    expect(classify(at(200, { hello: 1 }, shared))).toBeUndefined()
    expect(createClassifier([listed])(at(200, { errcode: 5 }, shared))).toBeUndefined()
  })

  test('of a bound provider reads at any status what that does not claim', () => {
    const classify = createClassifier(shop, { fallback: generic })
    for (const status of [200, 400])
      expect(classify(at(status, { errcode: 5 }))).toMatchObject({ provider: 'shop', reason: 'not-found', code: '5' })
    expect(classify(at(200, { errcode: 6 }))).toBeUndefined()
    expect(createClassifier(shop)(at(200, { errcode: 5 }))).toBeUndefined()
    expect(createClassifier(shop, { fallback: 'status' })(at(200, { errcode: 5 }))).toBeUndefined()
  })

  test('of a bound provider may be false: then only what that claims is an error', () => {
    const classify = createClassifier(shop, { fallback: false })
    expect(classify(at(500, { hello: 1 }))).toBeUndefined()
    expect(classify(at(500, { code: 5 }))?.reason).toBe('internal')
    expect(classify(at(200, { code: 1 }))?.reason).toBe('throttled')
  })

  test('never overrules a success verdict', () => {
    const strict = defineProvider({
      id: 'strict',
      dialects: [{ code: 'code', message: 'msg', codes: { 0: 'internal' } }],
    })
    for (const classify of [
      createClassifier(shop, { fallback: strict }),
      createClassifier([listed], { fallback: strict }),
    ])
      expect(classify(at(200, { code: 0, msg: 'token' }))).toBeUndefined()
  })

  test('lends its message rules to codes that the others’ tables do not know', () => {
    const unknown: unknown[] = []
    const classify = createClassifier([listed], {
      fallback: generic,
      onUnknownCode: ({ code }) => unknown.push(code) as never,
    })
    expect(classify(at(200, { code: 5, msg: 'token is wrong' }))).toMatchObject({
      provider: 'shop',
      reason: 'token-invalid',
      code: '5',
      matchedBy: { by: 'message', dialect: 'api' },
    })
    expect(classify(at(200, { code: 5, msg: 'too fast, token' }))?.reason).toBe('throttled')
    expect(classify(at(200, { code: 1, msg: 'token is wrong' }))?.reason).toBe('throttled')
    expect(classify(at(429, { code: 5, msg: 'token is wrong' }))?.reason).toBe('throttled')
    expect(classify(at(200, { code: 5, msg: 'else' }))?.reason).toBe('unknown')
    expect(unknown).toEqual(['5', '5', '5', '5'])
  })
})

describe('words', () => {
  const said: unknown[] = []
  /** Says of a message `<reason> <confidence>` what it says. */
  const model: Words = {
    read(text) {
      said.push(text)
      const [reason, confidence] = (text.message ?? '').split(' ')
      return confidence === undefined ? undefined : { reason: reason as 'ok', confidence: Number(confidence) }
    },
  }
  const flagged = defineProvider({
    id: 'flagged',
    dialects: [{ code: 'code', message: 'msg', success: { ok: [true] }, codes: { 1: 'throttled' } }],
    messages: [{ match: 'token-expired 0.99', reason: 'token-revoked' }],
  })
  const judge = (
    body: object,
    status = 200,
    options: ClassifierOptions = { words: model },
    by: Provider = flagged,
  ): ApiError | undefined => createClassifier(by, options)(raw(status, body))

  test('read what no table and no rule knows', () => {
    said.length = 0
    expect(judge({ code: 5, msg: 'not-found 0.9' })).toMatchObject({
      reason: 'not-found',
      code: '5',
      matchedBy: { by: 'words', confidence: 0.9 },
    })
    expect(said).toEqual([{ message: 'not-found 0.9', code: '5', status: 200 }])
    expect(judge({ code: 1, msg: 'not-found 0.9' })).toMatchObject({ reason: 'throttled', matchedBy: { by: 'code' } })
    expect(judge({ code: 5, msg: 'token-expired 0.99' })).toMatchObject({
      reason: 'token-revoked',
      matchedBy: { by: 'message' },
    })
    expect(said).toHaveLength(1)
  })

  test('are told to onUnknownCode all the same', () => {
    const unknown: unknown[] = []
    judge({ code: 5, msg: 'not-found 0.9' }, 200, {
      words: model,
      onUnknownCode: ({ code }) => void unknown.push(code),
    })
    expect(unknown).toEqual(['5'])
  })

  test('decide below 400 only beside an explicit false flag or an unmapped code', () => {
    expect(judge({ ok: false, msg: 'not-found 0.9' })).toMatchObject({
      reason: 'not-found',
      matchedBy: { by: 'words' },
    })
    expect(judge({ msg: 'not-found 0.9' })).toBeUndefined()
    expect(judge({ message: 'not-found 0.9' })).toBeUndefined()
    expect(judge({ ok: true, code: 5, msg: 'not-found 0.9' })).toBeUndefined()
  })

  test('are silent below a confidence: 0.85 for one provider, 0.6 for a list, or the one that is given', () => {
    const listed: Provider[] = [{ ...flagged, hosts: ['shop.example'] }]
    const body = (confidence: number): object => ({ code: 5, msg: `not-found ${confidence}` })
    expect(judge(body(0.84))).toMatchObject({ reason: 'unknown', matchedBy: { by: 'unmapped' } })
    expect(judge(body(0.85))?.reason).toBe('not-found')
    const ofList = createClassifier(listed, { words: model })
    expect(ofList(raw(200, body(0.59)))?.reason).toBe('unknown')
    expect(ofList(raw(200, body(0.6)))?.reason).toBe('not-found')
    const words = { model, atLeast: 0.95 }
    expect(judge(body(0.94), 200, { words })?.reason).toBe('unknown')
    expect(judge(body(0.95), 200, { words })?.reason).toBe('not-found')
  })

  test('read a code without a message, and nothing where there is neither', () => {
    const ofCodes: Words = {
      read: ({ code }) => (code === 'USER_NOT_FOUND' ? { reason: 'not-found', confidence: 1 } : undefined),
    }
    expect(judge({ code: 'USER_NOT_FOUND' }, 200, { words: ofCodes })?.reason).toBe('not-found')
    said.length = 0
    expect(judge({ ok: false })?.reason).toBe('unknown')
    expect(judge({}, 500)?.reason).toBe('internal')
    expect(said).toEqual([])
  })

  test('never make a success of an error', () => {
    expect(judge({ code: 5, msg: 'ok 1' })).toMatchObject({ reason: 'unknown', matchedBy: { by: 'unmapped' } })
  })

  test('read unknown hosts from 400 on, where nobody else does', () => {
    const classify = createClassifier([], { words: model })
    expect(classify(raw(400, { message: 'payment-required 0.9' }))?.reason).toBe('payment-required')
    expect(classify(raw(200, { message: 'payment-required 0.9' }))).toBeUndefined()
  })

  test('of a provider or a fallback stand in where none are given', () => {
    const speaking = { ...flagged, words: model } as Provider
    expect(judge({ code: 5, msg: 'not-found 0.7' }, 200, {}, speaking)?.matchedBy.by).toBe('words')
    expect(judge({ code: 5, msg: 'not-found 0.9' }, 200, { fallback: speaking })?.matchedBy.by).toBe('words')
    expect(judge({ code: 5, msg: 'not-found 0.7' }, 200, { fallback: speaking })?.matchedBy.by).toBe('unmapped')
    const none: Words = { read: () => undefined }
    expect(judge({ code: 5, msg: 'not-found 0.9' }, 200, { words: none }, speaking)?.matchedBy.by).toBe('unmapped')
  })

  test.each([
    null,
    5,
    {},
    { reason: 'not-found' },
    { reason: 'fast', confidence: 1 },
    { reason: 'toString', confidence: 1 },
    Promise.resolve(),
  ])('that say nonsense decide nothing: %o', (nonsense) => {
    const odd: Words = { read: () => nonsense as never }
    expect(judge({ code: 5, msg: 'x' }, 404, { words: odd, onDefect: () => undefined })).toMatchObject({
      reason: 'not-found',
      code: '5',
      matchedBy: { by: 'status' },
    })
  })

  test('that throw are told to onDefect, and decide nothing', () => {
    const defects: unknown[] = []
    const broken: Words = {
      read() {
        throw new Error('model')
      },
    }
    const error = judge({ code: 5, msg: 'x' }, 404, { words: broken, onDefect: ({ at }) => void defects.push(at) })
    expect(error?.reason).toBe('not-found')
    expect(defects).toEqual(['flagged words'])
  })
})

describe("a customer's API on a provider's host", () => {
  const answers = defineProvider({
    ...shop,
    hosts: ['shop.example'],
    sharedHosts: ['*.apps.shop.example'],
    dialects: [
      { name: 'api', code: 'code', message: 'msg', success: { $status: [200] }, codes },
      { name: 'rest', code: 'error', message: 'msg', codes },
    ],
  })
  const flags = defineProvider({
    id: 'flags',
    dialects: [{ name: 'flag', code: 'errcode', message: 'msg', success: { ok: [true] }, codes: { 5: 'not-found' } }],
  })
  const classify = createClassifier([answers], { fallback: flags })
  const at = (status: number, body: object): ApiError | undefined =>
    classify({ ...raw(status, body), url: 'https://a.apps.shop.example/x' })

  test("is not told by the provider's success, nor by its status", () => {
    expect(at(200, { ok: false, errcode: 5 })).toMatchObject({ reason: 'not-found', matchedBy: { dialect: 'flag' } })
    expect(at(200, { ok: true, errcode: 5 })).toBeUndefined()
    expect(at(403, { ok: false, errcode: 5, code: 77 })?.reason).toBe('not-found')
    expect(classify({ ...raw(200, { ok: false, errcode: 5 }), url: 'https://shop.example/x' })).toBeUndefined()
  })

  test('is told by a code that the provider knows', () => {
    expect(at(403, { ok: false, errcode: 5, code: 1 })).toMatchObject({ provider: 'shop', reason: 'throttled' })
  })
})

describe('words beside a status', () => {
  const sure: Words = { read: () => ({ reason: 'throttled', confidence: 0.99 }), wait: () => 7000 }
  test('that says the same leave it to the status, so that it may be repeated', () => {
    const classify = createClassifier(shop, { words: sure })
    expect(classify(raw(429, { code: 5, msg: 'x' }, {}, 'POST'))).toMatchObject({
      reason: 'throttled',
      retry: 'after-wait',
      matchedBy: { by: 'status' },
    })
    expect(classify(raw(400, { code: 5, msg: 'x' }, {}, 'POST'))).toMatchObject({
      retry: 'if-idempotent',
      matchedBy: { by: 'words' },
    })
  })

  test('of the fallback tell the wait where the classifier has none of its own', () => {
    const fallback = defineProvider({ id: 'other', dialects: [{ code: 'never' }], words: sure })
    expect(createClassifier(shop, { fallback })(raw(429, { code: 5, msg: 'x' }))?.retryAfterMs).toBe(7000)
    expect(createClassifier(shop)(raw(429, { code: 5, msg: 'x' }))?.retryAfterMs).toBeUndefined()
  })
})

describe('a dialect of a function that misbehaves', () => {
  const thrower = (): never => {
    throw new Error('judge')
  }
  test.each<[string, () => unknown]>([
    ['throws', thrower],
    [
      'throws nothing',
      () => {
        throw undefined
      },
    ],
    ['is asynchronous', () => Promise.resolve({ code: '1' })],
    ['rejects', () => Promise.reject(new Error('later'))],
    ['rejects in another realm', () => runInNewContext('Promise.reject(new Error("later"))') as unknown],
    ['never settles', () => new Promise(() => undefined)],
    ['gives null', () => null],
    ['gives a number', () => 5],
    ['gives another word', () => 'error'],
    ['gives a thenable', () => ({ then: () => undefined })],
    ['gives a number as a code', () => ({ code: 5 })],
    ['gives a record as a message', () => ({ message: {} })],
    ['gives issues that are no list', () => ({ issues: 5 })],
    ['gives codes that are no list', () => ({ codes: 'x' })],
    [
      'gives a getter that throws',
      () => ({
        get code() {
          return thrower()
        },
      }),
    ],
  ])('and %s is told to onDefect, and the status decides', async (_name, judge) => {
    const defects: unknown[] = []
    const odd = defineProvider({ id: 'odd', dialects: [{ name: 'odd', judge: judge as () => undefined }] })
    const classify = createClassifier(odd, { onDefect: (defect) => void defects.push(defect) })
    expect(classify(raw(200, { a: 1 }))).toBeUndefined()
    expect(classify(raw(429, { a: 1 }))?.reason).toBe('throttled')
    await new Promise((resolve) => setImmediate(resolve))
    expect(defects.length).toBeGreaterThanOrEqual(2)
  })

  test('is followed by the dialects after it, and the defect says which it was', () => {
    const defects: unknown[] = []
    const odd = defineProvider({
      id: 'odd',
      dialects: [
        { name: 'bad', judge: thrower },
        { name: 'good', code: 'code', codes },
      ],
    })
    const classify = createClassifier(odd, { onDefect: (one) => void defects.push(one) })
    expect(classify(raw(200, { code: 1 }))).toMatchObject({ reason: 'throttled', matchedBy: { dialect: 'good' } })
    expect(defects).toMatchObject([{ at: 'odd bad', error: { message: 'judge' } }])
  })

  test('and gives odd codes or issues among good ones does no harm', () => {
    const judge = (): object => ({
      code: 'x',
      codes: [5, null, '1'],
      issues: [null, 5, { message: {} }, { message: 'm' }],
    })
    const odd = defineProvider({
      id: 'odd',
      dialects: [{ name: 'odd', codes, judge: judge as unknown as () => undefined }],
    })
    const error = createClassifier(odd)(raw(200, {}))
    expect(error).toMatchObject({ reason: 'throttled', code: 'x', matchedBy: { row: { code: '1' } } })
    expect(error?.issues).toEqual([{}, { message: 'm' }])
  })
})
