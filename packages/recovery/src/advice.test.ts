import { fakeApiError } from '@unifault/core/testing'
import { describe, expect, test } from 'vitest'
import { markExhausted, retryAdvice } from './advice.ts'

const transient = (): ReturnType<typeof fakeApiError> => fakeApiError({ reason: 'unavailable' })
const many = Array.from({ length: 200 }, (_, index) => index)

describe('the advice', () => {
  test('is to leave alone what no ApiError stands behind', () => {
    for (const error of [new Error('mine'), undefined, null, 'text', 7, {}, []])
      expect(retryAdvice(error, 1)).toEqual({ repeat: false, delayMs: 0, because: 'not-an-api-error' })
  })

  test.each(['never', 'poll', 'after-recovery'] as const)('is no when the error says %s', (retry) => {
    expect(retryAdvice(fakeApiError({ reason: 'internal', retry, isRetryable: false }), 1).because).toBe(retry)
  })

  test('is no when the request may have had its effect', () => {
    const request = { method: 'POST', url: undefined, idempotent: false }
    expect(retryAdvice(fakeApiError({ reason: 'internal', request }), 1).because).toBe('not-idempotent')
  })

  test('is no once attempts are used up, content was delivered, or another layer has repeated already', () => {
    expect(retryAdvice(transient(), 3).repeat).toBe(true)
    expect(retryAdvice(transient(), 4).because).toBe('attempts')
    expect(retryAdvice(transient(), 4, { attempts: 5 }).repeat).toBe(true)
    expect(retryAdvice(Object.assign(transient(), { delivered: true }), 1).because).toBe('delivered')
    const error = transient()
    markExhausted(error)
    expect(retryAdvice(error, 1).because).toBe('exhausted')
    expect(JSON.stringify(error)).not.toContain('exhausted')
  })

  test('never waits shorter than the server says, and hardly longer', () => {
    for (const wait of [1000, 2500, 60_000])
      for (const _ of many) {
        const { repeat, delayMs, because } = retryAdvice(fakeApiError({ reason: 'throttled', retryAfterMs: wait }), 1)
        expect([repeat, because]).toEqual([true, 'wait'])
        expect(delayMs).toBeGreaterThanOrEqual(wait)
        expect(delayMs).toBeLessThanOrEqual(wait * 1.05)
      }
  })

  test('does not sit out a wait that is too long', () => {
    expect(retryAdvice(fakeApiError({ reason: 'throttled', retryAfterMs: 60_001 }), 1).because).toBe('too-long')
    expect(retryAdvice(fakeApiError({ reason: 'throttled', retryAfterMs: 86_400_000 }), 1).because).toBe('too-long')
    expect(retryAdvice(fakeApiError({ reason: 'throttled', retryAfterMs: 90_000 }), 1, { maxWaitMs: 1e5 }).repeat).toBe(
      true,
    )
  })

  test('backs off from waits that are nonsense, as from none', () => {
    for (const wait of [-1, Number.NaN, -Infinity]) {
      const { repeat, delayMs, because } = retryAdvice(fakeApiError({ reason: 'throttled', retryAfterMs: wait }), 1)
      expect([repeat, because]).toEqual([true, 'throttled'])
      expect(delayMs).toBeLessThanOrEqual(1000)
    }
    expect(retryAdvice(fakeApiError({ reason: 'throttled', retryAfterMs: Infinity }), 1).because).toBe('too-long')
  })

  test('backs off exponentially from transient faults, with a spread over the whole time', () => {
    for (const [attempt, most] of [
      [1, 50],
      [2, 100],
      [5, 800],
      [20, 20_000],
    ] as const) {
      const delays = many.map(() => retryAdvice(transient(), attempt, { attempts: 99 }).delayMs)
      expect(Math.max(...delays)).toBeLessThanOrEqual(most)
      expect(Math.max(...delays)).toBeGreaterThan(most * 0.8)
      expect(Math.min(...delays)).toBeLessThan(most * 0.2)
    }
  })

  test('backs off longer from throttling', () => {
    const delays = many.map(() => retryAdvice(fakeApiError({ reason: 'throttled' }), 1).delayMs)
    expect(Math.max(...delays)).toBeGreaterThan(500)
    expect(Math.max(...delays)).toBeLessThanOrEqual(1000)
  })

  test('is the same for who asks twice, and another for another error', () => {
    const error = transient()
    expect(retryAdvice(error, 1)).toEqual(retryAdvice(error, 1))
    expect(new Set(many.map(() => retryAdvice(transient(), 1).delayMs)).size).toBeGreaterThan(190)
  })

  test('keeps away from a server that always says 0', () => {
    const delays = many.map(() => retryAdvice(fakeApiError({ reason: 'throttled', retryAfterMs: 0 }), 2).delayMs)
    expect(Math.max(...delays)).toBeGreaterThan(50)
  })

  test('takes a failure count that is none as the first', () => {
    expect(retryAdvice(transient(), 0).repeat).toBe(true)
    expect(retryAdvice(transient(), -5).delayMs).toBeLessThanOrEqual(50)
    expect(retryAdvice(transient(), Number.NaN).repeat).toBe(false)
  })
})
