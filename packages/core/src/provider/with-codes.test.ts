import { expect, test } from 'vitest'
import { createClassifier } from '../classify/create-classifier.ts'
import { defineProvider } from './define-provider.ts'
import { envelope } from './envelope.ts'
import { withCodes } from './with-codes.ts'

const codes = { 1: 'throttled', 2: 'internal', 'F.*': 'not-found' } as const
const dialects = [envelope({ code: ['sub', 'code'], message: 'msg', success: [0], codes })]
const shop = defineProvider({ id: 'shop', dialects, hosts: ['shop.example'] })

function judge(provider: typeof shop, body: object, status = 200) {
  const error = createClassifier(provider)({ url: 'https://shop.example/', method: 'GET', status, headers: {}, body })
  return error && [error.reason, error.code, error.matchedBy.by, error.matchedBy.row]
}

test("the user's reading stands above the table, and new codes are known", () => {
  const own = withCodes(shop, {
    1: 'ok',
    2: 'abuse-blocked',
    'F.x': 'timeout',
    99: 'not-found',
    __proto__: 'ok',
  } as never)
  expect(judge(own as never, { code: 1 })).toBeUndefined()
  expect(judge(own as never, { code: 2 })).toEqual(['abuse-blocked', '2', 'code', { code: '2' }])
  expect(judge(own as never, { code: 'F.x' })).toEqual(['timeout', 'F.x', 'code', { code: 'F.x' }])
  expect(judge(own as never, { code: 'F.y' })).toEqual(['not-found', 'F.y', 'code', { code: 'F.*' }])
  expect(judge(own as never, { code: 99 })).toEqual(['not-found', '99', 'code', { code: '99' }])
})

test('the provider itself stays as it was', () => {
  withCodes(shop, { 1: 'ok' })
  expect(judge(shop, { code: 1 })?.[0]).toBe('throttled')
  expect(shop.overrides).toBeUndefined()
})

test('a code that is ok is an error from 400 on, by the status', () => {
  expect(judge(withCodes(shop, { 1: 'ok' }) as never, { code: 1 }, 503)).toEqual([
    'unavailable',
    '1',
    'status',
    undefined,
  ])
})

test('codes are asked in turn, the most specific first', () => {
  const own = withCodes(shop, { 15: 'not-found' })
  expect(judge(own as never, { sub: 'unheard', code: 15 })).toEqual(['not-found', 'unheard', 'code', { code: '15' }])
  expect(judge(own as never, { sub: '1', code: 15 })?.[0]).toBe('throttled')
})

test('readings add up, the last of a code counts', () => {
  const own = withCodes(withCodes(shop, { 1: 'ok', 5: 'timeout' }), { 1: 'internal' })
  expect(judge(own as never, { code: 1 })?.[0]).toBe('internal')
  expect(judge(own as never, { code: 5 })?.[0]).toBe('timeout')
})

test.each([
  [undefined, '`codes` must be a record of codes and outcomes, got undefined'],
  [null, '`codes` must be a record of codes and outcomes, got null'],
  ['ok', '`codes` must be a record of codes and outcomes, got "ok"'],
  [{ 86101: 'okay' }, '`codes[\'86101\']` must be a reason, got "okay"'],
  [{ 1: 'ok', 2: undefined }, "`codes['2']` must be a reason, got undefined"],
  [{ 1: 'constructor' }, '`codes[\'1\']` must be a reason, got "constructor"'],
])('the codes %j are refused with %j', (given, message) => {
  expect(() => withCodes(shop, given as never)).toThrow(new TypeError(message))
})

test.each([undefined, null, {}, 'bilibili', { id: 'shop', dialects: [] }])('%j is no provider', (provider) => {
  expect(() => withCodes(provider as never, {})).toThrow(/^`provider` must be made by `defineProvider`, got /)
})
