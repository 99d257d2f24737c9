import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'

describe('the code of problem details is that of the house, and no address of a specification', () => {
  for (const [name, body, code, reason] of [
    [
      'a code of its own name',
      {
        type: 'https://httpstatuses.com/401',
        title: 'Unauthorized',
        status: 401,
        detail: 'Invalid email or password.',
        errorCode: 'INVALID_CREDENTIALS',
      },
      'INVALID_CREDENTIALS',
      'credentials-invalid',
    ],
    [
      'a code in a list of details',
      {
        type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1',
        title: 'Bad Request',
        status: 400,
        'o:errorDetails': [{ detail: 'Missing parameter q', 'o:errorCode': 'INVALID_PARAMETER' }],
      },
      'INVALID_PARAMETER',
      'missing-parameter',
    ],
    [
      'a section of RFC 9110',
      { type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5', title: 'Not Found', status: 404 },
      undefined,
      'not-found',
    ],
    [
      'a section of RFC 7231',
      { type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1', title: 'Bad Request', status: 400 },
      undefined,
      'invalid-parameter',
    ],
    [
      'a page about a status',
      { type: 'https://httpstatuses.io/409', title: 'Conflict', status: 409 },
      undefined,
      'precondition-failed',
    ],
    [
      'an address of the house says more',
      { type: 'https://api.example.com/problems/out-of-credit', title: 'x', status: 403 },
      'https://api.example.com/problems/out-of-credit',
      undefined,
    ],
  ] as const)
    test(name, () => {
      const error = judge(body.status, body, { 'content-type': 'application/problem+json' })
      expect(error?.code).toBe(code)
      if (reason !== undefined) expect(error?.reason).toBe(reason)
    })
})

describe('a code that a header tells', () => {
  for (const [name, status, headers, body, code, reason] of [
    [
      'of Vercel',
      504,
      { 'x-vercel-error': 'FUNCTION_INVOCATION_TIMEOUT' },
      'An error occurred with your deployment\n\nFUNCTION_INVOCATION_TIMEOUT\n\niad1::abc',
      'FUNCTION_INVOCATION_TIMEOUT',
      'timeout',
    ],
    ['of ngrok', 404, { 'ngrok-error-code': 'ERR_NGROK_3200' }, '', 'ERR_NGROK_3200', 'not-found'],
    [
      'of ClickHouse',
      403,
      { 'x-clickhouse-exception-code': '516' },
      'Code: 516. DB::Exception: default: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)',
      '516',
      'credentials-invalid',
    ],
    [
      'of API Gateway of Aliyun',
      403,
      { 'x-ca-error-code': 'Q403QE', 'x-ca-error-message': 'Quota Exhausted: monthly quota' },
      '',
      'Q403QE',
      'quota-exhausted',
    ],
    [
      'as words only',
      400,
      { 'x-ca-error-message': 'Invalid Signature, Server StringToSign:`GET##`' },
      '',
      undefined,
      'signature-invalid',
    ],
    ['in words of another house', 401, { 'x-error-message': 'Token has expired' }, '', undefined, 'token-expired'],
  ] as const)
    test(name, () => {
      const error = judge(status, body, headers)
      expect(error).toMatchObject({ reason })
      expect(error?.code).toBe(code)
    })

  test('stands behind what the body tells', () => {
    expect(judge(400, { code: 'E7', message: 'Missing parameter x' }, { 'x-error-code': 'E1' })?.code).toBe('E7')
  })
  test('is none below 400', () => {
    expect(judge(200, 'ok', { 'x-error-code': '0', 'x-error-message': 'Token has expired' })).toBeUndefined()
  })
})

/** https://github.com/grpc/grpc/blob/master/doc/statuscodes.md */
describe('a status of gRPC in the head of an answer', () => {
  for (const [number, reason] of [
    [3, 'invalid-parameter'],
    [4, 'timeout'],
    [5, 'not-found'],
    [6, 'already-exists'],
    [7, 'permission-denied'],
    [8, 'throttled'],
    [9, 'precondition-failed'],
    [11, 'out-of-range'],
    [12, 'unsupported'],
    [13, 'internal'],
    [14, 'unavailable'],
    [16, 'unauthenticated'],
  ] as const)
    test(`${number}: ${reason}`, () => {
      const headers = { 'content-type': 'application/grpc-web+proto', 'grpc-status': String(number) }
      expect(judge(200, '', headers)).toMatchObject({ reason, code: String(number) })
      expect(judge(200, '', { ...headers, 'grpc-message': 'Token%20has%20expired' })).toMatchObject({
        providerMessage: 'Token has expired',
      })
    })
  test('0 is a success', () => {
    expect(judge(200, '', { 'content-type': 'application/grpc-web+proto', 'grpc-status': '0' })).toBeUndefined()
  })
})
