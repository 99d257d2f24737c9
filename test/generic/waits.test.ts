import { describe, expect, test } from 'vitest'
import { waitOfWords } from '../../packages/providers/src/words/wait.ts'
import { judge } from './judge.ts'

const told: readonly (readonly [message: string, seconds: number])[] = [
  ['请 37 秒后再试', 37],
  ['请1分钟后再试', 60],
  ['请在一分钟后重试', 60],
  ['请五分钟后重试', 300],
  ['操作过于频繁，请30秒后重试', 30],
  ['密码错误次数过多，请于15分钟后再试', 900],
  ['账号已锁定，请2小时后再试', 7200],
  ['请半小时后再试', 1800],
  ['剩余时间：45秒', 45],
  ['请等待 10 秒', 10],
  ['还需等待3分钟', 180],
  ['1分30秒后重试', 90],
  ['请1天后再来', 86_400],
  ['触发分钟级流控Permits:1', 60],
  ['触发小时级流控Permits:5', 3600],
  ['Try again in 30 seconds', 30],
  ['Please try again in 6.596s. Visit the docs', 6.596],
  ['retry after one minute', 60],
  ['Expected available in 56.0 seconds.', 56],
  ['Rate limit reached. Please wait 20 seconds before retrying', 20],
  ['Take a break for 9 minutes before trying again.', 540],
  ['Too Many Requests: retry after 3', 3],
  ['Please retry in 36.429760048s.', 36.429760048],
  ['Please try again in 1h12m3s', 4323],
  ['Please try again in 7m12s', 432],
  ['try again in 250ms', 0.25],
  ['Quota will be replenished in 10:00:00.', 36_000],
  ['Your limit resets in 2 hours', 7200],
  ['wait at least 5 more seconds', 5],
  ['Try again in an hour', 3600],
]

describe('a wait that is told in words', () => {
  for (const [message, seconds] of told)
    test(message, () => expect(waitOfWords(message)).toBe(Math.ceil(seconds * 1000)))
})

describe('no wait', () => {
  for (const message of [
    'Too many requests',
    '请稍后再试',
    '每分钟最多60次请求',
    '1分钟内只能发送1条短信',
    '5 requests per second allowed',
    'The limit is 100 per minute',
    'token expired 3 minutes ago',
    '最近7天数据不存在',
    'the file must be at least 5 seconds long',
    '长度不能超过30秒',
    'The offer is available for 30 days',
    'It is back for 2 days only',
    '链接24小时后失效',
    '剩余3天到期',
    '剩余时间:5天，会员到期',
    'Please try again later',
    'error 500 in module 3',
    '12:00:00',
  ])
    test(message, () => expect(waitOfWords(message)).toBeUndefined())
})

describe('a wait of an answer that nobody knows', () => {
  for (const [name, body, headers, wait] of [
    ['retry_after', { retry_after: 30, error: 'rate_limited' }, {}, 30_000],
    ['retryAfterMs', { message: 'slow down', retryAfterMs: 250 }, {}, 250],
    ['details.retryAfterSeconds', { message: 'Too many requests', details: { retryAfterSeconds: 1 } }, {}, 1000],
    [
      'error.data.rate.backoff_seconds',
      { error: { message: 'x', data: { rate: { backoff_seconds: 30 } } } },
      {},
      30_000,
    ],
    ['parameters.retry_after', { description: 'Too Many Requests', parameters: { retry_after: 5 } }, {}, 5000],
    ['retryDelay', { error: { message: 'x', details: { retryDelay: '27s' } } }, {}, 27_000],
    ['words', { message: 'Too many requests, try again in 12 seconds' }, {}, 12_000],
    ['words in Chinese', { code: 1, msg: '请求过于频繁，请 37 秒后再试' }, {}, 37_000],
    ['Retry-After before the words', { message: 'try again in 12 seconds' }, { 'retry-after': '20' }, 20_000],
    ['a fraction', { message: 'x' }, { 'retry-after': '1.5' }, 1500],
    ['a unit', { message: 'x' }, { 'retry-after': '60s' }, 60_000],
    ['x-amz-retry-after', { message: 'x' }, { 'x-amz-retry-after': '1500' }, 1500],
    ['grpc-retry-pushback-ms', { message: 'x' }, { 'grpc-retry-pushback-ms': '400' }, 400],
    ['x-esi-error-limit-reset', { error: 'x' }, { 'x-esi-error-limit-reset': '42' }, 42_000],
    ['x-contentful-ratelimit-reset', { message: 'x' }, { 'x-contentful-ratelimit-reset': '2' }, 2000],
  ] as const)
    test(name, () => expect(judge(429, body, headers)?.retryAfterMs).toBe(wait))

  test('a reset of 0 beside a remainder of -1 is none', () => {
    const headers = { 'x-ratelimit-reset': '0', 'x-ratelimit-remaining': '-1' }
    expect(judge(429, { message: 'x' }, headers)?.retryAfterMs).toBeUndefined()
  })
})

test('of a message only the first 512 characters are read, however long it is', () => {
  const words = 'Please try again in 30 seconds'
  expect(waitOfWords(words.padStart(512))).toBe(30_000)
  for (const part of ['try again in ', '1', '请', '秒后', 'wait ', 'in 1h', ' ']) {
    const start = part.repeat(512).slice(0, 512)
    expect([part, waitOfWords(`${start}${words}`)]).toEqual([part, waitOfWords(start)])
  }
})
