import { describe, expect, test } from 'vitest'
import type { ApiError } from './api-error.ts'
import { createClassifier } from './classify.ts'
import { defineProvider } from './provider.ts'
import { oauth } from './protocols.ts'

const speaker = createClassifier(defineProvider({ id: 'speaker', dialects: [oauth] }))

function judge(status: number, body: unknown): ApiError | undefined {
  const headers = { 'content-type': 'application/json' }
  return speaker({ url: 'https://a.example/', method: 'GET', status, headers, body: JSON.stringify(body) })
}

describe('OAuth (RFC 6749, 6750, 7009, 8628, OpenID Connect)', () => {
  const known: Record<string, string> = {
    invalid_request: 'invalid-parameter',
    invalid_client: 'client-invalid',
    invalid_grant: 'grant-invalid',
    unauthorized_client: 'client-invalid',
    unsupported_grant_type: 'unsupported',
    unsupported_response_type: 'unsupported',
    invalid_scope: 'invalid-parameter',
    access_denied: 'scope-insufficient',
    server_error: 'internal',
    temporarily_unavailable: 'unavailable',
    invalid_token: 'token-invalid',
    insufficient_scope: 'scope-insufficient',
    unsupported_token_type: 'unsupported',
    authorization_pending: 'authorization-pending',
    slow_down: 'throttled',
    expired_token: 'grant-invalid',
    interaction_required: 'action-required',
    login_required: 'unauthenticated',
    account_selection_required: 'action-required',
    consent_required: 'action-required',
    request_not_supported: 'unsupported',
    request_uri_not_supported: 'unsupported',
    registration_not_supported: 'unsupported',
  }

  test.each(Object.entries(known))('%s is %s at any status', (error, reason) => {
    for (const status of [200, 400, 401, 500])
      expect(judge(status, { error, error_description: 'words' })).toMatchObject({
        reason,
        code: error,
        providerMessage: 'words',
        matchedBy: { by: 'protocol', dialect: 'oauth', row: { code: error } },
      })
    expect(judge(400, { error })).toMatchObject({ reason, code: error })
  })

  test('an error that is still awaited is polled, a slower poll waited for', () => {
    expect(judge(400, { error: 'authorization_pending' })).toMatchObject({ retry: 'poll', isRetryable: false })
    expect(judge(400, { error: 'slow_down' })).toMatchObject({ retry: 'after-wait' })
  })

  test('another name is one beside a description alone', () => {
    expect(judge(401, { error: 'my_error', error_description: 'x' })).toMatchObject({
      code: 'my_error',
      reason: 'unauthenticated',
      matchedBy: { by: 'status', dialect: 'oauth' },
    })
    expect(judge(401, { error: 'my_error' })?.code).toBeUndefined()
    expect(judge(401, { error: 'two words', error_description: 'x' })?.code).toBeUndefined()
    expect(judge(401, { error: 'x'.repeat(65), error_description: 'x' })?.code).toBeUndefined()
  })

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is no name of OAuth', (error) => {
    expect(judge(400, { error })).toMatchObject({ reason: 'invalid-parameter', code: undefined })
    expect(judge(200, { error })).toBeUndefined()
    expect(judge(400, { error, error_description: 'x' })).toMatchObject({ reason: 'invalid-parameter', code: error })
  })

  test.each([null, 5, {}, [], true, ''])('the error %j is none of OAuth', (error) => {
    expect(judge(200, { error, error_description: 'x' })).toBeUndefined()
  })
})
