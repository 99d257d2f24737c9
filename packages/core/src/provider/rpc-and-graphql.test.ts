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

  test.each(Object.entries(known))('%s is %s', (status, reason) => {
    const body = { error: { code: 400, message: 'words', status } }
    expect(judge(unknownHost, 418, body)).toMatchObject({
      reason,
      code: status,
      providerMessage: 'words',
      matchedBy: { by: 'protocol' },
    })
    expect(judge(speaker, 200, body)).toMatchObject({ reason, code: status, matchedBy: { by: 'code' } })
    expect(judge(unknownHost, 200, body)).toBeUndefined()
  })

  test('the wait of RetryInfo and the fields of BadRequest are read, noise is not', () => {
    const details = [
      null,
      'x',
      { '@type': 'RetryInfo', retryDelay: '27s' },
      { fieldViolations: [{ field: 'age', description: 'must be positive' }, { field: 5 }, null] },
      { fieldViolations: {} },
      { retryDelay: '1s' },
    ]
    const error = judge(unknownHost, 429, { error: { status: 'RESOURCE_EXHAUSTED', details } })
    expect(error).toMatchObject({ retryAfterMs: 27_000, param: 'age', retry: 'after-wait' })
    expect(error?.issues[0]).toEqual({ param: 'age', message: 'must be positive' })
    expect(judge(unknownHost, 429, { error: { status: 'RESOURCE_EXHAUSTED', details: 'x' } })?.issues).toEqual([])
  })

  test.each(['OK', 'resource_exhausted', 'toString', '__proto__', '', 5, null])(
    'the status %j is none of its names',
    (status) => {
      expect(judge(unknownHost, 404, { error: { status, message: 'words' } })).toMatchObject({
        reason: 'not-found',
        code: undefined,
        providerMessage: 'words',
      })
    },
  )
})

describe('GraphQL errors', () => {
  test.each([
    ['GRAPHQL_PARSE_FAILED', 'invalid-parameter'],
    ['GRAPHQL_VALIDATION_FAILED', 'invalid-parameter'],
    ['BAD_USER_INPUT', 'invalid-parameter'],
    ['BAD_REQUEST', 'invalid-parameter'],
    ['OPERATION_RESOLUTION_FAILURE', 'invalid-parameter'],
    ['PERSISTED_QUERY_NOT_FOUND', 'not-found'],
    ['PERSISTED_QUERY_NOT_SUPPORTED', 'unsupported'],
    ['UNAUTHENTICATED', 'unauthenticated'],
    ['FORBIDDEN', 'permission-denied'],
    ['INTERNAL_SERVER_ERROR', 'internal'],
  ])('%s is %s at 200 and at 400, partial data included', (code, reason) => {
    const errors = [{ message: 'words', extensions: { code } }, { message: 'more' }]
    for (const status of [200, 400])
      expect(judge(speaker, status, { data: { a: 1 }, errors })).toMatchObject({
        reason,
        code,
        providerMessage: 'words',
        issues: [{ message: 'words' }, { message: 'more' }],
      })
  })

  test('an error without a code is one, of an unknown cause', () => {
    expect(judge(speaker, 200, { errors: [{ message: 'words' }] })).toMatchObject({
      reason: 'unknown',
      code: undefined,
      providerMessage: 'words',
    })
  })

  test.each([
    { errors: [] },
    { errors: null },
    { errors: {} },
    { errors: ['text'] },
    { errors: [{ message: 5 }] },
    { errors: [{ message: 'x' }, {}] },
    { errors: [null] },
    { data: {} },
    [],
    null,
    'errors',
  ])('%j is no error', (body) => {
    expect(judge(speaker, 200, body)).toBeUndefined()
  })
})
