import { expect, test } from 'vitest'
import { reasonTraits } from '../taxonomy/reason-traits.ts'
import { fakeApiError } from '../testing/fake-api-error.ts'
import { toProblemDetails } from './to-problem-details.ts'

const told = {
  provider: 'shop',
  code: 'E-1',
  requestId: 'r-1',
  param: 'q',
  issues: [{ param: 'q', message: 'bad' }],
  providerMessage: 'internal words',
  retryAfterMs: 1001,
}

test.each([...reasonTraits])('relayed, %s is told with its own status', (reason, [category, status]) => {
  expect(toProblemDetails(fakeApiError({ reason }), 'relay')).toEqual({
    type: 'about:blank',
    title: reason,
    status,
    category,
    reason,
  })
})

test('relayed, the caller learns what the provider said', () => {
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

test.each([...reasonTraits])('as a gateway, %s is the fault of something behind', (reason, [category]) => {
  const problem = toProblemDetails(fakeApiError({ reason, ...told }), 'gateway')
  const status = category === 'rate-limit' || reason === 'unavailable' ? 503 : reason === 'timeout' ? 504 : 502
  expect(problem).toEqual({
    type: 'about:blank',
    title: { 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout' }[status],
    status,
    category: 'server',
    reason: category === 'server' ? reason : status === 503 ? 'unavailable' : 'internal',
    retryAfter: 2,
  })
})

test('a word that is neither tells as little as a gateway', () => {
  const problem = toProblemDetails(fakeApiError({ reason: 'client-invalid', ...told }), 'Relay' as never)
  expect(problem).not.toHaveProperty('detail')
  expect(problem.status).toBe(502)
})

test.each([
  [0, 0],
  [1, 1],
  [1000, 1],
  [86_400_000, 86_400],
])('a wait of %d ms is told as %d s', (retryAfterMs, retryAfter) => {
  for (const as of ['relay', 'gateway'] as const)
    expect(toProblemDetails(fakeApiError({ reason: 'throttled', retryAfterMs }), as).retryAfter).toBe(retryAfter)
})

test('problem details are plain data without undefined members', () => {
  for (const as of ['relay', 'gateway'] as const) {
    const problem = toProblemDetails(fakeApiError({ reason: 'internal' }), as)
    expect(JSON.parse(JSON.stringify(problem))).toStrictEqual(problem)
  }
})
