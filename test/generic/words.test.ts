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

describe('a token that is not the one that signs in', () => {
  for (const message of [
    'Expired refresh token',
    'Invalid or expired refresh token',
    'The refresh token has expired',
    '刷新token已过期',
    'Invalid or expired reset token',
    'Expired verification token',
    'Invitation token is not valid',
    'Push token expired',
    'Device token has expired',
    'Upload token expired',
    'Expired upload session',
    'Checkout session expired',
    'Chat session has expired',
    '设备令牌无效',
    '登录密码已过期',
    'Invalid session type',
  ])
    test(`starts no refresh: ${message}`, () => {
      for (const status of [200, 400, 403, 409, 422])
        expect(judge(status, { success: false, message })?.retry).not.toBe('after-recovery')
    })
  for (const code of [
    'REFRESH_TOKEN_EXPIRED',
    'InvalidRefreshToken',
    'INVALID_RESET_TOKEN',
    'EXPIRED_VERIFICATION_TOKEN',
    'PUSH_TOKEN_EXPIRED',
    'INVALID_DEVICE_TOKEN',
    'invalid_page_token',
    'CHECKOUT_SESSION_EXPIRED',
    'INVALID_TOKEN_ADDRESS',
    'INTERVIEW_INVALID_SESSION_TYPE',
  ])
    test(`nor by its code: ${code}`, () => {
      for (const status of [200, 400, 409]) expect(judge(status, { success: false, code })?.retry).toBe('never')
    })
  test('a refresh token is refused for good, whatever the status', () => {
    for (const status of [200, 400, 401, 403])
      for (const body of [{ message: 'Expired refresh token' }, { code: 'REFRESH_TOKEN_EXPIRED' }])
        expect(judge(status, { success: false, ...body })).toMatchObject({ reason: 'grant-invalid', retry: 'never' })
  })
  test('one that signs in is renewed', () => {
    for (const message of ['Token expired', 'Your session has expired', 'Access token expired, use your refresh token'])
      expect(judge(401, { message })?.retry).toBe('after-recovery')
  })
})

describe('a limit that is asked about is none that was reached', () => {
  for (const message of [
    'Rate limit must be a positive integer',
    'rate_limit is required',
    'Invalid value for rate limit',
    'Rate limit rule already exists',
    'Rate limit policy not found',
    'Throttling settings are invalid',
    'requests per minute must be between 1 and 1000',
    '限流规则不存在',
    '流控规则参数错误',
    'Too many requests in the batch, at most 20',
  ])
    test(message, () => {
      for (const status of [200, 400, 409, 422])
        expect(judge(status, { success: false, message })).toMatchObject({ category: 'param', retry: 'never' })
    })
  for (const code of [
    'RATE_LIMIT_RULE_NOT_FOUND',
    'INVALID_RATE_LIMIT',
    'REQUEST_BODY_SIZE_LIMIT',
    'TOO_MANY_REQUESTS_IN_BATCH',
  ])
    test(code, () => {
      for (const status of [200, 400, 409])
        expect(judge(status, { success: false, code })?.retry).not.toBe('after-wait')
    })
  test('one that was reached is', () => {
    for (const message of [
      'Rate limit exceeded, you must wait',
      '触发限流策略',
      'Exceeded 5 requests per second',
      'Rate limit policy exceeded',
    ])
      expect(judge(400, { message })).toMatchObject({ reason: 'throttled', retry: 'after-wait' })
  })
})

test('a message that sends its reader somewhere else asks for no sign-in here', () => {
  for (const message of [
    '请登录邮箱查收',
    '请先登录商户平台签约',
    '请登录控制台开通',
    'Please sign in to the portal to accept the terms',
  ])
    expect(judge(400, { message })?.matchedBy.by).not.toBe('message')
})

test('a payer’s bank that refuses is asked once: 402 is never throttling', () => {
  for (const message of [
    'Do not honor',
    'Payment failed',
    'Do not retry this transaction',
    'Transfer in doubt',
    '账号永久封禁',
  ])
    expect(judge(402, { message })?.retry).toBe('never')
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

test('of a message only the beginning is read, however long it is', () => {
  for (const part of ['a', 'invalid ', 'token ', '签名', '不', 'access_token', '(', '1 ', 'quota limit ']) {
    const start = part.repeat(Math.ceil(1024 / part.length))
    for (const status of [200, 400, 403, 429]) {
      const [short, long] = [start, `${start.repeat(100)} rate limit exceeded`].map(
        (errmsg) => judge(status, { errcode: 7, errmsg })?.reason,
      )
      expect([part, status, long]).toEqual([part, status, short])
      expect(judge(status, { code: part.repeat(100_000), message: 'x' })?.code).not.toBe(part.repeat(100_000))
    }
  }
})
