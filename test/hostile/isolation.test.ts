import { inspect } from 'node:util'
import { createClassifier, defineProvider, type Dialect, type RawResponse, type Reader } from '@unifault/core'
import { allProviders, generic } from '@unifault/providers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { oddities } from './nonsense.ts'

const answer: RawResponse = {
  url: 'https://a.test/x',
  method: 'GET',
  status: 503,
  headers: {},
  body: '{"code":"C1","message":"no"}',
}
const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)
beforeAll(() => void process.on('unhandledRejection', note))
afterAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 10))
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

const fail = (): never => {
  throw new Error('a function of the user')
}
const reject = (): Promise<never> => Promise.reject(new Error('a promise of the user'))
const misbehaviours: Record<string, () => unknown> = {
  'that throws': fail,
  'that throws undefined': () => {
    throw undefined
  },
  'that rejects': reject,
  'that never settles': () => new Promise(() => undefined),
  'that gives a code of another type': () => ({ code: 5 }),
  'that gives a message of another type': () => ({ code: 'C1', message: { toString: fail } }),
  'that gives issues of another type': () => ({ code: 'C1', issues: [null, 1, { message: 5 }] }),
  'that gives a wait of another type': () => ({ code: 'C1', waitMs: 'soon' }),
  'that gives a fault of getters that throw': () => Object.defineProperty({}, 'code', { get: fail, enumerable: true }),
  ...Object.fromEntries(Object.entries(oddities).map(([name, odd]) => [`that gives ${name}`, () => odd])),
}

test.each(Object.keys(misbehaviours))('a dialect %s leaves the answer to the status', (name) => {
  const judge = misbehaviours[name] as Dialect['judge']
  const classify = createClassifier(defineProvider({ id: 'a', dialects: [{ name: 'bad', judge }] }), { onDefect() {} })
  const error = classify(answer)
  expect(error).toMatchObject({ status: 503, reason: 'unavailable', category: 'server' })
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ reason: 'unavailable' })
  expect(inspect(error)).toContain('unavailable')
})

test.each(Object.keys(misbehaviours))('a dialect %s does not keep the next from judging', (name) => {
  const judge = misbehaviours[name] as Dialect['judge']
  const codes = { C1: 'throttled' } as const
  const good = { code: 'code', message: 'message', codes }
  const classify = createClassifier(defineProvider({ id: 'a', dialects: [{ name: 'bad', judge, codes }, good] }), {
    onDefect() {},
  })
  expect(['throttled', 'unavailable']).toContain(classify(answer)?.reason)
})

test.each(['that throws', 'that gives a symbol', 'that gives a revoked proxy'])(
  'a reader %s leaves the answer to the status',
  (name) => {
    const read = misbehaviours[name] as NonNullable<Reader['read']>
    const reader: Reader = { name: 'bad', read, decode: misbehaviours[name] as NonNullable<Reader['decode']> }
    const dialect = { code: 'code', readers: [reader] }
    const classify = createClassifier(defineProvider({ id: 'a', dialects: [dialect] }), { onDefect() {} })
    for (const body of ['<broken', new Uint8Array([0xff, 0xfe, 0xfd])])
      expect(classify({ ...answer, body })?.reason).toBe('unavailable')
  },
)

test('hooks that throw or reject change no verdict', () => {
  for (const hook of [fail, reject]) {
    const hooks = { onError: hook, onUnknownCode: hook, onDefect: hook, pass: hook as () => never }
    const classify = createClassifier(allProviders, { fallback: generic, ...hooks })
    expect(classify(answer)).toMatchObject({ status: 503, code: 'C1' })
    expect(classify(answer, { pass: hook as () => never })).toMatchObject({ status: 503, code: 'C1' })
    expect(classify.failure({ kind: 'timeout' }, answer)?.reason).toBe('timeout')
  }
})

test('a pass that gives anything but true passes nothing', () => {
  for (const odd of Object.values(oddities)) {
    if (odd === true) continue
    const classify = createClassifier([], { pass: () => odd as boolean, onDefect() {} })
    expect(classify(answer)?.reason).toBe('unavailable')
  }
})

test('a hook that changes the error changes only that error', () => {
  const classify = createClassifier(allProviders, {
    onError: (error) => void Object.assign(error, { reason: 'network' }),
  })
  expect(classify(answer)?.reason).toBe('network')
  expect(createClassifier(allProviders)(answer)?.reason).toBe('unavailable')
})

test('no body, header or code writes to a prototype', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).concat(Object.getOwnPropertyNames(Array.prototype))
  const evil =
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"code":"__proto__","message":"x"}'
  const classify = createClassifier(allProviders, { fallback: generic })
  const bodies = [
    evil,
    JSON.parse(evil) as object,
    `cb(${evil})`,
    '__proto__[polluted]=1&constructor.prototype.polluted=1&error=x',
    '<__proto__><polluted>1</polluted></__proto__>',
    '<Error><constructor><prototype><polluted>1</polluted></prototype></constructor><__proto__>1</__proto__></Error>',
  ]
  const hosts = ['a.test', ...allProviders.flatMap(({ hosts = [] }) => hosts)]
  for (const host of hosts)
    for (const body of bodies) classify({ ...answer, url: `https://${host}/`, body, headers: { ['__proto__']: 'x' } })
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect(Object.getOwnPropertyNames(Object.prototype).concat(Object.getOwnPropertyNames(Array.prototype))).toEqual(
    before,
  )
})

test('codes that are names of the language are unknown codes, shown as they came', () => {
  const codes = { '1': 'throttled' } as const
  const provider = defineProvider({ id: 'a', dialects: [{ code: 'code', success: [0], codes }] })
  const classify = createClassifier(provider)
  for (const code of [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'toJSON', 'then'])
    for (const status of [200, 400])
      expect(classify({ ...answer, status, body: { code } })).toMatchObject({
        code,
        reason: status === 200 ? 'unknown' : 'invalid-parameter',
        matchedBy: { by: status === 200 ? 'unmapped' : 'status' },
      })
})

test('the same answer gives the same verdict twenty times', () => {
  const classify = createClassifier(allProviders, { fallback: generic })
  const verdicts = Array.from({ length: 20 }, () => JSON.stringify(classify(answer)))
  expect(new Set(verdicts).size).toBe(1)
})
