import { describe, expect, test } from 'vitest'
import type { RawResponse } from './answer.ts'
import type { Batch } from './classify.ts'
import { createClassifier } from './classify.ts'
import type { Dialect } from './dialect.ts'
import { defineProvider, type Provider } from './provider.ts'

const codes = { TooMany: 'throttled', Gone: 'not-found', '-32601': 'unsupported' } as const

function providerOf(batch: Batch | undefined, more: Partial<Dialect> = {}): Provider {
  const dialect: Dialect = {
    code: ['error.code', 'error.type', 'errorCode'],
    message: 'error.message',
    codes,
    batch,
    ...more,
  }
  return defineProvider({ id: 'shop', hosts: ['shop.example'], dialects: [dialect] })
}

function raw(body: unknown, more: Partial<RawResponse> = {}): RawResponse {
  return { url: 'https://shop.example/$batch', method: 'POST', status: 200, headers: {}, body, ...more }
}

const outcomes = (provider: Provider, answer: RawResponse): unknown[] =>
  createClassifier(provider)
    .batch(answer)
    .map((error) => error && [error.reason, error.status, error.retryAfterMs])

describe('the answers in an answer', () => {
  test.each<[string, Batch, unknown, unknown[]]>([
    [
      'Graph: status, headers and body of each',
      { at: 'responses', status: 'status', headers: 'headers', body: 'body' },
      {
        responses: [
          { id: '1', status: 200, body: { value: [] } },
          { id: '2', status: 429, headers: { 'Retry-After': '7' }, body: { error: { code: 'TooMany', message: 'm' } } },
          { id: '3', status: 404, body: { error: { code: 'Gone' } } },
          { id: '4', status: 503 },
        ],
      },
      [undefined, ['throttled', 429, 7000], ['not-found', 404, undefined], ['unavailable', 503, undefined]],
    ],
    [
      'Elasticsearch: the only member of each',
      { at: 'items', status: '*.status', body: '*' },
      { errors: true, items: [{ index: { status: 201 } }, { delete: { status: 429, error: { type: 'TooMany' } } }] },
      [undefined, ['throttled', 429, undefined]],
    ],
    [
      'Salesforce: another name of the status',
      { at: 'compositeResponse', status: 'httpStatusCode', body: 'body' },
      {
        compositeResponse: [
          { httpStatusCode: 404, body: { errorCode: 'Gone' } },
          { httpStatusCode: 204, body: null },
        ],
      },
      [['not-found', 404, undefined], undefined],
    ],
    [
      'JSON-RPC: the body is the list, its items are judged as they are',
      { at: '$value' },
      [{ result: 1 }, { error: { code: -32601, message: 'm' } }],
      [undefined, ['unsupported', 200, undefined]],
    ],
    [
      'Meta: code and body as text, headers as records',
      { at: '$value', status: 'code', headers: 'headers', body: 'body' },
      [
        { code: 200, body: '{"id":"1"}' },
        { code: 400, headers: [{ name: 'Retry-After', value: '3' }], body: '{"error":{"code":"TooMany"}}' },
        null,
      ],
      [undefined, ['throttled', 400, 3000], undefined],
    ],
  ])('%s', (_name, batch, body, expected) => {
    const provider = providerOf(batch)
    for (const one of [body, JSON.stringify(body)]) expect(outcomes(provider, raw(one))).toEqual(expected)
    expect(createClassifier(provider)(raw(body))).toBeUndefined() // the batch itself is no error
  })

  test('are told to the hooks one by one, and passed as others are', () => {
    const told: (string | undefined)[] = []
    const body = { list: [{ error: { code: 'TooMany' } }, { error: { code: 'Gone' } }, { error: { code: 'New' } }] }
    const classify = createClassifier(providerOf({ at: 'list' }), {
      pass: ['not-found'],
      onError: ({ code }) => void told.push(code),
    })
    expect(classify.batch(raw(body)).map((error) => error?.code)).toEqual(['TooMany', undefined, 'New'])
    expect(told).toEqual(['TooMany', 'New'])
    expect(classify.batch(raw(body), { pass: [] }).map((error) => error?.code)).toEqual(['TooMany', 'Gone', 'New'])
  })

  test('have the status of the whole where they have none that is one', () => {
    const batch: Batch = { at: 'list', status: 'status' }
    const list = [{ status: 'x' }, { status: 0 }, { status: '404' }, {}]
    const statuses = createClassifier(providerOf(batch))
      .batch(raw({ list }, { status: 500 }))
      .map((error) => error?.status)
    expect(statuses).toEqual([500, 500, 404, 500])
  })

  test('are found by the fallback, too, and by whom a call names', () => {
    const provider = providerOf({ at: 'list' })
    const answer = raw({ list: [{ error: { code: 'Gone' } }] }, { url: 'https://unknown.example/' })
    expect(createClassifier([], { fallback: provider }).batch(answer)).toMatchObject([{ reason: 'not-found' }])
    expect(createClassifier([]).batch(answer, { provider })).toMatchObject([{ reason: 'not-found' }])
    expect(createClassifier([]).batch(answer)).toEqual([])
  })

  test('have a bound, and are none where no list is', () => {
    const classify = createClassifier(providerOf({ at: 'list' }), { onDefect: () => undefined })
    expect(classify.batch(raw({ list: Array.from({ length: 5000 }, () => ({})) }))).toHaveLength(1000)
    for (const body of [undefined, null, '', 'x', {}, { list: {} }, { list: 'x' }, []])
      expect(classify.batch(raw(body))).toEqual([])
    expect(createClassifier(providerOf(undefined)).batch(raw({ list: [{}] }))).toEqual([])
    const thrower = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('x')
        },
      },
    )
    expect(classify.batch(raw(thrower))).toEqual([])
    expect(classify.batch(undefined as never)).toEqual([])
  })

  test('read own properties alone', () => {
    const classify = createClassifier(providerOf({ at: 'list', status: 'constructor.length', body: '__proto__' }))
    expect(classify.batch(raw({ list: [{}, Object.create({ status: 500 })] }))).toEqual([undefined, undefined])
  })
})

test.each([
  [5, '`dialects[0].batch` must be an object, got 5'],
  [{ status: 'x' }, '`dialects[0].batch.at` must be a place, got undefined'],
  [{ at: '' }, '`dialects[0].batch.at` must be a place such as "error.code", "@header" or { at, match }, got ""'],
  [{ at: 'a', status: 5 }, '`dialects[0].batch.status` must be a non-empty string, got 5'],
  [{ at: 'a', items: 'b' }, '`dialects[0].batch.items` is not an option; expected one of at, status, headers, body'],
])('the batch %j is refused: %s', (batch, message) => {
  expect(() => providerOf(batch as never)).toThrow(new TypeError(message))
})
