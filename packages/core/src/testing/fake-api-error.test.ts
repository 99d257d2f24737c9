import { expect, test } from 'vitest'
import { isApiError } from '../error/is-api-error.ts'
import { reasonTraits } from '../taxonomy/reason-traits.ts'
import { fakeApiError } from './fake-api-error.ts'

test.each([...reasonTraits])('of %s alone the rest follows', (reason, [category, status, , retry, recovery]) => {
  const error = fakeApiError({ reason })
  expect(isApiError(error)).toBe(true)
  expect(error).toMatchObject({
    category,
    reason,
    status: reason === 'network' ? undefined : status,
    retry,
    recovery,
    isRetryable: retry === 'after-wait' || retry === 'if-idempotent',
    issues: [],
    matchedBy: { by: reason === 'network' ? 'transport' : 'status' },
    request: { method: 'GET', url: 'https://api.example.com/', idempotent: true },
  })
})

test('every field can be given', () => {
  const request = { method: 'POST', url: undefined, idempotent: false }
  const given = {
    reason: 'internal',
    retry: 'if-idempotent',
    provider: 'shop',
    code: '5',
    outerCode: '1',
    status: 200,
    retryAfterMs: 5,
    requestId: 'r',
    param: 'p',
    issues: [{ param: 'p' }],
    providerMessage: 'm',
    docUrl: 'https://d.example/',
    matchedBy: { by: 'protocol' },
    request,
  } as const
  expect(fakeApiError(given)).toMatchObject({ ...given, isRetryable: false, message: 'shop 5: internal (HTTP 200): m' })
  expect(fakeApiError({ ...given, isRetryable: true }).isRetryable).toBe(true)
  expect(fakeApiError({ reason: 'internal', code: '5' }).matchedBy).toEqual({ by: 'code' })
})

test.each([
  [{ reason: 'fast' }, '`reason` must be a reason, got "fast"'],
  [{}, '`reason` must be a reason, got undefined'],
  [
    { reason: 'throttled', retryAfter: 5 },
    '`retryAfter` is not an option; expected one of reason, retry, isRetryable, provider, code, outerCode, status, retryAfterMs, requestId, param, issues, providerMessage, docUrl, matchedBy, request',
  ],
  [{ reason: '__proto__' }, '`reason` must be a reason, got "__proto__"'],
])('%j is refused with %j', (options, message) => {
  expect(() => fakeApiError(options as never)).toThrow(new TypeError(message))
})
