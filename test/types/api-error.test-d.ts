import {
  type ApiError,
  type Category,
  createClassifier,
  defineProvider,
  envelope,
  isApiError,
  type Provider,
  type Reason,
  withCodes,
} from '@unifault/core'
import { fakeApiError, fakeResponse } from '@unifault/core/testing'
import { bilibili } from '@unifault/providers/bilibili'
import { expectTypeOf, test } from 'vitest'

declare const error: ApiError

test('a switch over the categories is exhaustive', () => {
  const act = (one: ApiError): number => {
    switch (one.category) {
      case 'auth':
        return 1
      case 'rate-limit':
        return 2
      case 'param':
        return 3
      case 'server':
        return 4
    }
  }
  expectTypeOf(act).returns.toBeNumber()
  expectTypeOf<Category>().toEqualTypeOf<'auth' | 'rate-limit' | 'param' | 'server'>()
})

test('the category narrows the reason, and the reason the category', () => {
  if (error.category === 'rate-limit') {
    expectTypeOf(error.reason).toEqualTypeOf<'throttled' | 'quota-exhausted' | 'payment-required' | 'abuse-blocked'>()
    expectTypeOf(error).toEqualTypeOf<ApiError<'rate-limit'>>()
  }
  if (error.reason === 'token-expired') expectTypeOf(error.category).toEqualTypeOf<'auth'>()
  if (error.reason === 'timeout' || error.reason === 'not-found')
    expectTypeOf(error.category).toEqualTypeOf<'server' | 'param'>()
  expectTypeOf<Reason<'server'>>().toEqualTypeOf<
    'internal' | 'unavailable' | 'timeout' | 'network' | 'malformed-response' | 'unknown'
  >()
})

test('every field is typed, none is any', () => {
  expectTypeOf(error).not.toBeAny()
  expectTypeOf<{ [K in keyof ApiError]-?: 0 extends 1 & ApiError[K] ? K : never }[keyof ApiError]>().toBeNever()
  expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>()
  expectTypeOf(error.matchedBy.by).toEqualTypeOf<
    'code' | 'protocol' | 'message' | 'status' | 'transport' | 'unmapped'
  >()
})

test('a guard with a provider and codes narrows to them, and a misspelt code does not compile', () => {
  const caught: unknown = error
  if (isApiError(caught)) expectTypeOf(caught).toEqualTypeOf<ApiError>()
  if (isApiError(caught, bilibili, '-101', '-400')) {
    expectTypeOf(caught.code).toEqualTypeOf<'-101' | '-400'>()
    expectTypeOf(caught.provider).toEqualTypeOf<'bilibili'>()
  }
  // @ts-expect-error -- no code of Bilibili
  isApiError(caught, bilibili, '-1o1')
  // @ts-expect-error -- no code of Bilibili
  fakeResponse(bilibili, 'nonsense')
})

test('a provider of one’s own has the codes that it lists, and withCodes adds to them', () => {
  const gateway = defineProvider({
    id: 'gateway',
    dialects: [envelope({ code: 'code', success: [0], codes: { '1001': 'token-expired', '1002': 'throttled' } })],
  })
  expectTypeOf(gateway).toExtend<Provider<'gateway', '1001' | '1002'>>()
  isApiError(error, gateway, '1002')
  // @ts-expect-error -- not listed
  isApiError(error, gateway, '1003')
  isApiError(error, withCodes(gateway, { '1003': 'not-found' }), '1003')
  // @ts-expect-error -- no reason
  withCodes(gateway, { '1003': 'not-a-reason' })
  // @ts-expect-error -- no reason
  envelope({ code: 'code', codes: { '1': 'nonsense' } })
})

test('providers of any codes fit where a provider is expected', () => {
  expectTypeOf(createClassifier).toBeCallableWith(bilibili)
  expectTypeOf(createClassifier).toBeCallableWith([bilibili])
})

test('a fake error has the category of its reason', () => {
  expectTypeOf(fakeApiError({ reason: 'throttled' }).category).toEqualTypeOf<'rate-limit'>()
})
