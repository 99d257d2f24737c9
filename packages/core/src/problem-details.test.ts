import { describe, expect, test } from 'vitest'
import { attachApiError } from './origin.ts'
import { problemParts, toProblemDetails } from './views.ts'
import { reasons, traits } from './reasons.ts'
import { fakeApiError } from './testing.ts'

const told = {
  provider: 'shop',
  code: 'E-1',
  requestId: 'r-1',
  param: 'q',
  issues: [{ param: 'q', message: 'bad' }],
  providerMessage: 'internal words',
  retryAfterMs: 1001,
}

describe('relayed', () => {
  test.each(reasons)('%s is told with its own status', (reason) => {
    const [category, status] = traits[reason]
    expect(toProblemDetails(fakeApiError({ reason }), 'relay')).toEqual({
      type: 'about:blank',
      title: reason,
      status,
      category,
      reason,
    })
  })

  test('the caller learns what the provider said', () => {
    expect(toProblemDetails(fakeApiError({ reason: 'out-of-range', ...told }), 'relay')).toEqual({
      type: 'about:blank',
      title: 'out-of-range',
      status: 400,
      detail: 'internal words',
      category: 'param',
      reason: 'out-of-range',
      provider: 'shop',
      code: 'E-1',
      requestId: 'r-1',
      param: 'q',
      issues: [{ param: 'q', message: 'bad' }],
      retryAfter: 2,
    })
  })
})

test.each(reasons)('as a gateway, which is the default, %s is the fault of something behind', (reason) => {
  const [category] = traits[reason]
  const error = fakeApiError({ reason, ...told })
  const problem = toProblemDetails(error, 'gateway')
  const status = category === 'rate-limit' || reason === 'unavailable' ? 503 : reason === 'timeout' ? 504 : 502
  expect(problem).toEqual({
    type: 'about:blank',
    title: { 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout' }[status],
    status,
    category: 'server',
    reason: category === 'server' ? reason : status === 503 ? 'unavailable' : 'internal',
    retryAfter: 2,
  })
  expect(toProblemDetails(error)).toEqual(problem)
  expect(toProblemDetails(error, undefined)).toEqual(problem)
})

test.each(['proxy', 'Relay', '', null, 5, {}])('a word that is neither is refused: %j', (as) => {
  for (const make of [toProblemDetails, problemParts])
    expect(() => make(fakeApiError({ reason: 'client-invalid', ...told }), as as never)).toThrow(
      new TypeError(`\`as\` must be one of 'gateway', 'relay', got ${JSON.stringify(as)}`),
    )
})

test.each([new Error('x'), undefined, null, 'ApiError', { reason: 'internal' }])(
  'what is no ApiError is refused: %o',
  (error) => {
    expect(() => toProblemDetails(error as never)).toThrow(
      new TypeError(`\`error\` must be an ApiError, got "${typeof error}"`),
    )
    expect(problemParts(error)).toBeUndefined()
  },
)

test.each([
  [0, 0],
  [1, 1],
  [1000, 1],
  [86_400_000, 86_400],
])('a wait of %d ms is told as %d s', (retryAfterMs, retryAfter) => {
  for (const as of ['relay', 'gateway'] as const) {
    const error = fakeApiError({ reason: 'throttled', retryAfterMs })
    expect(toProblemDetails(error, as).retryAfter).toBe(retryAfter)
    expect(problemParts(error, as)?.headers['retry-after']).toBe(String(retryAfter))
  }
})

test('problem details are plain data without undefined members', () => {
  for (const as of ['relay', 'gateway'] as const) {
    const problem = toProblemDetails(fakeApiError({ reason: 'internal' }), as)
    expect(JSON.parse(JSON.stringify(problem))).toStrictEqual(problem)
  }
})

describe('the parts of an answer', () => {
  const error = fakeApiError({ reason: 'not-found', ...told, retryAfterMs: undefined } as never)

  test('are status, headers and body of the problem', () => {
    const parts = problemParts(error, 'relay')
    expect(parts).toMatchObject({ status: 404, headers: { 'content-type': 'application/problem+json' } })
    expect(Object.keys(parts?.headers ?? {})).toEqual(['content-type'])
    expect(JSON.parse(parts?.body ?? '')).toEqual(toProblemDetails(error, 'relay'))
    expect(problemParts(error)).toMatchObject({ status: 502 })
  })

  test('are found for whatever carries an ApiError', () => {
    const carrier = new Error('x')
    attachApiError(carrier, error)
    expect(problemParts(carrier, 'relay')).toEqual(problemParts(error, 'relay'))
    expect(problemParts(new Error('x', { cause: error }), 'relay')).toEqual(problemParts(error, 'relay'))
  })
})
