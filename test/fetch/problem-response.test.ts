import { problemResponse, wrapFetch } from '@unifault/fetch'
import { describe, expect, it } from 'vitest'
import { caughtApiError } from './caught.ts'
import { house, houseUrl } from './house.ts'

describe('problemResponse', () => {
  it('is application/problem+json with the wait', async () => {
    const answer = Response.json({ code: 'throttled' }, { headers: { 'retry-after': '3' } })
    const error = await caughtApiError(wrapFetch(() => Promise.resolve(answer), house)(houseUrl))
    const response = problemResponse(error, 'relay')
    expect(response.status).toBe(429)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('retry-after')).toBe('3')
    expect(await response.json()).toMatchObject({ status: 429 })
  })

  it('blames the gateway without being told otherwise, and has no wait where none is known', async () => {
    const answer = Response.json({ code: 'stranger' })
    const error = await caughtApiError(wrapFetch(() => Promise.resolve(answer), house)(houseUrl))
    const response = problemResponse(error)
    expect(response.status).toBe(problemResponse(error, 'gateway').status)
    expect(response.headers.has('retry-after')).toBe(false)
  })

  it('is made of an error that has an ApiError behind it, and refuses any other', async () => {
    const answer = Response.json({ code: 'stranger' })
    const cause = await caughtApiError(wrapFetch(() => Promise.resolve(answer), house)(houseUrl))
    expect(problemResponse(new Error('of a library', { cause })).status).toBe(problemResponse(cause).status)
    for (const other of [new Error('mine'), undefined, 'text'])
      expect(() => problemResponse(other)).toThrow(
        new TypeError(`\`error\` must be an ApiError, got ${JSON.stringify(typeof other)}`),
      )
  })
})
