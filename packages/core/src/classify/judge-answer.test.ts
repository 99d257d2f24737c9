import { describe, expect, test } from 'vitest'
import { defineProvider } from '../provider/define-provider.ts'
import { envelope } from '../provider/envelope.ts'
import { html } from '../reading/html.ts'
import { jsonp } from '../reading/jsonp.ts'
import type { RawResponse } from '../reading/raw-response.ts'
import { statusReason } from '../taxonomy/status-reason.ts'
import { createClassifier } from './create-classifier.ts'

const codes = { 1: 'throttled', 7: 'unavailable', 8: 'quota-exhausted', 9: 'ok', 'F.*': 'not-found' } as const
const shop = defineProvider({
  id: 'shop',
  docs: 'https://shop.example/docs',
  dialects: [envelope({ name: 'api', code: 'code', message: 'msg', success: [0], codes })],
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
    [403, { code: 0 }, 'permission-denied', 'status'],
    [403, { code: 9 }, 'permission-denied', 'status'],
    [200, { code: 5, msg: 'too fast, wait' }, 'throttled', 'message'],
    [404, { code: 5, msg: '  too fast  ' }, 'throttled', 'message'],
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

describe('the status alone', () => {
  test('every status from 400 to 599 has its reason, below there is none', () => {
    for (let status = 100; status < 600; status++)
      expect(ofUnknown(raw(status, undefined))?.reason, String(status)).toBe(
        status < 400 ? undefined : statusReason(status),
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
  ])('the status %d is %s, shown as %s', (status, reason, shown) => {
    const error = ofUnknown(raw(status, undefined))
    expect([error?.reason, error?.status]).toEqual([reason, shown])
  })

  test.each([
    [401, { 'www-authenticate': 'Bearer error="invalid_token"' }, 'token-invalid'],
    [401, { 'www-authenticate': 'Bearer realm="x", error=invalid_token, error_description="y"' }, 'token-invalid'],
    [401, { 'www-authenticate': 'Bearer error="invalid_request"' }, 'unauthenticated'],
    [401, { 'www-authenticate': 'Basic realm="invalid_token"' }, 'unauthenticated'],
    [403, { 'retry-after': '5' }, 'throttled'],
    [503, { 'retry-after': '5' }, 'throttled'],
    [413, { 'retry-after': '5' }, 'throttled'],
    [403, { 'x-ratelimit-remaining': '0' }, 'throttled'],
    [403, { 'ratelimit-remaining': ' 0 ' }, 'throttled'],
    [503, { 'X-Rate-Limit-Remaining': '0' }, 'throttled'],
    [403, { ratelimit: '"default";r=0;t=12' }, 'throttled'],
    [503, { ratelimit: 'limit=10, remaining=0, reset=12' }, 'throttled'],
    [403, { 'x-ratelimit-remaining': '5' }, 'permission-denied'],
    [403, { ratelimit: '"default";r=5;t=12' }, 'permission-denied'],
    [413, { 'x-ratelimit-remaining': '0' }, 'out-of-range'],
    [404, { 'retry-after': '5' }, 'not-found'],
    [502, { 'retry-after': '5' }, 'unavailable'],
  ])('%d with %j is %s', (status, headers, reason) => {
    expect(ofUnknown(raw(status, undefined, headers as Record<string, string>))?.reason).toBe(reason)
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
        envelope({ name: 'data', paths: ['/x*'], code: 'code', readers: [html, jsonp], dataDue: true }),
        envelope({
          name: 'page',
          paths: ['/page'],
          readers: [html],
          code: { at: 'title', match: /^(验证码)/ },
          dataDue: true,
          codes: { 验证码: 'action-required' },
        }),
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

test('a fallback’s message rules read the messages of codes that the others’ tables do not know', () => {
  const words = defineProvider({ id: 'words', dialects: [], messages: [{ match: 'token*', reason: 'token-invalid' }] })
  const unknown: string[] = []
  const onUnknownCode = ({ code }: { code: string | undefined }): unknown => unknown.push(code ?? '')
  const classify = createClassifier([{ ...shop, hosts: ['shop.example'] }], { fallback: words, onUnknownCode })
  const error = classify(raw(200, { code: 5, msg: 'token is wrong' }))
  expect(error).toMatchObject({ provider: 'shop', reason: 'token-invalid', code: '5', matchedBy: { by: 'message' } })
  expect(classify(raw(200, { code: 5, msg: 'too fast, token' }))?.reason).toBe('throttled')
  expect(classify(raw(200, { code: 1, msg: 'token is wrong' }))?.reason).toBe('throttled')
  expect(classify(raw(200, { code: 5, msg: 'else' }))?.reason).toBe('unknown')
  expect(unknown).toEqual(['5', '5', '5'])
})
