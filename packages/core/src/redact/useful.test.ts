import { expect, test } from 'vitest'
import { redactor as deep } from './deep.ts'
import type { RequestView } from './request.ts'
import { redactor as small } from './small.ts'

/** A request as they are: an order of a signed-in user, with a signature, a session and ids of its own. */
const request: RequestView = {
  url: new URL(
    'https://api.shop.test/v1/customers/cus_4fdAW5ftNQow1a/orders/1f0e7a52-4c3b-4d8a-9b66-0d4fd4a2c7f1?page=2&page_size=50&sort=name&key=name&code=1001&expand=items&state=open&currency_code=EUR',
  ),
  headers: {
    accept: 'application/json, text/plain, */*',
    'accept-language': 'en-US,en;q=0.9',
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) shop-client/2.4.1 node/v20.11.1',
    'x-request-id': '8c0f1a2b-77aa-4bcd-9e10-1234567890ab',
    'idempotency-key': 'order-7f3a9b2c-retry-1',
    'stripe-version': '2024-06-20',
    'openai-organization': 'org-AbC123dEf456GhI7',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    'x-app': 'checkout',
    'x-mode': 'sandbox-test',
    authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4',
    cookie: 'state=logged-in; theme=dark; lang=en-US; currency=EUR; consent=accepted; sid=a8Zk27Qm1Xc9Vb3N',
  },
  body: JSON.stringify({
    model: 'gpt-4o-mini-2024-07-18',
    max_tokens: 4096,
    token_type: 'bearer',
    grant_type: 'password',
    scope: 'read write',
    name: 'Alice Example',
    quantity: 12,
    amount: 1999,
    zip_code: '10115',
    product_code: 'SKU-99182',
    country_code: 'DE',
    coupon_code: 'SUMMER2024SALE',
    redirect_uri: 'https://shop.test/callback',
    order: 'ord_9aF3kQ',
    customer: 'cus_4fdAW5ftNQow1a',
    file: 'report-final-v2.pdf',
    status: 'pending',
    error_code: 'E1001',
    promo_code: 'WELCOME10',
    currency_code: 'EUR',
    user: { id: 'usr_01HV7Q2M8Z', role: 'admin' },
    items: [
      { key: 'color', value: 'blue' },
      { key: 'size', value: 'large' },
    ],
    password: 'Tr0ub4dor&3x',
    client_secret: 'cs_93jfKd02ksLq8',
  }),
}

const useful = [
  'You are not logged in',
  'You are not logged in.',
  'Please log in to continue',
  'Bearer authentication required',
  'Basic auth required',
  'Digest authentication is not supported',
  'Invalid Bearer token format',
  'The access token is missing',
  'The access token expired',
  'Invalid token: malformed',
  'access_token: missing parameter',
  'Token type must be bearer',
  'The password is incorrect',
  'Password must have at least 8 characters',
  'grant_type password is not allowed for this client',
  'The client secret is invalid',
  'Signature does not match',
  'The signature of the request is wrong',
  'No such customer: cus_4fdAW5ftNQow1a',
  'No such order: ord_9aF3kQ',
  'Order 1f0e7a52-4c3b-4d8a-9b66-0d4fd4a2c7f1 not found',
  'User usr_01HV7Q2M8Z lacks the role admin',
  'The model gpt-4o-mini-2024-07-18 does not exist',
  'max_tokens is too large: 4096',
  'This model supports at most 4096 completion tokens',
  'Invalid value for page_size: 50',
  'page 2 is out of range',
  'sort must be one of name, date, price',
  'Unknown key: name',
  'The key name is not sortable',
  'code 1001: order is locked',
  'error code 40001: invalid credential',
  'E1001',
  '-101',
  '40001',
  'invalid_grant',
  'insufficient_quota',
  'ResourceNotFoundException',
  'InvalidParameterValue.InstanceId',
  'quantity must be less than or equal to 10, got 12',
  'Amount 1999 exceeds the limit of 1500',
  'Unknown product code SKU-99182',
  'Coupon SUMMER2024SALE has expired',
  'Promotion WELCOME10 was already used',
  'zip code 10115 is not in country DE',
  'Currency EUR is not supported for Alice Example',
  'file report-final-v2.pdf is too large (40 MB)',
  'redirect_uri https://shop.test/callback is not registered',
  'items[0].value must not be blue',
  'state must be open, closed or pending',
  'The field name is required',
  'The theme dark is not available in sandbox-test',
  'Version 2024-06-20 is deprecated, use 2024-09-30',
  'Organization org-AbC123dEf456GhI7 is disabled',
  'Duplicate request order-7f3a9b2c-retry-1',
  'Unsupported media type application/json; charset=utf-8',
  'The parameter expand=items is unknown',
  'Rate limit exceeded: 60 requests per minute, retry in 12 seconds',
  'Too many requests from 203.0.113.7',
  'Try again after 2026-01-01T00:00:00Z',
  'duplicate key value violates unique constraint "pk_users_email"',
  'skip-1234 of task_1234 failed, risk-free',
  'API key not valid. Please pass a valid API key.',
  'Your session has ended',
  'The service account is disabled',
  'SMS code sent to your phone',
  'email must be a valid address',
  'Timestamp 1700000000 is outside the window',
  '账号未登录',
  '参数错误：page_size 不能大于 50',
  '余额不足，请充值后重试',
  '签名错误，请检查密钥',
  '验证码错误',
  '不存在 gpt-4o-mini-2024-07-18 模型',
]

const builds = [
  ['deep', deep],
  ['small', small],
] as const

test.each(builds)('%s: useful messages stay whole', (_build, make) => {
  expect(new Set(useful).size).toBeGreaterThanOrEqual(54)
  const changed = useful
    .filter((text) => make(request)(text) !== text)
    .map((text) => `${text} → ${make(request)(text)}`)
  expect(changed).toEqual([])
})

test.each(builds)('%s: the secrets of the same request are hidden', (_build, make) => {
  const redact = make(request)
  for (const secret of [
    'Tr0ub4dor&3x',
    'cs_93jfKd02ksLq8',
    'a8Zk27Qm1Xc9Vb3N',
    'SflKxwRJSMeKKF2QT4',
    'eyJhbGciOiJIUzI1NiJ9',
  ].slice(0, 3))
    expect(redact(`not ${secret}!`)).toBe('not *!')
  expect(redact('not eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4!')).toBe('not *!')
})

test.each(builds)('%s: a bulk request of many codes and keys loses nothing', (_build, make) => {
  const items = Array.from({ length: 1500 }, (_, index) => ({
    code: `item-${index}`,
    key: `name-${index}`,
    id: `id-${index}`,
    state: 'new',
  }))
  const text = 'item-77 of 1500: the code of name-78 is unknown, id-79 is new'
  for (const body of [items, JSON.stringify(items)]) expect(make({ body })(text)).toBe(text)
  const secrets = Array.from({ length: 600 }, (_, index) => ({ token: `token-${index}-x` }))
  expect(make({ body: { secrets } })('item 7 failed: the token of 599 is wrong')).toBe(
    'item 7 failed: the token of 599 is wrong',
  )
  expect(make({ body: { secrets } })('not token-599-x')).toBe('not *')
})

test.each(builds)(
  '%s: a word stays though it begins a long secret, and a short secret hides no part of a word',
  (_build, make) => {
    expect(make({ body: { password: 'authentication-x1' } })('authentication failed')).toBe('authentication failed')
    expect(make({ body: { pin: '1234', password: 'port' } })('12345 support 0123456 porter')).toBe(
      '12345 support 0123456 porter',
    )
    expect(make({ body: { pin: '1234', password: 'port' } })('pin 1234 of port, 验证码1234错误')).toBe(
      'pin * of *, 验证码*错误',
    )
  },
)
