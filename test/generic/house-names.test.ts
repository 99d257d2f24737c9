import { describe, expect, test } from 'vitest'
import { defects, judge } from './judge.ts'

/*
 * Every house has names of its own for the same few things. What they have in common is how they are made: a word for the
 * answer or the failure, and a word for words.
 */
describe('the words of an error are read under any name that is made for them', () => {
  for (const name of [
    'retMessage',
    'ret_desc',
    'returnMessage',
    'respMessage',
    'resp_desc',
    'rtnMessage',
    'rspDesc',
    'resultInfo',
    'codeMsg',
    'errorInfo',
    'httpMessage',
    'exceptionMessage',
    'failureMessage',
    'sysMsg',
    'msg2',
  ])
    test(name, () => {
      expect(judge(200, { retCode: '17', [name]: '系统未知错误' })).toMatchObject({
        reason: 'internal',
        code: '17',
        providerMessage: '系统未知错误',
      })
      expect(judge(500, { [name]: 'The token has expired' })).toMatchObject({ reason: 'token-expired' })
      expect(judge(200, { [name]: '系统未知错误', id: 7 })).toBeUndefined()
      expect(judge(200, { retCode: '0', [name]: '系统未知错误' })).toBeUndefined()
    })
})

describe('an error below 400 in an envelope of a house', () => {
  for (const [name, body, reason, code] of [
    ['a list of messages', { status: false, httpstatus: 200, messages: ['用户未登录'], data: {} }, 'unauthenticated'],
    ['a list of messages beside a flag', { success: false, messages: ['系统繁忙，请稍后重试！'] }, 'unavailable'],
    [
      'a record under code',
      { code: { errcode: '80001001000119', errmsg: 'access_token已过期' }, data: null },
      'token-expired',
      '80001001000119',
    ],
    [
      'a list of what would have been right',
      { success: false, error: 'Account not found', availableLabels: ['personal', 'work'] },
      'not-found',
    ],
    [
      'a head inside a response',
      { response: { header: { resultCode: '11', resultMsg: 'Missing parameter' } } },
      'missing-parameter',
      '11',
    ],
    ['a flag inside a response', { response: { status: false, message: 'Token has been expired' } }, 'token-expired'],
    [
      'a word for failure inside a response',
      { response: { returncode: 'FAILED', messageKey: 'notFound', message: 'Recording not found' } },
      'not-found',
    ],
    [
      'a word for failure beside a record',
      { returnCode: 'FAIL', returnMsg: '参数错误', bizContent: { errCode: 'INVALID_PARAMETER' } },
      'invalid-parameter',
    ],
    ['a sentence beside nothing', { LoggedIn: false, ErrorDescription: 'You are not logged in.' }, 'unauthenticated'],
    [
      'a list of Taobao whose first item is a bare name',
      { api: 'x', data: {}, ret: ['FAIL_SYS_USER_VALIDATE', 'RGV587_ERROR::SM::请先完成验证'], v: '1.0' },
      'action-required',
      'FAIL_SYS_USER_VALIDATE',
    ],
    [
      'XML with a header of its own name',
      '<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg><returnAuthMsg>SERVICE_KEY_IS_NOT_REGISTERED_ERROR</returnAuthMsg><returnReasonCode>30</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>',
      'client-invalid',
      '30',
    ],
  ] as const)
    test(name, () => {
      const error = judge(200, body)
      expect(error).toMatchObject({ reason })
      if (code !== undefined) expect(error?.code).toBe(code)
    })
})

describe('a success in the same envelope stays one', () => {
  for (const [name, body] of [
    ['a list of messages', { status: true, httpstatus: 200, messages: ['已登录'], data: { flag: true } }],
    ['items that came', { success: false, message: 'Not found', rows: [{ a: 1 }] }],
    ['messages of a chat', { messages: ['登录失败'], total: 1 }],
    ['a record under code', { code: { errcode: '0', errmsg: 'success' }, data: { id: 1 } }],
    [
      'a head inside a response',
      { response: { header: { resultCode: '00', resultMsg: 'NORMAL SERVICE.' }, body: { items: [] } } },
    ],
    ['a flag inside a response', { response: { status: true, message: 'Valid Booking' } }],
    ['a response that was logged', { response: { status: 404, message: 'Not Found' } }],
    ['a response beside its request', { request: { url: '/x' }, response: { success: false, message: 'Not Found' } }],
    ['a word for success beside a record', { returnCode: 'SUCCESS', returnMsg: 'OK', bizContent: { id: 1 } }],
    ['a sentence beside something', { LoggedIn: true, ErrorDescription: 'You are not logged in.' }],
    ['an answer to a question', { valid: false, error_message: 'The card has expired' }],
    ['a reason why goods come back', { returnReasonCode: '3', message: 'Wrong size ordered' }],
    ['the state of an order', { statusCode: 3, statusDesc: '订单已取消' }],
    ['a sentence for later', { enabled: false, errorMessage: 'We are sorry, the system is busy' }],
    ['a list of Taobao', { api: 'x', data: { a: 1 }, ret: ['SUCCESS::调用成功'], v: '1.0' }],
    [
      'XML with a header of its own name',
      '<response><header><resultCode>00</resultCode><resultMsg>NORMAL SERVICE.</resultMsg></header><body><items/></body></response>',
    ],
  ] as const)
    test(name, () => expect(judge(200, body)).toBeUndefined())
})

describe('a refusal is read in lists, whatever they are called', () => {
  for (const [name, status, body, reason, code] of [
    [
      'tppMessages',
      429,
      {
        tppMessages: [{ category: 'ERROR', code: 'ACCESS_EXCEEDED', text: 'exceeded the consented access per day' }],
      },
      'quota-exhausted',
      'ACCESS_EXCEEDED',
    ],
    [
      'tppMessages without words',
      401,
      { tppMessages: [{ category: 'ERROR', code: 'TOKEN_INVALID' }] },
      'token-invalid',
      'TOKEN_INVALID',
    ],
    [
      'a list of details with names of its own',
      400,
      { title: 'x', 'o:errorDetails': [{ detail: 'The token has expired', 'o:errorCode': 'TOKEN' }] },
      'token-expired',
      'TOKEN',
    ],
    ['validationErrors', 400, { validationErrors: [{ message: 'Missing parameter x' }] }, 'missing-parameter'],
    ['a list of words for each field', 400, { content: ['This field is required.'] }, 'missing-parameter'],
    [
      'words of no field',
      400,
      { non_field_errors: ['Unable to log in with provided credentials.'] },
      'credentials-invalid',
    ],
    ['words under a name of its own', 401, { exp: 'token expired' }, 'token-expired'],
    ['words in another language of names', 400, { mensagem: 'Rate limit exceeded' }, 'throttled'],
    [
      'the data of an error of JSON-RPC',
      200,
      {
        jsonrpc: '2.0',
        id: 1,
        error: { code: 100, message: 'Server Error', data: { name: 'x.AccessError', message: 'Permission denied' } },
      },
      'permission-denied',
    ],
  ] as const)
    test(name, () => {
      const error = judge(status, body)
      expect(error).toMatchObject({ reason })
      if (code !== undefined) expect(error?.code).toBe(code)
    })
})

test('any number of shells that stand in each other is harmless', () => {
  for (const name of ['response', 'reply', 'cmmMsgHeader'])
    for (const depth of [5, 5000, 50_000])
      judge(200, `${`{"${name}":`.repeat(depth)}{"resultCode":"11"}${'}'.repeat(depth)}`, {
        'content-type': 'application/json',
      })
  expect(defects).toEqual([])
})
