import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { fakeApiError } from '../testing/fake-api-error.ts'
import { brand, isApiError } from './is-api-error.ts'

const error = fakeApiError({ reason: 'throttled', provider: 'bilibili', code: '-799' })
const bilibili = { id: 'bilibili' } as const
const baidu = { id: 'baidu' } as const

test('an ApiError is one, also when it is inherited from or wrapped in a proxy', () => {
  expect(isApiError(error)).toBe(true)
  expect(isApiError(Object.create(error))).toBe(true)
  expect(isApiError(new Proxy(error, {}))).toBe(true)
})

test('an ApiError of another copy of this package is one, both ways', async () => {
  const [making, asking] = ['./create-api-error.ts?copy', './is-api-error.ts?copy']
  const made = (await import(/* @vite-ignore */ making)) as typeof import('./create-api-error.ts')
  const asked = (await import(/* @vite-ignore */ asking)) as typeof import('./is-api-error.ts')
  expect(asked.isApiError).not.toBe(isApiError)
  const other = made.createApiError({ ...error })
  expect(Object.getPrototypeOf(other)).not.toBe(Object.getPrototypeOf(error))
  expect(isApiError(other)).toBe(true)
  expect(asked.isApiError(error)).toBe(true)
})

test('an ApiError of another realm is one', () => {
  const other: unknown = runInNewContext(`
    class ApiErrorValue extends Error {}
    Object.defineProperty(ApiErrorValue.prototype, Symbol.for('unifault.ApiError'), { value: true })
    new ApiErrorValue('x')`)
  expect(other).not.toBeInstanceOf(Error)
  expect(isApiError(other)).toBe(true)
})

test.each([
  ['undefined', undefined],
  ['null', null],
  ['a text', 'ApiError'],
  ['a number', 1],
  ['a symbol', brand],
  ['a function with the brand', Object.assign(() => 1, { [brand]: true })],
  ['an Error', new Error('x')],
  [
    'an Error that is named so',
    Object.assign(new Error('x'), { name: 'ApiError', category: 'auth', reason: 'unknown' }),
  ],
  ['a record', { category: 'auth' }],
  ['a brand that is not true', { [brand]: 1 }],
  ['the plain form', JSON.parse(JSON.stringify(error))],
  ['a structured clone', structuredClone(error)],
  ['a spread copy', { ...error }],
  [
    'a proxy whose traps throw',
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap')
        },
      },
    ),
  ],
  ['a revoked proxy', revoked()],
])('%s is none', (_name, value) => {
  expect(isApiError(value)).toBe(false)
  expect(isApiError(value, bilibili, '-799' as never)).toBe(false)
})

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

test('with a provider and codes, both must agree', () => {
  const withCodes = bilibili as { readonly id: 'bilibili'; readonly '~code'?: '-799' | '-101' }
  expect(isApiError(error, bilibili)).toBe(true)
  expect(isApiError(error, baidu)).toBe(false)
  expect(isApiError(error, withCodes, '-799')).toBe(true)
  expect(isApiError(error, withCodes, '-101', '-799')).toBe(true)
  expect(isApiError(error, withCodes, '-101')).toBe(false)
  expect(isApiError(fakeApiError({ reason: 'internal', provider: 'bilibili' }), withCodes, '-799')).toBe(false)
  expect(isApiError(fakeApiError({ reason: 'internal' }), bilibili)).toBe(false)
})
