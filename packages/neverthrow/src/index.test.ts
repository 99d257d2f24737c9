import type { ApiError } from '@unifault/core'
import { fakeApiError } from '@unifault/core/testing'
import { err, ok, type Result, type ResultAsync } from 'neverthrow'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { toResult } from './index.ts'

const throttled = fakeApiError({ reason: 'throttled' })

function errorOf(result: Result<unknown, unknown>): unknown {
  return result.isErr() ? result.error : undefined
}

describe('a call as a Result', () => {
  test('holds what the call gives, now or later', async () => {
    expect(await toResult(() => 7)).toEqual(ok(7))
    expect(await toResult(async () => 7)).toEqual(ok(7))
    expect(await toResult(() => ({ then: (give: (value: number) => void) => give(7) }) as PromiseLike<number>)).toEqual(
      ok(7),
    )
  })

  test('holds an ApiError that the call rejects with or throws at once, itself', async () => {
    const rejected = await toResult(() => Promise.reject(throttled))
    expect(errorOf(rejected)).toBe(throttled)
    const thrown = await toResult(() => {
      throw throttled
    })
    expect(errorOf(thrown)).toBe(throttled)
  })

  test('rejects with what is no ApiError, when nobody says what to make of it', async () => {
    const bug = new TypeError('a bug')
    await expect(toResult(() => Promise.reject(bug))).rejects.toBe(bug)
    await expect(
      toResult(() => {
        throw bug
      }),
    ).rejects.toBe(bug)
  })

  test('holds what `orElse` makes of anything else, and asks it of nothing but that', async () => {
    const asked: unknown[] = []
    const orElse = (error: unknown): string => {
      asked.push(error)
      return 'cancelled'
    }
    const abort = new DOMException('gone', 'AbortError')
    expect(await toResult(() => Promise.reject(abort), orElse)).toEqual(err('cancelled'))
    expect(errorOf(await toResult(() => Promise.reject(throttled), orElse))).toBe(throttled)
    expect(await toResult(() => 7, orElse)).toEqual(ok(7))
    expect(asked).toEqual([abort])
  })

  test('rejects with what `orElse` throws', async () => {
    const second = new Error('second')
    const failing = toResult(
      () => Promise.reject(new Error('first')),
      () => {
        throw second
      },
    )
    await expect(failing).rejects.toBe(second)
  })

  test('starts the call once, and chains', async () => {
    let calls = 0
    const result = toResult(async () => ++calls)
    expect(await result.map((value) => value + 1)).toEqual(ok(2))
    expect(await result).toEqual(ok(1))
    expect(calls).toBe(1)
  })

  test('is typed by the call, by ApiError and by what `orElse` gives', () => {
    expectTypeOf(toResult<number>).returns.toEqualTypeOf<ResultAsync<number, ApiError>>()
    const withOther = (): ResultAsync<number, ApiError | 'cancelled'> =>
      toResult(
        () => 7,
        () => 'cancelled' as const,
      )
    expectTypeOf(withOther).returns.toEqualTypeOf<ResultAsync<number, ApiError | 'cancelled'>>()
  })
})
