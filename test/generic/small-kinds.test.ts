import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'

describe('a request id', () => {
  for (const [name, body, headers, id] of [
    ['Msh-Request-Id', { message: 'x' }, { 'msh-request-id': 'm-1' }, 'm-1'],
    ['X-Reqid', { error: 'x' }, { 'x-reqid': 'q-1' }, 'q-1'],
    [
      'errorId of Okta',
      { errorCode: 'E0000011', errorSummary: 'x', errorId: 'oaeHfmOAx1iRLa0H10' },
      {},
      'oaeHfmOAx1iRLa0H10',
    ],
    ['pspReference', { status: 400, errorCode: '101', message: 'x', pspReference: '881' }, {}, '881'],
    ['request-id', { error: { message: 'x', 'request-id': 'g-1' } }, {}, 'g-1'],
    ['cf-ray', { message: 'x' }, { 'cf-ray': '8f-AMS' }, '8f-AMS'],
    ['the body before a header', { message: 'x', requestId: 'b-1' }, { 'x-reqid': 'q-1' }, 'b-1'],
  ] as const)
    test(name, () => expect(judge(400, body, headers)?.requestId).toBe(id))

  test('the reference number of a page', () => {
    const akamai =
      "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY>You don't have permission.<P>Reference&#32;&#35;18&#46;2d351ab8&#46;1557333295</BODY></HTML>"
    expect(judge(403, akamai)?.requestId).toBe('18.2d351ab8.1557333295')
    const cloudflare =
      '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body>Sorry, you have been blocked <span>Cloudflare Ray ID: <strong>8f1234567890abcd</strong></span></body></html>'
    expect(judge(403, cloudflare)?.requestId).toBe('8f1234567890abcd')
  })
})

describe('a code', () => {
  for (const [name, status, body, code] of [
    ['error.type, when it is the code', 400, { type: 'error', error: { type: '1113', message: 'x' } }, '1113'],
    ['a name of a parameter is none', 400, { code: 'E7', error: [{ name: 'msg', message: 'too long' }] }, 'E7'],
    [
      'a page that explains errors is none',
      400,
      { type: 'https://example.com/docs', title: 'Bad Request', status: 400 },
      undefined,
    ],
    ['SQLSTATE', 409, { code: '23505', message: 'duplicate key' }, '23505'],
    ['errorNum', 404, { error: true, errorNum: 1202, errorMessage: 'document not found', code: 404 }, '1202'],
    [
      'ErrorNumber',
      400,
      { ErrorNumber: 10, Type: 'ValidationException', Message: 'A validation exception occurred' },
      '10',
    ],
    ['serviceErrorCode', 401, { serviceErrorCode: 65601, message: 'x', status: 401 }, '65601'],
    ['sys.id', 404, { sys: { type: 'Error', id: 'NotFound' }, message: 'x' }, 'NotFound'],
    [
      'a nested code',
      401,
      { fault: { faultstring: 'x', detail: { errorcode: 'oauth.v2.InvalidAccessToken' } } },
      'oauth.v2.InvalidAccessToken',
    ],
    ['case and separators change nothing', 200, { 'ERR-CODE': 'E-7', Err_Msg: '签名错误' }, 'E-7'],
    [
      'an attribute of XML',
      429,
      '<?xml version="1.0"?><IntuitResponse><Fault type="THROTTLE"><Error code="3001"><Message>ThrottleExceeded</Message></Error></Fault></IntuitResponse>',
      '3001',
    ],
  ] as const)
    test(name, () => expect(judge(status, body)?.code).toBe(code))
})

test('GBK bytes under a declared utf-8 keep their words', () => {
  const gbk = new Uint8Array([0xc7, 0xa9, 0xc3, 0xfb, 0xb4, 0xed, 0xce, 0xf3]) // 签名错误
  const head = new TextEncoder().encode('{"errcode":7,"errmsg":"')
  const tail = new TextEncoder().encode('"}')
  const bytes = new Uint8Array([...head, ...gbk, ...tail])
  expect(judge(200, bytes, { 'content-type': 'application/json; charset=utf-8' })).toMatchObject({
    reason: 'signature-invalid',
    providerMessage: '签名错误',
  })
})

test('an unescaped form is read', () => {
  expect(judge(200, 'respCode=11&respMsg=Merchant information do not exist {x}&version=5.1.0')).toMatchObject({
    code: '11',
    providerMessage: 'Merchant information do not exist {x}',
  })
})
