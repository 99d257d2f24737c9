import { describe, expect, test } from 'vitest'
import type { ApiError } from './api-error.ts'
import { createClassifier } from './classify.ts'
import { defineProvider } from './provider.ts'
import { graphql } from './protocols.ts'

const speaker = createClassifier(defineProvider({ id: 'speaker', dialects: [graphql] }))

function judge(status: number, body: unknown): ApiError | undefined {
  const headers = { 'content-type': 'application/json' }
  return speaker({ url: 'https://a.example/', method: 'POST', status, headers, body: JSON.stringify(body) })
}

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
  ])('with the code %s are %s at 200 and at 400, partial data included', (code, reason) => {
    const errors = [{ message: 'words', extensions: { code } }, { message: 'more' }]
    for (const status of [200, 400])
      expect(judge(status, { data: { a: 1 }, errors })).toMatchObject({
        reason,
        code,
        providerMessage: 'words',
        issues: [{ message: 'words' }, { message: 'more' }],
        matchedBy: { by: 'protocol', dialect: 'graphql' },
      })
  })

  test('have their code in `extensions.code`, `type` or `code`, the most specific first', () => {
    const of = (error: object): (string | undefined)[] => {
      const found = judge(200, { errors: [{ message: 'm', ...error }] })
      return [found?.code, found?.outerCode]
    }
    expect(of({ extensions: { code: 'A' }, type: 'B', code: 5 })).toEqual(['A', '5'])
    expect(of({ type: 'NOT_FOUND' })).toEqual(['NOT_FOUND', undefined])
    expect(of({ code: 5 })).toEqual(['5', undefined])
    expect(of({ extensions: { code: '' }, type: 'FORBIDDEN' })).toEqual(['FORBIDDEN', undefined])
    expect(of({ extensions: { code: {} }, code: 1.5 })).toEqual([undefined, undefined])
    expect(judge(200, { errors: [{ message: 'm', extensions: { code: 'X' }, type: 'FORBIDDEN' }] })?.reason).toBe(
      'permission-denied',
    )
  })

  test('without a code are of an unknown cause', () => {
    expect(judge(200, { errors: [{ message: 'words' }] })).toMatchObject({
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
  ])('are not %j', (body) => {
    expect(judge(200, body)).toBeUndefined()
  })
})
