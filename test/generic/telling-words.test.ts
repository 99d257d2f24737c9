import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'

/** Sentences of real answers that say the same: what each must be taken for, and under which statuses. */
const sentences: readonly (readonly [reason: string, statuses: readonly number[], ...sentences: string[]])[] = [
  [
    'token-invalid',
    [200, 401, 403],
    'Invalid token',
    'this access token does not exist',
    'The access token is invalid',
    'Token is invalid or expired',
    'The token you entered is incorrect',
    'API token is not valid',
    'Malformed access token',
    'The provided token is malformed',
    '无效的令牌',
    '非法的access_token',
    'token不合法',
    'token校验失败',
  ],
  // Some tell it under the status of a payment.
  ['token-expired', [402], 'Access token expired', 'The access token has expired', '登录已过期', 'token已过期'],
  [
    'token-expired',
    [200, 401, 403],
    'Could not verify JWT: JWTExpired',
    'TokenExpiredError: jwt expired',
    'authkey timeout',
    'Your session timed out',
    'token timeout',
    '登录状态已过期',
  ],
  [
    'token-revoked',
    [200, 401],
    'Other clients logged in',
    'You have been logged in on another device',
    'Your account is logged in elsewhere',
    '您的账号已在其他设备登录',
    '账号在别处登录，您已被迫下线',
    '当前账号异地登录',
    '你已被踢下线',
  ],
  [
    'client-invalid',
    [200, 400, 401, 403],
    'SERVICE KEY IS NOT REGISTERED',
    'The subscription key is invalid',
    'Account authorization key not found in the system',
    'You have not supplied a valid API Access Key.',
    'Invalid client id or secret.',
    'Unregistered service key',
    '错误的请求KEY',
    '当前的KEY无效或者还未生效中！',
    'appid错误',
  ],
  [
    'credentials-invalid',
    [200, 400, 401, 403],
    'Invalid credentials',
    'Invalid user credentials.',
    'Unable to log in with provided credentials.',
    'Invalid email or password.',
    'password is incorrect',
    '用户名或密码错误',
    '账号密码不正确',
  ],
  ['unauthenticated', [401, 403], 'Authentication failed', 'Authentication required', 'Not authenticated'],
  [
    'signature-invalid',
    [200, 400, 401, 403],
    'verify sign failed',
    'sign error',
    'sign verify failed',
    'signature verification failed',
    'Signature check failed',
    '验证签名失败',
    '验签不通过',
    '签名不通过',
    '签名证书不匹配',
    'Sig校验失败',
    'sign校验错误',
    '数字签名无效',
    'csrf_token校验失败，请刷新页面',
    'CSRF token is invalid',
  ],
  [
    'missing-parameter',
    [200, 400, 422],
    'This field is required.',
    'name: this field may not be blank',
    'skillmd is required: a draft with no body',
    'The Name field is required.',
    '"email" is required',
    '请求参数不能为空',
    'code不能为空',
    '没有上传文件',
    '请上传文件',
  ],
  [
    'quota-exhausted',
    [403, 429],
    '该令牌额度已用尽',
    '额度已用完',
    '免费额度耗尽',
    'Usage blocked until tomorrow due to user specified spend limits.',
  ],
  ['already-exists', [200, 400], 'Customer has already been assigned with same email id'],
  ['already-exists', [200, 409], '不允许重复提交，请稍候再试', '请勿重复提交', '请勿重复操作'],
  [
    'action-required',
    [200, 403],
    '请点击下方验证按钮进行验证',
    '请先完成验证',
    '请先修改初始密码后再使用',
    '请先绑定手机号',
    '请完成实名认证',
    'Please verify your email address first',
    'You must change your password',
  ],
  ['account-disabled', [200, 401, 403], '账户失效', '账号已被冻结', '该用户已停用', 'Your account has been suspended'],
  ['content-rejected', [200, 400], '关键词屏蔽', '内容包含敏感词', '含有违禁词'],
  ['payment-declined', [200], '积分不足，无法兑换', '金币不足'],
  ['precondition-failed', [409], 'Document update conflict.', 'The resource was changed meanwhile: edit conflict'],
]

describe('a sentence that leaves no doubt', () => {
  for (const [reason, statuses, ...said] of sentences)
    for (const message of said)
      test(`${reason}: ${message}`, () => {
        for (const status of statuses)
          expect([status, judge(status, { success: false, message })?.reason]).toEqual([status, reason])
      })
})

describe('a sentence that is alike and means something else', () => {
  for (const [message, status, reason] of [
    ['Invalid push token', 400, 'invalid-parameter'],
    ['The refresh token is invalid', 401, 'grant-invalid'],
    ['Reset token is not valid', 400, 'grant-invalid'],
    ['Unexpected token in JSON', 400, 'invalid-parameter'],
    ['Key not found', 404, 'not-found'],
    ['The key already exists', 409, 'already-exists'],
    ['短信签名不合法', 400, 'invalid-parameter'],
    ['Upload timed out', 504, 'timeout'],
    ['The user does not exist', 404, 'not-found'],
    ['invalid token', 404, 'not-found'],
  ] as const)
    test(message, () => expect(judge(status, { success: false, message })?.reason).toBe(reason))

  for (const message of ['Please verify your input', 'The conflict rule is invalid', '请先选择验证码类型'])
    test(message, () => expect(judge(400, { message })?.category).toBe('param'))
})

describe('identifiers say it as sentences do', () => {
  for (const [code, reason] of [
    ['SERVICE_KEY_IS_NOT_REGISTERED_ERROR', 'client-invalid'],
    ['API_KEY_NOT_FOUND', 'client-invalid'],
    ['InvalidAccessKey', 'client-invalid'],
    ['invalid_app_id', 'client-invalid'],
    ['appKeyNotExists', 'client-invalid'],
    ['UNREGISTERED_SERVICE_KEY', 'client-invalid'],
    ['INVALID_CREDENTIALS', 'credentials-invalid'],
    ['wrong_password', 'credentials-invalid'],
    ['PasswordIncorrect', 'credentials-invalid'],
    ['NotLogined', 'unauthenticated'],
    ['Gateway.Login.NotLogined', 'unauthenticated'],
    ['NOT_LOGIN', 'unauthenticated'],
    ['user_not_logged_in', 'unauthenticated'],
    ['LOGIN_REQUIRED', 'unauthenticated'],
    ['RequestTimeTooSkewed', 'clock-skew'],
    ['TIMESTAMP_EXPIRED', 'clock-skew'],
    ['invalid_timestamp', 'clock-skew'],
    ['NONCE_USED', 'clock-skew'],
  ] as const)
    test(code, () => {
      for (const status of [200, 401]) expect(judge(status, { success: false, errorCode: code })?.reason).toBe(reason)
      expect(judge(200, { success: false, code })?.reason).toBe(reason)
    })
})

test('words of who asks are finer than a code for what is not there', () => {
  for (const message of ['API key not found', 'The access token does not exist'])
    expect(judge(400, { code: 'NOT_FOUND', message })?.category).toBe('auth')
})

describe('the fault of a SOAP client is its own, whatever the status', () => {
  for (const code of ['soap:Client', 'SOAP-ENV:Client', 'env:Sender', 'Client', 'soap:Client.Validation'])
    test(code, () => {
      for (const text of ['Server was unable to read request.', 'Bad Request', 'xyz'])
        expect(
          judge(
            500,
            `<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring></s:Fault></s:Body></s:Envelope>`,
          ),
        ).toMatchObject({ category: 'param', retry: 'never' })
      expect(judge(500, { faultcode: code, faultstring: 'Too many requests' })).toMatchObject({ reason: 'throttled' })
    })
  for (const code of ['soap:Server', 'env:Receiver'])
    test(`and not that of ${code}`, () => {
      expect(judge(500, { faultcode: code, faultstring: 'Server was unable to process request.' })).toMatchObject({
        category: 'server',
      })
    })
})
