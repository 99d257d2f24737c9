import { expect, test } from 'vitest'
import { toOtelAttributes } from './views.ts'
import { fakeApiError } from './testing.ts'

test('a span has the occurrence, a metric only what has few values, an exception what recordException takes', () => {
  const error = fakeApiError({
    reason: 'throttled',
    provider: 'shop',
    code: 'E-1',
    outerCode: '15',
    status: 200,
    retryAfterMs: 0,
    requestId: 'r-1',
    providerMessage: 'slow down',
    request: { method: 'POST', url: 'https://a.example/x', idempotent: false },
  })
  const metric = {
    'error.type': 'throttled',
    'http.request.method': 'POST',
    'http.response.status_code': 200,
    'unifault.category': 'rate-limit',
    'unifault.provider': 'shop',
  }
  expect(toOtelAttributes(error)).toStrictEqual({
    metric,
    span: {
      ...metric,
      'exception.type': 'ApiError',
      'exception.message': 'shop E-1: throttled (HTTP 200): slow down',
      'unifault.code': 'E-1',
      'unifault.outer_code': '15',
      'unifault.matched_by': 'code',
      'unifault.request_id': 'r-1',
      'unifault.retry': 'after-wait',
      'unifault.retry_after_ms': 0,
    },
    exception: { name: 'ApiError', message: 'shop E-1: throttled (HTTP 200): slow down', stack: error.stack },
  })
})

test('what is unknown is left out, and every value is one that OpenTelemetry takes', () => {
  const { metric, span } = toOtelAttributes(fakeApiError({ reason: 'network' }))
  expect(Object.keys(metric)).toEqual(['error.type', 'http.request.method', 'unifault.category'])
  for (const value of Object.values(span)) expect(['string', 'number', 'boolean']).toContain(typeof value)
  expect(JSON.stringify(span)).not.toContain('example.com')
})

test('an exception without a stack has none', () => {
  const error = fakeApiError({ reason: 'internal' })
  Object.defineProperty(error, 'stack', { value: undefined })
  expect(Object.keys(toOtelAttributes(error).exception)).toEqual(['name', 'message'])
})
