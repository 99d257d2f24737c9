import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'

/** What real answers say in so many words: what each must be taken for, and under which statuses. */
const sentences: readonly (readonly [reason: string, statuses: readonly number[], ...sentences: string[]])[] = [
  [
    'token-expired',
    [200, 401, 403],
    'Authentication has expired, please log in again',
    'Your login has expired',
    '登录凭证不合法或者已过期',
  ],
  [
    'client-invalid',
    [200, 401, 403],
    'API key is absent',
    'Invalid or unauthorized key. Please check the API key and try again.',
    'AK Illegal or Not Exist:',
  ],
  ['client-invalid', [200, 401, 403], 'Key not active - Please write to us'],
  [
    'scope-insufficient',
    [200, 400, 401, 403],
    'Permission Denied. Required Scope: billing:*:read',
    'Access denied. One of the following scopes is required: [contact:user.employee_id:readonly]',
    'Missing scopes: read',
  ],
  [
    'unauthenticated',
    [200, 400, 401, 403],
    'authorization missing',
    'Authentication parameters missing',
    'No token provided',
    'no access token was found',
    'token is missing',
    'authorize failed',
    'Authorization failed',
  ],
  [
    'already-exists',
    [200, 400, 403, 409],
    "You've already requested to follow this user.",
    'You have already voted',
    'user alredy exist',
    'You have already favorited this status.',
    'Status is a duplicate.',
    'The domain example.com is already in our system and cannot be added',
    '今日已经签到过了~',
    '您已领取过',
  ],
  [
    'precondition-failed',
    [200, 400, 409],
    "The contact cannot be deleted because it's currently in use",
    'example.com may not be renewed at this time',
    'The order cannot be cancelled in its current state',
  ],
  [
    'missing-parameter',
    [200, 400, 422],
    "Invalid request. Missing the 'origin' parameter.",
    'missing required "id" field',
    '签名或时间戳缺失',
    'sign不能为空',
  ],
  [
    'invalid-parameter',
    [200, 400],
    'Reserved IP Address',
    'private range',
    'Invalid IPv4 address',
    'Invalid ZIP Code.',
    'Invalid phone number',
    'invalid currency code',
  ],
  [
    'account-disabled',
    [200, 400, 401, 403],
    'The current user account is not active.',
    'Your account has been suspended',
  ],
  ['unsupported', [200, 400], 'The requested API endpoint does not exist.'],
  ['client-invalid', [200, 401, 403], 'Invalid key', 'key格式错误'],
  [
    'out-of-range',
    [200, 400, 422],
    "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens.",
    'prompt is too long: 3333404 tokens > 200000 maximum',
    'The input token count (1250074) exceeds the maximum number of tokens allowed (1048576).',
    'Your input exceeds the context window of this model.',
    'too many tokens: size limit exceeded by 25836 tokens.',
  ],
  [
    'unavailable',
    [200, 500, 502],
    'Engine offline',
    'device is offline',
    'No response from the bank.',
    'Upstream is down',
  ],
  ['missing-parameter', [200, 400, 422], 'no file', 'No image was uploaded', 'No address provided'],
  ['unsupported', [405, 415], 'POST only', 'Invalid request', 'This is not what we read'],
  [
    'unavailable',
    [200, 429, 500],
    '活动现在挤不进去呀，待会再来试试吧',
    '网络太拥挤，请稍候再试！',
    '当前分组上游负载已饱和，请稍后再试',
  ],
]

describe('a plain sentence means what it says, under each status that it is sent with', () => {
  for (const [reason, statuses, ...said] of sentences)
    for (const message of said)
      test(`${reason}: ${message}`, () => {
        for (const status of statuses)
          expect([status, judge(status, { success: false, message })?.reason]).toEqual([status, reason])
      })
})

describe('what is alike and went well stays a success', () => {
  for (const message of [
    'All devices are online',
    'The server is up',
    'No response is needed',
    'Invalid codes were removed successfully',
    'Duplicates were merged successfully',
  ])
    for (const body of [
      { message },
      { success: true, message },
      { code: 200, message },
      { code: 0, message, data: [] },
    ])
      test(JSON.stringify(body), () => {
        expect(judge(200, body)).toBeUndefined()
      })
})
