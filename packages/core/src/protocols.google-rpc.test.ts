import { describe, expect, test } from 'vitest'
import type { ApiError } from './api-error.ts'
import { createClassifier } from './classify.ts'
import { defineProvider } from './provider.ts'
import { googleRpc } from './protocols.ts'

const speaker = createClassifier(defineProvider({ id: 'speaker', dialects: [googleRpc] }))

function judge(status: number, body: unknown): ApiError | undefined {
  const headers = { 'content-type': 'application/json' }
  return speaker({ url: 'https://a.example/', method: 'GET', status, headers, body: JSON.stringify(body) })
}

describe('google.rpc.Status (AIP-193)', () => {
  const known: Record<string, string> = {
    CANCELLED: 'timeout',
    UNKNOWN: 'internal',
    INVALID_ARGUMENT: 'invalid-parameter',
    DEADLINE_EXCEEDED: 'timeout',
    NOT_FOUND: 'not-found',
    ALREADY_EXISTS: 'already-exists',
    PERMISSION_DENIED: 'permission-denied',
    UNAUTHENTICATED: 'unauthenticated',
    RESOURCE_EXHAUSTED: 'throttled',
    FAILED_PRECONDITION: 'precondition-failed',
    ABORTED: 'in-progress',
    OUT_OF_RANGE: 'out-of-range',
    UNIMPLEMENTED: 'unsupported',
    INTERNAL: 'internal',
    UNAVAILABLE: 'unavailable',
    DATA_LOSS: 'internal',
  }

  test.each(Object.entries(known))('%s is %s at any status', (code, reason) => {
    for (const status of [200, 400, 418, 503])
      expect(judge(status, { error: { code: 400, message: 'words', status: code } })).toMatchObject({
        reason,
        code,
        providerMessage: 'words',
        matchedBy: { by: 'protocol', dialect: 'google-rpc', row: { code } },
      })
  })

  test('has the wait of RetryInfo and the fields of BadRequest, not noise', () => {
    const details = [
      null,
      'x',
      { '@type': 'RetryInfo', retryDelay: '27s' },
      { fieldViolations: [{ field: 'age', description: 'must be positive' }, { field: 5 }, null] },
      { fieldViolations: {} },
      { retryDelay: '1s' },
    ]
    const error = judge(429, { error: { status: 'RESOURCE_EXHAUSTED', details } })
    expect(error).toMatchObject({ retryAfterMs: 27_000, param: 'age', retry: 'after-wait' })
    expect(error?.issues[0]).toEqual({ param: 'age', message: 'must be positive' })
    expect(judge(429, { error: { status: 'RESOURCE_EXHAUSTED', details: 'x' } })?.issues).toEqual([])
    const fraction = [{ retryDelay: '0.5s' }]
    expect(judge(429, { error: { status: 'RESOURCE_EXHAUSTED', details: fraction } })?.retryAfterMs).toBe(500)
  })

  test.each(['OK', 'resource_exhausted', 'toString', '__proto__', '', 5, null])(
    'is none by the status %j',
    (status) => {
      expect(judge(200, { error: { status, message: 'words' } })).toBeUndefined()
      expect(judge(404, { error: { status, message: 'words' } })).toMatchObject({
        reason: 'not-found',
        code: undefined,
        providerMessage: 'words',
      })
    },
  )
})
