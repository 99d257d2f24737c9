import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { describe, expect, it } from 'vitest'
import { crossFold } from '../scripts/words/held-out.ts'
import { decode } from './words/decode.ts'
import { model } from './words/model.ts'
import { rules } from './words/rules.ts'
import { words } from './words.ts'

describe('the words reader', () => {
  it.each([
    ['请先登录', '', 200, 'unauthenticated'],
    ['token已过期，请重新登录', '', 200, 'token-expired'],
    ['請求過於頻繁，請稍後再試', '', 200, 'throttled'],
    ['您没有该操作的权限', '', 200, 'permission-denied'],
    ['手机号不能为空', '', 200, 'missing-parameter'],
    ['Signature verification failed', '', 400, 'signature-invalid'],
    ['Your access token has expired', '', 500, 'token-expired'],
    ['Daily limit exceeded', '', 403, 'quota-exhausted'],
    ['', 'USER_NOT_FOUND', 400, 'not-found'],
    ['', 'InvalidApiKey', 401, 'client-invalid'],
    ['system error', '', 200, 'internal'],
    ['操作成功', '', 200, 'ok'],
  ] as const)('reads %s %s at %i as %s', (message, code, status, reason) => {
    expect(words.read({ message, code, status })?.reason).toBe(reason)
  })

  it('lets plain words stand against the status, and the status decide where words are faint', () => {
    expect(words.read({ message: 'Rate limit exceeded', status: 403 })?.reason).toBe('throttled')
    expect(words.read({ message: '账户余额不足，请充值', code: '429', status: 200 })?.reason).toBe('payment-required')
    expect(words.read({ message: 'Unauthorized', status: 401 })?.reason).toBe('unauthenticated')
    expect(words.read({ message: 'Something is not as it should be', status: 503 })?.reason).toMatch(
      /internal|unavailable/,
    )
  })

  it('does not mind values: numbers, addresses, ids', () => {
    const said = (message: string): string | undefined => words.read({ message, status: 400 })?.reason
    expect(said('Order 12345 does not exist')).toBe(said('Order 9 does not exist'))
    expect(said('Not found, see https://example.com/errors/expired-token?x=1')).toBe('not-found')
  })

  it('says nothing where there are no words', () => {
    for (const message of ['', '  ', '12345', '——', '!!!', '🙂'])
      expect(words.read({ message, code: '40001', status: 200 }) ?? 'nothing', message).toBe('nothing')
    expect(words.read({ status: 500 })).toBeUndefined()
  })

  it('gives a confidence between nought and one and never throws, whatever it is given', () => {
    const strange: unknown[] = [
      'x'.repeat(1_000_000),
      '错'.repeat(1_000_000),
      'insufficient '.repeat(50_000),
      'https://'.repeat(50_000),
      'aA'.repeat(200_000),
      '\ud800\udc00\ud800',
      '\u0000\u202e\ufeffinvalid',
      '\u0130\u0131ſ invalid İ',
      null,
      42,
      {},
      [],
    ]
    for (const message of strange)
      for (const code of strange)
        for (const status of [0, 200, 404, 599, NaN, Infinity, -1]) {
          const found = words.read({ message, code, status } as never)
          if (found === undefined) continue
          expect(found.confidence).toBeGreaterThan(0)
          expect(found.confidence).toBeLessThanOrEqual(1)
        }
  })

  it('reads no more than the beginning of a text, so that a long one costs no more than a short one', () => {
    const start = 'The token has expired. '
    const long = start + 'x '.repeat(200)
    expect(words.read({ message: long + 'not found '.repeat(100_000), status: 401 })).toEqual(
      words.read({ message: long, status: 401 }),
    )
  })
})

describe('the model of the words reader', () => {
  it('loads: all its weights belong to a feature and a column, and it tells what it has learned from', () => {
    const { starts, weights, columns, sureFrom } = decode(model)
    expect(starts.at(-1)).toBe(weights.length)
    expect(Math.max(...columns)).toBeLessThan(38)
    expect(weights.length).toBeGreaterThan(5000)
    for (const share of sureFrom) expect(share).toBeLessThanOrEqual(1)
    expect(model.digest).toMatch(/^[\da-f]{16}$/)
    expect(model.learnedFrom).toBeGreaterThan(10_000)
  })

  it('has at most 60 rules beside it, each of them linear: nothing without a bound is repeated within a repetition', () => {
    expect(rules.length).toBeLessThanOrEqual(60)
    for (const [, words] of rules) expect(words.source).not.toMatch(/\.[*+]|\)[*+]|\{\d+,\}/)
  })

  it('weighs at most 20 kB with all that reads it, compressed', async () => {
    const bundle = await rolldown({
      input: join(import.meta.dirname, 'words.ts'),
      external: [/^@unifault/],
      logLevel: 'silent',
    })
    const { output } = await bundle.generate({ format: 'esm', minify: true })
    expect(gzipSync(output[0].code, { level: 9 }).length).toBeLessThanOrEqual(20_000)
    expect(readFileSync(join(import.meta.dirname, 'words/model.ts'), 'utf8')).not.toContain('\r')
  })

  it('reads texts of providers left out: a fold is learned anew and reaches the floors', { timeout: 180_000 }, () => {
    const { zh, en, withCode } = crossFold()
    expect(zh.right).toBeGreaterThan(0.8)
    expect(en.right).toBeGreaterThan(0.8)
    expect(withCode.right).toBeGreaterThan(0.8)
    for (const one of [zh, en, withCode]) {
      expect(one.answered).toBeGreaterThan(0.8)
      expect(one.precision).toBeGreaterThan(0.86)
      expect(one.namedPrecision).toBeGreaterThan(0.75)
    }
  })
})
