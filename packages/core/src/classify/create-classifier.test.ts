import { describe, expect, test } from 'vitest'
import { originOf } from '../error/origin-of.ts'
import { defineProvider } from '../provider/define-provider.ts'
import { envelope } from '../provider/envelope.ts'
import type { RawResponse } from '../reading/raw-response.ts'
import type { ClassifierOptions } from './classifier-options.ts'
import { createClassifier } from './create-classifier.ts'

const codes = { 1: 'throttled', 2: 'token-expired', 3: 'authorization-pending', 0: 'ok' } as const
const shop = defineProvider({
  id: 'shop',
  hosts: ['shop.example'],
  dialects: [envelope({ code: 'code', message: 'msg', success: [0], codes })],
})
const url = 'https://api.shop.example/x'

function raw(body: unknown, status = 200, more: Partial<RawResponse> = {}): RawResponse {
  return { url, method: 'GET', status, headers: {}, body, ...more }
}

function errorOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return (error as TypeError).message
  }
  return 'no error'
}

describe('bad options are refused', () => {
  test.each<[unknown, string]>([
    [null, '`options` must be an object, got null'],
    ['status', '`options` must be an object, got "status"'],
    [
      { fallbak: false },
      '`fallbak` is not an option; expected one of fallback, pass, onError, onUnknownCode, onDefect',
    ],
    [{ fallback: 'generic' }, '`fallback` must be \'status\', a provider or false, got "generic"'],
    [{ fallback: true }, "`fallback` must be 'status', a provider or false, got true"],
    [{ fallback: null }, '`fallback` must be made by `defineProvider`, got null'],
    [{ fallback: { id: 'x' } }, '`fallback` must be made by `defineProvider`, got {"id":"x"}'],
    [{ pass: 'throttled' }, '`pass` must be an array of reasons or a function, got "throttled"'],
    [{ pass: ['throttled', 'fast'] }, '`pass[1]` must be a reason, got "fast"'],
    [{ pass: ['ok'] }, '`pass[0]` must be a reason, got "ok"'],
    [{ onError: 'log' }, '`onError` must be a function, got "log"'],
    [{ onUnknownCode: {} }, '`onUnknownCode` must be a function, got {}'],
    [{ onDefect: 5 }, '`onDefect` must be a function, got 5'],
  ])('%j: %s', (options, message) => {
    expect(errorOf(() => createClassifier([shop], options as ClassifierOptions))).toBe(message)
  })

  test('a single provider takes no fallback', () => {
    for (const fallback of ['status', false] as const)
      expect(errorOf(() => createClassifier(shop, { fallback }))).toBe(
        `\`fallback\` must be left out: one provider judges every URL, got ${JSON.stringify(fallback)}`,
      )
  })

  test.each<[unknown, string]>([
    [undefined, '`providers` must be made by `defineProvider`, got undefined'],
    [null, '`providers` must be made by `defineProvider`, got null'],
    ['shop', '`providers` must be made by `defineProvider`, got "shop"'],
    [{}, '`providers` must be made by `defineProvider`, got {}'],
    [[shop, undefined], '`providers[1]` must be made by `defineProvider`, got undefined'],
    [[shop, shop], '`providers[1].id` must be unlike the ids before it, got "shop"'],
    [[shop, { ...shop, id: 'other' }], '`providers[1].hosts[0]` must be unlike the hosts of shop, got "shop.example"'],
    [
      [shop, { ...shop, hosts: ['https://x'], id: 'o' }],
      '`providers[1].hosts[0]` must be a host name, got "https://x"',
    ],
  ])('the providers %j: %s', (providers, message) => {
    expect(errorOf(() => createClassifier(providers as never))).toBe(message)
  })
})

describe('the fallback', () => {
  const other = 'https://unknown.example/x'

  test('by status (the default), 4xx and 5xx of unknown hosts are errors, and their codes are not read', () => {
    for (const classify of [createClassifier([shop]), createClassifier([shop], { fallback: 'status' })]) {
      expect(classify(raw({ code: 1 }, 200, { url: other }))).toBeUndefined()
      expect(classify(raw({ code: 1 }, 404, { url: other }))).toMatchObject({
        reason: 'not-found',
        provider: undefined,
        code: undefined,
      })
      expect(classify.failure({ kind: 'network' }, { url: other, method: 'GET' })?.reason).toBe('network')
    }
  })

  test('false leaves answers and failures of unknown hosts untouched, and judges the known', () => {
    const classify = createClassifier([shop], { fallback: false })
    expect(classify(raw({ code: 1 }, 500, { url: other }))).toBeUndefined()
    expect(
      classify(raw('{broken', 200, { url: other, headers: { 'content-type': 'application/json' } })),
    ).toBeUndefined()
    expect(classify.failure({ kind: 'timeout' }, { url: other, method: 'GET' })).toBeUndefined()
    expect(classify(raw({ code: 1 }))?.reason).toBe('throttled')
    expect(classify.failure({ kind: 'timeout' }, { url, method: 'GET' })?.provider).toBe('shop')
  })

  test('a provider judges unknown hosts under its own name', () => {
    const generic = defineProvider({ id: 'generic', dialects: [envelope({ code: 'errcode' })] })
    const classify = createClassifier([shop], { fallback: generic })
    expect(classify(raw({ errcode: 5 }, 200, { url: other }))?.provider).toBe('generic')
    expect(classify(raw({ errcode: 5 }))).toBeUndefined()
    expect(classify.failure({ kind: 'network' }, { url: other, method: 'GET' })?.provider).toBe('generic')
  })

  test('an empty list knows no host', () => {
    expect(createClassifier([])(raw({ code: 1 }))).toBeUndefined()
    expect(createClassifier([])(raw('', 500))?.reason).toBe('internal')
  })
})

describe('pass', () => {
  test('a list of reasons, a function and a per-call pass let errors go', () => {
    const byList = createClassifier(shop, { pass: ['authorization-pending'] })
    const byQuestion = createClassifier(shop, { pass: (error) => error.code === '3' })
    for (const classify of [byList, byQuestion]) {
      expect(classify(raw({ code: 3 }))).toBeUndefined()
      expect(classify(raw({ code: 1 }))?.reason).toBe('throttled')
      expect(classify(raw({ code: 3 }), { pass: [] })?.reason).toBe('authorization-pending')
      expect(classify(raw({ code: 1 }), { pass: ['throttled'] })).toBeUndefined()
      expect(classify(raw({ code: 1 }), { pass: () => true })).toBeUndefined()
      expect(classify(raw({ code: 3 }), { pass: undefined })).toBeUndefined()
    }
  })

  test('a failure can be passed', () => {
    const classify = createClassifier(shop, { pass: ['network'] })
    expect(classify.failure({ kind: 'network' }, { url, method: 'GET' })).toBeUndefined()
    expect(classify.failure({ kind: 'network' }, { url, method: 'GET' }, { pass: [] })?.reason).toBe('network')
  })

  test('only true passes', () => {
    for (const answer of [1, 'yes', {}, Promise.resolve(true), undefined])
      expect(createClassifier(shop, { pass: () => answer as never })(raw({ code: 1 }))).toBeDefined()
  })
})

test('the origin of a call is what originOf gives', () => {
  const origin = { error: new Error('x'), response: {}, headers: {}, body: 'b' }
  expect(originOf(createClassifier(shop)(raw({ code: 1 }), { origin }))).toBe(origin)
  expect(originOf(createClassifier(shop)(raw({ code: 1 })))).toEqual({
    error: undefined,
    response: undefined,
    headers: undefined,
    body: undefined,
  })
})
