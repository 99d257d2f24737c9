import { createClassifier, type RawResponse } from '@unifault/core'
import { allProviders, generic } from '@unifault/providers'
import { describe, expect, test } from 'vitest'

const classify = createClassifier(allProviders, { fallback: generic })
const unknown = 'https://api.example.com/batch'

function verdicts(url: string, body: unknown, more: Partial<RawResponse> = {}): (string | undefined)[] {
  const raw = { url, method: 'POST', status: 200, headers: { 'content-type': 'application/json' }, ...more }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const found = classify.batch({ ...raw, body: text }).map((error) => error?.reason)
  // A client that has parsed the body already gets the same verdicts.
  if (typeof body !== 'string') expect(classify.batch({ ...raw, body }).map((error) => error?.reason)).toEqual(found)
  return found
}

describe('a verdict for each answer of a batch', () => {
  test('Microsoft Graph', () => {
    const body = {
      responses: [
        { id: '1', status: 200, body: { displayName: 'A' } },
        {
          id: '2',
          status: 429,
          headers: { 'Retry-After': '7' },
          body: { error: { code: 'TooManyRequests', message: 'Too many requests' } },
        },
        { id: '3', status: 404, body: { error: { code: 'Request_ResourceNotFound', message: 'gone' } } },
      ],
    }
    expect(verdicts('https://graph.microsoft.com/v1.0/$batch', body)).toEqual([undefined, 'throttled', 'not-found'])
    const [, second] = classify.batch({
      url: 'https://graph.microsoft.com/v1.0/$batch',
      method: 'POST',
      status: 200,
      headers: {},
      body,
    })
    expect(second).toMatchObject({ provider: 'azure', status: 429, retryAfterMs: 7000 })
    expect(verdicts(unknown, body)).toEqual([undefined, 'throttled', 'not-found'])
  })

  test('Elasticsearch bulk', () => {
    const body = {
      took: 1,
      errors: true,
      items: [
        { index: { _index: 'a', _id: '1', status: 201, result: 'created' } },
        {
          index: {
            _index: 'a',
            _id: '2',
            status: 400,
            error: { type: 'mapper_parsing_exception', reason: 'failed to parse field [n]' },
          },
        },
        {
          create: {
            _index: 'a',
            _id: '3',
            status: 429,
            error: { type: 'es_rejected_execution_exception', reason: 'rejected execution' },
          },
        },
      ],
    }
    expect(verdicts(unknown, body)).toEqual([undefined, 'invalid-parameter', 'throttled'])
    expect(classify({ url: unknown, method: 'POST', status: 200, headers: {}, body })).toBeUndefined()
  })

  test('Salesforce composite and collections', () => {
    const home = 'https://x.my.salesforce.com/services/data/v62.0/composite'
    const composite = {
      compositeResponse: [
        { body: { id: '001', success: true, errors: [] }, httpHeaders: {}, httpStatusCode: 201, referenceId: 'a' },
        {
          body: [
            { message: 'Required fields are missing: [Name]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] },
          ],
          httpHeaders: {},
          httpStatusCode: 400,
          referenceId: 'b',
        },
      ],
    }
    expect(verdicts(home, composite)).toEqual([undefined, 'missing-parameter'])
    const collection = [
      { id: '001', success: true, errors: [] },
      { success: false, errors: [{ statusCode: 'DUPLICATE_VALUE', message: 'duplicate value found', fields: [] }] },
    ]
    expect(verdicts(`${home}/sobjects`, collection)).toEqual([undefined, 'already-exists'])
  })

  test('Meta', () => {
    const body = [
      { code: 200, headers: [{ name: 'Content-Type', value: 'text/javascript' }], body: '{"id":"1"}' },
      null,
      {
        code: 400,
        headers: [{ name: 'Content-Type', value: 'text/javascript' }],
        body: '{"error":{"message":"Error validating access token: Session has expired","type":"OAuthException","code":190,"error_subcode":463}}',
      },
    ]
    expect(verdicts('https://graph.facebook.com/v23.0/', body)).toEqual([undefined, undefined, 'token-expired'])
  })

  test("Google's parts of multipart/mixed", () => {
    const body = [
      '--batch_x',
      'Content-Type: application/http',
      'Content-ID: <response-1>',
      '',
      'HTTP/1.1 200 OK',
      'Content-Type: application/json',
      '',
      '{"id":"1"}',
      '--batch_x',
      'Content-Type: application/http',
      '',
      'HTTP/1.1 404 Not Found',
      'Content-Type: application/json',
      '',
      '{"error":{"code":404,"message":"File not found: 2.","errors":[{"domain":"global","reason":"notFound","message":"File not found: 2."}]}}',
      '--batch_x--',
      '',
    ].join('\r\n')
    const headers = { 'content-type': 'multipart/mixed; boundary=batch_x' }
    expect(verdicts('https://www.googleapis.com/batch/drive/v3', body, { headers })).toEqual([undefined, 'not-found'])
    expect(
      classify({ url: 'https://www.googleapis.com/batch/drive/v3', method: 'POST', status: 200, headers, body }),
    ).toBeUndefined()
  })

  test('JSON-RPC', () => {
    const body = [
      { jsonrpc: '2.0', id: 1, result: '0x1' },
      { jsonrpc: '2.0', id: 2, error: { code: -32602, message: 'Invalid params' } },
      { jsonrpc: '2.0', id: 3, error: { code: -32601, message: 'Method not found' } },
    ]
    expect(verdicts(unknown, body)).toEqual([undefined, 'invalid-parameter', 'unsupported'])
  })

  test("DynamoDB's unprocessed items are none", () => {
    const body = { UnprocessedItems: { t: [{ PutRequest: { Item: { id: { S: '1' } } } }] } }
    const url = 'https://dynamodb.us-east-1.amazonaws.com/'
    expect(verdicts(url, body)).toEqual([])
    expect(classify({ url, method: 'POST', status: 200, headers: {}, body })).toBeUndefined()
  })

  test('a list of records has no error in it', () => {
    const body = [
      { id: 1, code: 'CN', message: 'failed' },
      { id: 2, status: 'error', name: 'job' },
    ]
    expect(verdicts(unknown, body)).toEqual([undefined, undefined])
    expect(verdicts(unknown, { items: ['a', 1, null] })).toEqual([undefined, undefined, undefined])
  })
})
