import { type Reading, words as published, type Words } from '@unifault/providers/words'
import { describe, expect, test } from 'vitest'
import type { Entry } from './entries.ts'
import { judge } from './judgement.ts'
import { type Outcome, propose } from './propose.ts'

describe("the catalog's judgement calls", () => {
  test.each<[Outcome, string[]]>([
    ['ok', ['成功', '操作成功', 'Success', 'OK', '没有更多数据', 'no more records']],
    [
      'unauthenticated',
      ['缺少 access token', 'access_token missing', '用户未登录', 'Please log in first', 'Unauthorized'],
    ],
    ['token-expired', ['access_token超时', 'The access token has expired', '登录状态已失效']],
    ['token-invalid', ['无效的token', 'invalid access token', 'openid 和 access token 不匹配']],
    ['token-revoked', ['access_token 已撤销', 'The token has been revoked']],
    ['grant-invalid', ['refresh_token expired', '授权码已使用', '验证码已过期', '二维码已失效', 'invalid_grant']],
    [
      'client-invalid',
      ['不合法的AppID', 'invalid app key', '缺少参数 client_secret', '应用不存在', 'unauthorized_client'],
    ],
    ['credentials-invalid', ['用户名或密码错误', '短信验证码错误', 'Wrong user name or password']],
    ['signature-invalid', ['签名错误', 'Signature mismatch', '验签不通过，签名无效']],
    ['clock-skew', ['时间戳已过期', 'invalid timestamp', '重复的 nonce']],
    ['scope-insufficient', ['access_token无权限', 'insufficient_scope']],
    ['client-restricted', ['IP不在白名单内', 'The IP address is not allowed']],
    ['account-disabled', ['账号已被禁用', 'The account has been suspended']],
    ['action-required', ['用户未实名', '手机号未绑定', 'captcha required']],
    ['authorization-pending', ['二维码未扫描', 'authorization_pending']],
    ['throttled', ['请求过于频繁', 'Too many requests', '超出速率限制']],
    ['quota-exhausted', ['今日调用次数已达上限', 'Daily request limit reached', 'The quota is used up']],
    ['abuse-blocked', ['密码错误次数过多', 'Too many failed login attempts']],
    ['missing-parameter', ['缺少参数 shop_id', 'Missing parameter', '订单号不能为空']],
    [
      'invalid-parameter',
      ['缺少或错误 grant_type', '参数错误', 'Invalid order id', 'redirect_uri不匹配', 'invalid_scope'],
    ],
    ['out-of-range', ['名称长度不能超过16个字符', 'The name is too long']],
    ['content-rejected', ['内容包含敏感词']],
    ['unsupported', ['请使用POST请求', 'Method not allowed', '未知的签名方法', 'API 不存在']],
    ['not-found', ['订单不存在', 'The user was not found']],
    ['already-exists', ['手机号已存在', 'The name already exists', '你已领取过']],
    ['in-progress', ['任务正在执行', 'The order is being processed']],
    ['precondition-failed', ['订单状态不允许取消，状态错误', 'Invalid order state']],
    ['internal', ['未知错误', '系统异常', 'Internal server error']],
    ['unavailable', ['系统繁忙', '服务暂不可用', 'Service temporarily unavailable, try again later']],
  ])('%s', (reason, texts) => {
    expect(texts.map((text) => [text, judge(text)])).toEqual(texts.map((text) => [text, reason]))
  })

  test.each(['', 'abc', '-10', '商品', 'hello world'])('%j says nothing', (text) => {
    expect(judge(text)).toBeUndefined()
  })

  test('a text without end is judged at once', () => {
    expect(judge('错误 '.repeat(20_000))).toBe('invalid-parameter')
    expect(judge('a'.repeat(100_000))).toBeUndefined()
  })
})

describe('a proposal', () => {
  const entry = (given: Partial<Entry>): Entry => ({
    line: 1,
    code: '1001',
    zh: '',
    en: '',
    fixZh: '',
    fixEn: '',
    status: undefined,
    name: '',
    isName: false,
    aside: '',
    ...given,
  })
  const saying = (reason: Reading['reason'], share: number, confidence = share): Words => ({
    read: () => ({ reason, confidence, share }),
  })

  test('is not doubtful where the text and sure words say the same', () => {
    expect(propose(entry({ en: 'The order does not exist' }), saying('not-found', 0.99))).toEqual({
      reason: 'not-found',
      isDoubtful: false,
      others: [],
    })
  })

  test.each<[string, Partial<Entry>, Words]>([
    ['the words are not sure', { en: 'The order does not exist' }, saying('not-found', 0.8)],
    ['the words are sure of the category alone', { en: 'The order does not exist' }, saying('not-found', 0.8, 0.99)],
    ['the words say something else', { en: 'The order does not exist' }, saying('permission-denied', 0.99)],
    ['the two languages say two things', { en: 'The order does not exist', zh: '签名错误' }, saying('not-found', 0.99)],
    [
      'the identifier says something else',
      { en: 'The order does not exist', name: 'QUOTA_EXCEEDED' },
      saying('not-found', 0.99),
    ],
    ['the status says something else', { en: 'The order does not exist', status: 401 }, saying('not-found', 0.99)],
    ['nothing says anything', { en: 'Hm' }, { read: () => undefined }],
  ])('is doubtful where %s', (_why, given, words) => {
    expect(propose(entry(given), words).isDoubtful).toBe(true)
  })

  test('is not doubtful where a telling status says the same as the text and fairly sure words', () => {
    const limit = { en: 'Too many requests' }
    expect(propose(entry({ ...limit, status: 429 }), saying('throttled', 0.8)).isDoubtful).toBe(false)
    expect(propose(entry({ ...limit, status: 429 }), saying('throttled', 0.6)).isDoubtful).toBe(true)
    expect(propose(entry({ ...limit, status: 400 }), saying('throttled', 0.99)).isDoubtful).toBe(true)
    expect(propose(entry(limit), saying('throttled', 0.8)).isDoubtful).toBe(true)
  })

  test('follows sure words against the text, and the text against unsure ones', () => {
    const text = entry({ en: 'The order does not exist' })
    expect(propose(text, saying('permission-denied', 0.9)).reason).toBe('permission-denied')
    expect(propose(text, saying('permission-denied', 0.6)).reason).toBe('not-found')
    expect(propose(text, saying('permission-denied', 0.9)).others).toContain('not-found')
  })

  test('sees a success only where the text or sure words say so', () => {
    expect(propose(entry({ en: 'Hm' }), saying('ok', 0.9)).reason).toBe('invalid-parameter')
    expect(propose(entry({ en: 'Hm' }), saying('ok', 0.99)).reason).toBe('ok')
    expect(propose(entry({ en: 'Success' }), saying('ok', 0.5)).reason).toBe('ok')
  })

  test('takes the status where the text says nothing', () => {
    expect(propose(entry({ en: 'Hm', status: 429 }), { read: () => undefined }).reason).toBe('throttled')
  })

  test('reads a token whose only cure is to ask the user again as revoked', () => {
    const token = { zh: 'access token 不合法', fixZh: '需重新授权' }
    expect(propose(entry(token), saying('token-invalid', 0.99)).reason).toBe('token-revoked')
    expect(propose(entry({ ...token, fixZh: '请刷新token后重新授权' }), saying('token-invalid', 0.99)).reason).toBe(
      'token-invalid',
    )
  })

  test('is always a reason of the catalog, whatever the entry', () => {
    for (const given of [{}, { zh: '错' }, { name: '_' }, { code: '' }, { status: 999 }, { en: '\u0000' }])
      expect(propose(entry(given), published).reason).toMatch(/^[a-z-]+$/)
  })
})
