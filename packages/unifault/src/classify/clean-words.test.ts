import { expect, test } from 'vitest'
import { cleanWords } from './clean-words.ts'
import { csvOf, summaryOf, textOf } from './report.ts'
import { Runner } from './runner.ts'
import { Tally } from './tally.ts'
import type { RunResult } from './run.ts'

/** Secrets of the usual forms. No request of these tests carries them. */
const secrets: Readonly<Record<string, string>> = {
  'a random word': 'Zx81pQ4v0aB3c9Kd77LmNoPq',
  'a short one': 'k9Xw2Pq7',
  'hexadecimal digits': 'd41d8cd98f00b204e9800998ecf8427e',
  base64: 'c2Vzc2lvbi1zZWNyZXQ3Nw==',
  'base64 for URLs': 'q83v-Tz_0aB1c2D3e4F5g6H7',
  'a UUID': '550e8400-e29b-41d4-a716-446655440000',
  'a JSON web token': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIz',
  "Stripe's form": ['sk', 'live', '51H8xAbCdEfGh1234'].join('_'),
  "AWS's form": 'AKIAIOSFODNN7EXAMPLE',
  "GitHub's form": ['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_'),
  "Alibaba Cloud's form": 'LTAI5tQnKxyz12ABcd34EFgh',
}
const sentences: readonly ((secret: string) => string)[] = [
  (secret) => `bad key ${secret}`,
  (secret) => `no session for "${secret}", sign in again`,
  (secret) => `令牌${secret}无效，请重试`,
  (secret) => `value=${secret}; unknown`,
  (secret) => `(${secret})`,
  (secret) => `user:${secret}:gone`,
]
const families = Object.entries(secrets).flatMap(([form, secret]) =>
  sentences.map((sentence) => [form, secret, sentence(secret)] as const),
)

test.each(families)('%s is hidden: %s in %j', (_form, secret, words) => {
  const clean = cleanWords(words)
  expect(clean).not.toContain(secret)
  expect(clean).toContain('*')
})

test.each([
  'The order 202601020304050607 is paid',
  'parameter user_id is invalid at 2026-01-02T03:04:05Z',
  "Key: 'GetTickerRequest.Symbol' Error:Field validation failed",
  'see https://docs.example.com/errors/a1b2c3d4e5f6 for InvalidAccessKeyIdNotFound',
  'The model gpt-4o-2024-08-06 does not exist in us-east-1',
  '密码输入错误5次，帐户锁定10分钟',
  'limit 10/min, 3 of 5 left (HTTP 429)',
])('%s: stays as it is', (words) => {
  expect(cleanWords(words)).toBe(words)
})

test.each(families)('%s is in no report and no verdict: %s in %j', async (_form, secret, message) => {
  for (const [url, body] of [
    ['https://api.bilibili.com/x', { code: -987_654, message }],
    ['https://api.openai.com/v1/x', { error: { code: 'never_seen', message, type: 'x' } }],
    ['https://in-house.example/x', { code: 4242, success: false, message }],
  ] as const) {
    const line = Buffer.from(`${JSON.stringify({ url, method: 'GET', status: 400, headers: {}, body })}\n`)
    const runner = await Runner.create({ judge: {}, members: {} })
    runner.run({ index: 0, bytes: line })
    const tally = new Tally()
    tally.add(runner.tally.data())
    const result: RunResult = { tally, first: runner.first?.error, faults: [], milliseconds: 1 }
    expect(tally.unknown.size).toBe(1)
    const lines = await Runner.create({ judge: {}, members: {}, lines: { copy: [], fields: undefined, message: true } })
    const shown = [
      textOf(result),
      csvOf(result),
      JSON.stringify(summaryOf(result)),
      JSON.stringify(result.first),
      Buffer.from(lines.run({ index: 0, bytes: line }).output ?? '').toString(),
    ]
    for (const text of shown) expect(text).not.toContain(secret)
  }
})
