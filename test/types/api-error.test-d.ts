import {
  type ApiError,
  apiErrorFrom,
  apiErrorOf,
  type Category,
  categoryOf,
  explain,
  isApiError,
  originOf,
  problemParts,
  type Reason,
  reasons,
  remedyOf,
  type Retry,
  toOtelAttributes,
  toProblemDetails,
} from '@unifault/core'
import { fakeApiError } from '@unifault/core/testing'
import { texts as en } from '@unifault/core/texts/en'
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

test('a switch that forgets a category does not compile', () => {
  // @ts-expect-error -- 'server' is missing
  const act = (one: ApiError): number => {
    switch (one.category) {
      case 'auth':
        return 1
      case 'rate-limit':
        return 2
      case 'param':
        return 3
    }
  }
  act(error)
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
  expectTypeOf(reasons).toEqualTypeOf<readonly Reason[]>()
  expectTypeOf(categoryOf('throttled')).toExtend<Category>()
})

test('every field is typed, none is any', () => {
  expectTypeOf(error).not.toBeAny()
  expectTypeOf<{ [K in keyof ApiError]-?: 0 extends 1 & ApiError[K] ? K : never }[keyof ApiError]>().toBeNever()
  expectTypeOf(error.retry).toEqualTypeOf<Retry>()
  expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>()
  expectTypeOf(error.matchedBy.by).toEqualTypeOf<
    'code' | 'protocol' | 'message' | 'words' | 'status' | 'transport' | 'unmapped'
  >()
})

test('what is asked of any value answers with an ApiError or undefined', () => {
  const caught: unknown = error
  if (isApiError(caught)) expectTypeOf(caught).toEqualTypeOf<ApiError>()
  expectTypeOf(apiErrorOf(caught)).toEqualTypeOf<ApiError | undefined>()
  expectTypeOf(apiErrorFrom(caught)).toEqualTypeOf<ApiError | undefined>()
  expectTypeOf(originOf(caught)).toHaveProperty('headers')
  expectTypeOf(problemParts(caught)).extract<undefined>().toBeUndefined()
})

test('what is made of an error', () => {
  expectTypeOf(explain(error, en)).toEqualTypeOf<string | undefined>()
  expectTypeOf(remedyOf(error, [en])).toEqualTypeOf<string | undefined>()
  expectTypeOf(toProblemDetails(error).status).toBeNumber()
  toProblemDetails(error, 'relay')
  // @ts-expect-error -- no such view
  toProblemDetails(error, 'proxy')
  // @ts-expect-error -- no ApiError
  explain(new Error('x'), en)
  // What OpenTelemetry's `recordException` takes.
  const recordException = (exception: {
    code?: string | number
    message?: string
    name?: string
    stack?: string
  }): unknown => exception
  recordException(toOtelAttributes(error).exception)
})

test('a fake error has the category of its reason', () => {
  expectTypeOf(fakeApiError({ reason: 'throttled' }).category).toEqualTypeOf<'rate-limit'>()
  // @ts-expect-error -- no reason
  fakeApiError({ reason: 'slow' })
})
