import { type ApiError, toResult } from '@unifault/neverthrow'
import type { ResultAsync } from 'neverthrow'
import { expectTypeOf, test } from 'vitest'

test('a call gives its value or an ApiError', () => {
  expectTypeOf(toResult(async () => 1)).toEqualTypeOf<ResultAsync<number, ApiError>>()
  expectTypeOf(toResult(() => 'now')).toEqualTypeOf<ResultAsync<string, ApiError>>()
})

test('what is no ApiError may become an error of one’s own', () => {
  const result = toResult(
    async () => 1,
    (error) => ({ kind: 'bug' as const, error }),
  )
  expectTypeOf(result).toEqualTypeOf<ResultAsync<number, ApiError | { kind: 'bug'; error: unknown }>>()
})
