import { expect, test } from 'vitest'
import { headerNames, ordinaryNames, strongNames, weakNames } from '../../../../test/redaction/families.ts'
import { harmless, isOpaque, rank } from './request.ts'

const rankOf = (names: readonly string[], wanted: (level: number) => boolean): string[] =>
  names.filter((name) => !wanted(rank(name)))

test('names of secrets and of personal data are strong', () => {
  expect(rankOf(strongNames, (level) => level === 2)).toEqual([])
})

test('names of both secrets and everyday things are weak', () => {
  expect(rankOf(weakNames, (level) => level === 1)).toEqual([])
})

test('headers that carry a secret are strong or weak, and none of them is harmless', () => {
  expect(rankOf(headerNames, (level) => level > 0)).toEqual([])
  expect(headerNames.filter((name) => rank(name) < 2 && harmless.test(name))).toEqual([])
})

test('ordinary names are not strong', () => {
  expect(rankOf(ordinaryNames, (level) => level < 2)).toEqual([])
})

test.each(['currency', 'country', 'promo', 'promotion', 'coupon', 'discount', 'product', 'postal', 'zip'])(
  'a %s code is none, a token limit neither',
  (word) => {
    for (const name of [`${word}_code`, `${word}Code`, `user[${word}-code]`]) expect(rank(name)).toBe(0)
    for (const one of ['max', 'min', 'total', 'prompt', 'completion', 'input', 'output', 'num'])
      expect(rank(`${one}_tokens`)).toBe(0)
  },
)

test('a name is told without case and separators, in the plural, with a number, in brackets and by its end', () => {
  const names = [
    'API_KEY',
    'api-key',
    'apiKey',
    'x.api.key',
    'apiKeys',
    'password2',
    'passwords',
    'signature-256',
    'user[password]',
    'tokens[0]',
    'a[b][pin]',
    'contrasen\u0303a',
  ]
  expect(rankOf(names, (level) => level === 2)).toEqual([])
  expect(rank(`${'x.'.repeat(100_000)}access_token`)).toBe(2)
  expect(rank('a'.repeat(100_000))).toBe(0)
})

test('a variable of GraphQL is no name of a value', () => {
  expect(rank('$password')).toBe(0)
})

test.each([
  'accept',
  'Accept-Language',
  'content-type',
  'User-Agent',
  'origin',
  'referer',
  'host',
  'if-none-match',
  'sec-fetch-mode',
  'sec-websocket-key',
  'x-request-id',
  'X-Correlation-ID',
  'x-client-request-id',
  'traceparent',
  'tracestate',
  'idempotency-key',
  'X-Idempotency-Key',
  'stripe-version',
  'anthropic-version',
  'openai-organization',
  'openai-project',
  'x-tenant-id',
  'x-account-id',
  'x-workspace-id',
])('the header %s is harmless', (name) => {
  expect(harmless.test(name)).toBe(true)
  expect(rank(name)).toBeLessThan(2)
})

test.each([
  '9f86d081884c7d659a2feaa0c55ad015',
  'dXNlcjpwYXNzd29yZA',
  'a8Zk27Qm1Xc9Vb3N',
  'C380BEC2BFD727A4B6845133519F3AD6',
  's3cr3t-value',
  'zz9Xx8Yy',
  '4eC39HqLyjWDarjtT1zdp7dc',
  'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d',
  'abCDefGHijKLmnOPqrST',
])('%s is opaque', (value) => {
  expect(isOpaque(value)).toBe(true)
})

test.each([
  'logged-in',
  'name',
  '1001',
  '1700000000',
  'getUserPlaylistDetailV2',
  'gpt-4o-mini-2024-07-18',
  '2024-06-20',
  '2024-06-20T10:00:00Z',
  'https://a.test/a1b2c3d4e5',
  'application/json',
  'node-v20.11.1-linux-x64',
  'v1.2.3-beta4',
  'newsletter2024a',
  'the quick brown fox 12 a1b2c3d4',
  'invalidParameterValue',
  'order-7f3a',
  'iPhone14ProMax',
  '20240620T100000Z',
  '192.168.100.200',
  'GA1.2.1234567890.1700000000',
  '',
])('%s is not opaque', (value) => {
  expect(isOpaque(value)).toBe(false)
})
