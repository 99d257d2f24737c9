import { describe, expect, test } from 'vitest'
import { createClassifier } from './classify.ts'
import type { ApiError } from './api-error.ts'
import { defineProvider } from './provider.ts'
import { problemJson } from './protocols.ts'

const speaker = createClassifier(defineProvider({ id: 'speaker', dialects: [problemJson] }))
/** Unknown hosts are judged by such a fallback, too. */
const fallback = createClassifier([], { fallback: defineProvider({ id: 'fallback', dialects: [problemJson] }) })
const problemType = 'application/problem+json'
const registry = 'https://iana.org/assignments/http-problem-types#'

function judge(status: number, body: unknown, type = 'application/json', by = speaker): ApiError | undefined {
  const headers = { 'content-type': type }
  return by({ url: 'https://a.example/', method: 'GET', status, headers, body: JSON.stringify(body) })
}

describe('problem details (RFC 9457)', () => {
  test.each([
    [429, { type: `${registry}quota-exceeded`, title: 'Quota' }, 'throttled', 'protocol', `${registry}quota-exceeded`],
    [
      503,
      { type: `${registry}temporary-reduced-capacity`, title: 'x' },
      'unavailable',
      'protocol',
      `${registry}temporary-reduced-capacity`,
    ],
    [
      400,
      { type: `${registry}abnormal-usage-detected`, title: 'x' },
      'abuse-blocked',
      'protocol',
      `${registry}abnormal-usage-detected`,
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
    [422, { title: 'Bad', status: 422, code: 422 }, 'invalid-parameter', 'status', undefined],
    [422, { title: 'Bad', status: 422, code: 17 }, 'invalid-parameter', 'status', '17'],
  ])('at %d, %j is %s by %s', (status, body, reason, by, code) => {
    for (const classify of [speaker, fallback]) {
      const error = judge(status, body, problemType, classify)
      expect(error).toMatchObject({ reason, code, matchedBy: { by, dialect: 'problem-json' } })
    }
  })

  test('keep the words, the fields and the request id; an instance that is a path is no request id', () => {
    const body = {
      type: 'https://x.example/validation',
      title: 'Invalid',
      detail: 'two fields are wrong',
      instance: '/account/12345/msgs/abc',
      errors: [{ pointer: '#/age', detail: 'must be positive' }, { detail: 'no colour' }, 'noise', null],
    }
    const error = judge(422, body, problemType)
    expect(error).toMatchObject({ providerMessage: 'two fields are wrong', param: '#/age', requestId: undefined })
    expect(error?.issues.slice(0, 2)).toEqual([
      { param: '#/age', message: 'must be positive' },
      { message: 'no colour' },
    ])
    expect(judge(500, { title: 'x', status: 500, traceId: '00-abc-01' })?.requestId).toBe('00-abc-01')
    expect(judge(500, { title: 'x', status: 500, requestId: 'r-1' })?.requestId).toBe('r-1')
  })

  test.each([{ title: 'My book', name: 'x' }, { title: 'x', status: 200 }, { type: 'about:blank' }])(
    'are not %j without the media type',
    (body) => {
      expect(judge(404, body)?.matchedBy.dialect).toBeUndefined()
    },
  )

  test('below 400 are what is declared so: what only looks like one is business data', () => {
    expect(judge(200, { title: 'My video', type: 'video' })).toBeUndefined()
    expect(judge(200, { title: 'My film', status: 200 })).toBeUndefined()
    expect(judge(200, { title: 'x', type: `${registry}quota-exceeded` }, problemType)?.reason).toBe('throttled')
  })

  test.each([null, [], 'text', 5, { errors: 'x' }, { errors: [null], title: {}, type: [] }])(
    'that are declared but nonsense do no harm: %j',
    (body) => {
      expect(judge(404, body, problemType)).toMatchObject({ reason: 'not-found', code: undefined })
    },
  )
})
