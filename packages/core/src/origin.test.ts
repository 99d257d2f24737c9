import { describe, expect, test } from 'vitest'
import { apiErrorFrom } from './origin.ts'
import { isApiError } from './api-error.ts'
import { reasons, traits } from './reasons.ts'
import { fakeApiError } from './testing.ts'

const full = {
  reason: 'in-progress',
  retry: 'poll',
  provider: 'wechatpay',
  code: 'USERPAYING',
  outerCode: '202',
  status: 202,
  retryAfterMs: 5000,
  requestId: 'r-1',
  param: 'out_trade_no',
  issues: [{ param: 'q', code: 'c', message: 'm' }],
  providerMessage: 'words',
  docUrl: 'https://docs.example/',
  matchedBy: { by: 'code', dialect: 'v3', row: { code: 'USER*', when: 'status=2xx retry=poll' } },
  request: { method: 'POST', url: 'https://a.example/x', idempotent: false },
  delivered: true,
} as const

const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown
const plain = wire(fakeApiError(full)) as Record<string, unknown>
const trap = (): never => {
  throw new Error('trap')
}

test.each(reasons)('an error of the reason %s is the same on the other side of a wire', (reason) => {
  const error = fakeApiError({ ...full, reason, retry: traits[reason][3] ?? 'never' })
  for (const copy of [wire(error), structuredClone(error.toJSON())]) {
    const again = apiErrorFrom(copy)
    expect(isApiError(again)).toBe(true)
    expect(again?.toJSON()).toEqual(error.toJSON())
    expect(again?.message).toBe(error.message)
  }
})

test('what is unknown stays undefined, and the confidence of words is kept', () => {
  const bare = fakeApiError({ reason: 'internal', matchedBy: { by: 'words', confidence: 0.7 } })
  expect(apiErrorFrom(wire(bare))?.toJSON()).toEqual(bare.toJSON())
})

test('an ApiError itself is given back', () => {
  const error = fakeApiError({ reason: 'internal' })
  expect(apiErrorFrom(error)).toBe(error)
})

test('the stack begins at the caller', () => {
  function ofWorker(): string {
    return apiErrorFrom(plain)?.stack ?? ''
  }
  expect(ofWorker().split('\n')[1]).toContain('ofWorker')
})

test.each([
  undefined,
  null,
  5,
  'ApiError',
  [],
  {},
  new Error('x'),
  { ...plain, v: undefined },
  { ...plain, v: 2 },
  { ...plain, v: '1' },
  { ...plain, name: 'Error' },
  { ...plain, reason: undefined },
  { ...plain, reason: 5 },
  Object.create(plain),
])('%o is none', (value) => {
  expect(apiErrorFrom(value)).toBeUndefined()
})

describe('a value that is not trusted', () => {
  const from = (part: object): ReturnType<typeof apiErrorFrom> => apiErrorFrom({ ...plain, ...part })

  test('has its category, recovery and isRetryable anew', () => {
    const lie = { category: 'auth', recovery: 'pay', isRetryable: true, message: 'evil' }
    expect(from(lie)).toMatchObject({ category: 'param', recovery: 'wait', isRetryable: false })
    expect(from(lie)?.message).toBe('wechatpay USERPAYING: in-progress (HTTP 202): words')
    const get = { method: 'GET', url: undefined, idempotent: true }
    expect(from({ retry: 'if-idempotent', isRetryable: false, request: get })?.isRetryable).toBe(true)
    expect(from({ retry: 'if-idempotent', isRetryable: true })?.isRetryable).toBe(false)
    expect(from({ retry: 'after-wait', isRetryable: false })?.isRetryable).toBe(true)
  })

  test.each(['fast', 'ok', 'toString', '__proto__', ''])('of the reason %j is unknown', (reason) => {
    expect(from({ reason })).toMatchObject({ reason: 'unknown', category: 'server', recovery: 'report' })
  })

  test('has no retry and no evidence but the known ones', () => {
    for (const nonsense of ['always', 5, null, 'constructor']) {
      expect(from({ retry: nonsense })?.retry).toBe('never')
      expect(from({ matchedBy: { by: nonsense } })?.matchedBy.by).toBe('unmapped')
    }
  })

  test.each([
    ['status', ['200', 99, 1000, NaN, Infinity, {}, null], undefined],
    ['retryAfterMs', ['5', -1, NaN, null, {}], undefined],
    ['provider', [5, {}, [], '', null], undefined],
    ['code', [5, {}, [], '', null], undefined],
    ['outerCode', [5, {}, '', null], undefined],
    ['requestId', [5, 'two words', '<script>', 'x'.repeat(201), {}], undefined],
    ['param', [5, {}, '', null], undefined],
    ['providerMessage', [5, {}, '', null], undefined],
    ['docUrl', [5, {}, '', null], undefined],
    ['delivered', ['yes', 1, {}, null], false],
    ['issues', [5, 'x', {}, null], []],
  ] as [string, unknown[], unknown][])('has no %s but one of its kind', (name, nonsense, expected) => {
    for (const value of nonsense)
      expect((from({ [name]: value }) as unknown as Record<string, unknown>)[name]).toEqual(expected)
  })

  test('has bounds', () => {
    expect(from({ retryAfterMs: 1e15 })?.retryAfterMs).toBe(86_400_000)
    expect(from({ status: 200.7 })?.status).toBe(200)
    expect(from({ code: 'x'.repeat(100_000) })?.code?.length).toBeLessThanOrEqual(128)
    expect(from({ providerMessage: 'x'.repeat(100_000) })?.providerMessage?.length).toBeLessThanOrEqual(512)
    expect(from({ issues: Array.from({ length: 1000 }, () => ({ message: 'x' })) })?.issues).toHaveLength(16)
    expect(from({ issues: [5, null, 'x', { message: 'm', evil: 'x', param: 5 }] })?.issues).toEqual([{ message: 'm' }])
  })

  test('has a request that is one', () => {
    for (const request of [undefined, null, 5, 'x', [], {}])
      expect(from({ request })?.request).toEqual({ method: '_OTHER', url: undefined, idempotent: false })
    expect(from({ request: { method: 'get /', url: 5, idempotent: 'yes' } })?.request).toEqual({
      method: '_OTHER',
      url: undefined,
      idempotent: false,
    })
  })

  test('has evidence that is one', () => {
    for (const matchedBy of [undefined, null, 5, [], {}])
      expect(from({ matchedBy })?.matchedBy).toEqual({ by: 'unmapped' })
    const odd = { by: 'code', dialect: 5, row: { code: {}, when: 'x' }, confidence: 7, evil: 1 }
    expect(from({ matchedBy: odd })?.matchedBy).toEqual({ by: 'code' })
  })

  test('adds no fields of its own', () => {
    const error = from({ evil: 'x', cause: 'x', stack: 'x', response: 'x', toJSON: 'x' })
    expect(Object.keys(error ?? {}).toSorted()).toEqual(Object.keys(fakeApiError(full)).toSorted())
    expect(JSON.stringify(error)).not.toContain('evil')
    expect(error?.cause).toBeUndefined()
  })

  test('is cleaned of line ends and control characters', () => {
    const dirty = 'a\u001B[31mb\r\nc\u202Ed\u0000e'
    const error = from({ code: dirty, providerMessage: dirty, param: dirty, issues: [{ message: dirty }] })
    for (const text of [error?.message, error?.code, error?.param, error?.issues[0]?.message])
      expect(text).not.toMatch(/[\u0000-\u001F\u202E]/)
  })

  test('that throws when it is read is none, or has no such field, and does not throw', () => {
    for (const name of ['reason', 'code', 'request', 'issues', 'matchedBy']) {
      const value = Object.defineProperty({ ...plain }, name, { get: trap, enumerable: true })
      expect(() => apiErrorFrom(value), name).not.toThrow()
    }
    expect(() => apiErrorFrom(new Proxy({ ...plain }, { get: trap }))).not.toThrow()
    expect(() => apiErrorFrom(new Proxy({}, { getOwnPropertyDescriptor: trap }))).not.toThrow()
  })
})
