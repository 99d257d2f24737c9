import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'

/** Words that look alike and mean different things. */
const traps: readonly (readonly [trap: string, status: number, words: string, reason: string])[] = [
  ['a token', 200, 'invalid token', 'token-invalid'],
  ['a parameter that is called token', 200, 'invalid parameter token', 'invalid-parameter'],
  ['a token of a parser', 400, 'Unexpected token < in JSON at position 0', 'invalid-parameter'],
  ['tokens of a model', 400, 'max_tokens is too large', 'out-of-range'],
  ['a token that is missing', 200, 'access_token is blank', 'unauthenticated'],
  ['a card that has expired', 402, 'Expired card', 'payment-declined'],
  ['a token that has expired', 200, 'access_token expired', 'token-expired'],
  ["the payer's card", 402, 'Your card was declined', 'payment-declined'],
  ["a trader's own funds", 200, 'Insufficient balance.', 'payment-declined'],
  ["the API account's credits", 400, 'Your credit balance is too low to access the API', 'payment-required'],
  ["the API account's balance, by the status", 402, 'Insufficient Balance', 'payment-required'],
  ['an account in arrears', 200, '账号已欠费', 'payment-required'],
  ['a signature of a request', 200, '签名错误', 'signature-invalid'],
  ['the signature text of a short message', 200, '短信签名不合法', 'invalid-parameter'],
  ['a password', 200, '用户名或密码错误', 'credentials-invalid'],
  ['not signed in', 200, '未登录', 'unauthenticated'],
  ['too often', 200, '操作太频繁，请稍后再试', 'throttled'],
  ['busy', 200, '系统繁忙，请稍后再试', 'unavailable'],
  ['no rights', 200, '没有权限', 'permission-denied'],
  ['not there', 200, '订单不存在', 'not-found'],
  ['already there', 200, '用户名已存在', 'already-exists'],
  ['wrong parameter', 200, '参数错误', 'invalid-parameter'],
  ['missing parameter', 200, '缺少参数 name', 'missing-parameter'],
  [
    'an engine that is overloaded, although 429',
    429,
    'The engine is currently overloaded, please try again later',
    'unavailable',
  ],
  ['a quota, although 429', 429, 'You exceeded your current quota', 'quota-exhausted'],
  ['a region', 400, 'User location is not supported for the API use.', 'client-restricted'],
]

describe('traps', () => {
  for (const [trap, status, words, reason] of traps)
    test(`${trap}: ${words}`, () => {
      expect(judge(status, { errcode: 7, errmsg: words })).toMatchObject({ reason })
    })
})

describe('words change nothing about a clear status', () => {
  for (const [status, reason] of [
    [404, 'not-found'],
    [502, 'unavailable'],
    [503, 'unavailable'],
  ] as const)
    test(`${status} stays ${reason}`, () => {
      for (const words of ['参数错误', 'invalid parameter', 'the value is too long'])
        expect(judge(status, { message: words })?.reason).toBe(reason)
    })
  test('404 is no matter of credentials, 500 none of parameters', () => {
    for (const words of ['invalid access_token', 'rate limit exceeded', '没有权限'])
      expect(judge(404, { message: words })?.category).toBe('param')
    for (const words of ['invalid parameter', '参数错误'])
      expect(judge(500, { message: words })?.category).toBe('server')
  })
})

describe('a status leaves room for what it really leaves room for', () => {
  for (const [status, words, reason] of [
    [401, 'Request limit reached!', 'throttled'],
    [401, 'Your credit balance is too low', 'payment-required'],
    [403, '当日调用次数已达上限', 'quota-exhausted'],
    [409, 'duplicate key value violates unique constraint', 'already-exists'],
    [500, 'Token has expired', 'token-expired'],
    [500, 'JWT expired 3 minutes ago', 'token-expired'],
  ] as const)
    test(`${status}: ${words}`, () => expect(judge(status, { message: words })?.reason).toBe(reason))
})

describe('telling words stand before a number that imitates HTTP', () => {
  for (const [code, words, reason] of [
    [501, '请登录', 'unauthenticated'],
    [503, '业务不支持', 'unsupported'],
    [502, '参数错误', 'invalid-parameter'],
    [401, '请求过于频繁', 'throttled'],
    [429, '账户余额不足，请充值', 'payment-required'],
    [500, '签名错误', 'signature-invalid'],
    [400, '没有访问权限', 'permission-denied'],
    [404, 'token has expired', 'token-expired'],
    [403, 'Too many requests', 'throttled'],
  ] as const)
    test(`${code}: ${words}`, () => {
      for (const body of [
        { errno: code, errmsg: words },
        { code, msg: words, data: null },
      ])
        expect(judge(200, body)?.reason).toBe(reason)
    })
  test('it decides where the words are silent', () => {
    expect(judge(200, { code: 403, msg: 'nope', data: null })?.reason).toBe('permission-denied')
    expect(judge(200, { code: 429, msg: '-', data: null })?.reason).toBe('throttled')
  })
})

test('the table reads hostile messages in linear time', () => {
  judge(200, { errcode: 7, errmsg: 'warm up' })
  for (const part of [
    'a',
    'invalid ',
    'token ',
    '签名',
    '不',
    'access_token',
    'card ',
    'is ',
    '请',
    '(',
    '1 ',
    'quota limit ',
  ]) {
    const start = performance.now()
    for (const status of [200, 400, 403, 429]) {
      judge(status, { errcode: 7, errmsg: part.repeat(100_000) })
      judge(status, { code: part.repeat(100_000), message: 'x' })
    }
    expect(performance.now() - start).toBeLessThan(500)
  }
})
