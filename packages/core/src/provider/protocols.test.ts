import { describe, expect, test } from 'vitest'
import { createClassifier } from '../classify/create-classifier.ts'
import { defineProvider } from './define-provider.ts'
import { googleRpc } from './google-rpc.ts'
import { graphql } from './graphql.ts'
import { oauth } from './oauth.ts'
import { problemJson } from './problem-json.ts'

const unknownHost = createClassifier([])
const speaker = createClassifier(defineProvider({ id: 'speaker', dialects: [problemJson, googleRpc, graphql, oauth] }))

function judge(classify: typeof unknownHost, status: number, body: unknown, type = 'application/json') {
  return classify({
    url: 'https://a.example/',
    method: 'GET',
    status,
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  })
}

const problemType = 'application/problem+json'
const quota = 'https://iana.org/assignments/http-problem-types#quota-exceeded'

describe('problem details (RFC 9457)', () => {
  test.each([
    [429, { type: quota, title: 'Quota' }, 'throttled', 'protocol', quota],
    [
      503,
      { type: quota.replace('quota-exceeded', 'temporary-reduced-capacity'), title: 'x' },
      'unavailable',
      'protocol',
      undefined,
    ],
    [
      400,
      { type: quota.replace('quota-exceeded', 'abnormal-usage-detected'), title: 'x' },
      'abuse-blocked',
      'protocol',
      undefined,
    ],
    [404, { type: 'about:blank', title: 'Not Found', status: 404 }, 'not-found', 'status', undefined],
    [
      403,
      { type: 'https://x.example/probs/credit', title: 'No credit', detail: 'You have 30' },
      'permission-denied',
      'status',
      'https://x.example/probs/credit',
    ],
    [409, { title: 'Conflict', status: 409 }, 'precondition-failed', 'status', undefined],
    [422, { title: 'Bad', status: 422, code: 'E-1' }, 'invalid-parameter', 'status', 'E-1'],
  ])('at %d, %j is %s by %s', (status, body, reason, by, code) => {
    for (const classify of [unknownHost, speaker]) {
      const error = judge(classify, status, body, problemType)
      expect([error?.reason, error?.matchedBy.by === 'code' ? 'protocol' : error?.matchedBy.by]).toEqual([reason, by])
      expect(error?.matchedBy.dialect).toBe('problem-json')
      if (code !== undefined) expect(error?.code).toBe(code)
    }
  })

  test('the words, the fields and the request id are kept; an instance that is a path is no request id', () => {
    const error = judge(
      unknownHost,
      422,
      {
        type: 'https://x.example/validation',
        title: 'Invalid',
        detail: 'two fields are wrong',
        instance: '/account/12345/msgs/abc',
        errors: [{ pointer: '#/age', detail: 'must be positive' }, { detail: 'no colour' }, 'noise', null],
      },
      problemType,
    )
    expect(error).toMatchObject({ providerMessage: 'two fields are wrong', param: '#/age', requestId: undefined })
    expect(error?.issues.slice(0, 2)).toEqual([
      { param: '#/age', message: 'must be positive' },
      { message: 'no colour' },
    ])
    expect(judge(unknownHost, 500, { title: 'x', status: 500, traceId: '00-abc-01' })?.requestId).toBe('00-abc-01')
  })

  test.each([{ title: 'My book', name: 'x' }, { title: 'x', status: 200 }, { type: 'about:blank' }])(
    '%j is no problem without its media type',
    (body) => {
      expect(judge(unknownHost, 404, body)?.matchedBy.dialect).toBeUndefined()
    },
  )

  test('below 400, a body that only looks like a problem is business data, even for a speaker', () => {
    expect(judge(speaker, 200, { title: 'My video', type: 'video' })).toBeUndefined()
    expect(judge(speaker, 200, { title: 'My film', status: 200 })).toBeUndefined()
    expect(judge(unknownHost, 200, { title: 'x', type: quota }, problemType)).toBeUndefined()
  })

  test('below 400, a declared problem is one for a speaker', () => {
    expect(judge(speaker, 200, { title: 'x', type: quota }, problemType)?.reason).toBe('throttled')
  })
})

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

  test.each(Object.entries(known))('%s is %s at 400 of any host, and at 200 of a speaker alone', (error, reason) => {
    expect(judge(unknownHost, 400, { error })).toMatchObject({
      reason,
      code: error,
      matchedBy: { by: 'protocol', row: { code: error } },
    })
    expect(judge(speaker, 200, { error, error_description: 'words' })).toMatchObject({
      reason,
      code: error,
      providerMessage: 'words',
    })
    expect(judge(unknownHost, 200, { error })).toBeUndefined()
  })

  test('another name is OAuth beside a description alone', () => {
    expect(judge(unknownHost, 401, { error: 'my_error', error_description: 'x' })).toMatchObject({
      code: 'my_error',
      reason: 'unauthenticated',
    })
    expect(judge(unknownHost, 401, { error: 'my_error' })?.code).toBeUndefined()
    expect(judge(unknownHost, 401, { error: 'two words', error_description: 'x' })?.code).toBeUndefined()
  })

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is no name of OAuth', (error) => {
    expect(judge(unknownHost, 400, { error })).toMatchObject({ reason: 'invalid-parameter', code: undefined })
    expect(judge(speaker, 200, { error })).toBeUndefined()
    expect(judge(unknownHost, 400, { error, error_description: 'x' })).toMatchObject({
      reason: 'invalid-parameter',
      code: error,
    })
  })

  test.each([null, 5, {}, [], true, ''])('the error %j is none of OAuth', (error) => {
    expect(judge(speaker, 200, { error, error_description: 'x' })).toBeUndefined()
  })
})
