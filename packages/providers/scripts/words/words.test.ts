import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { categoryOf as categoryOfReason } from '../../../core/src/reasons.ts'
import { decode } from '../../src/words/decode.ts'
import { categories, categoryOf, outcomes } from '../../src/words/outputs.ts'
import { likeliest, read } from '../../src/words/score.ts'
import { encode, moduleOf } from './encode.ts'
import { plain } from './cross-validate.ts'
import { learn } from './learn.ts'
import { type Row, digestOf, limitRows } from './rows.ts'
import { samplesOf } from './samples.ts'
import { expand, readSentences } from './sentences.ts'
import { train } from './train.ts'

/** A catalog of a few providers that say the same things in their own words. */
function smallCatalog(): Row[] {
  const said: readonly (readonly [Row['reason'], string, string, string])[] = [
    ['token-expired', 'TokenExpired', '令牌已过期', 'The token has expired'],
    ['unauthenticated', 'NotLoggedIn', '用户未登录', 'The user is not logged in'],
    ['permission-denied', 'AccessDenied', '没有权限', 'Permission denied'],
    ['throttled', 'TooManyRequests', '请求过于频繁', 'Too many requests'],
    ['missing-parameter', 'MissingParameter', '缺少参数', 'A parameter is missing'],
    ['invalid-parameter', 'InvalidParameter', '参数错误', 'A parameter is invalid'],
    ['not-found', 'NotFound', '资源不存在', 'The resource was not found'],
    ['internal', 'InternalError', '系统内部错误', 'An internal error occurred'],
    ['ok', 'Success', '操作成功', 'The operation succeeded'],
  ]
  return ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].flatMap((provider) =>
    said.map(([reason, code, zh, en]) => ({
      provider,
      dialect: 'api',
      code: `${provider}.${code}`,
      reason,
      zh: `${zh}（${provider}）`,
      en: `${en} at ${provider}`,
      when: '',
    })),
  )
}

const small = { bits: 12, keep: 2000 }

describe('the training of the words model', { timeout: 60_000 }, () => {
  it('gives the same bytes whenever it is run on the same rows, in whatever order they come', () => {
    const rows = smallCatalog()
    const sentences = readSentences().slice(0, 200)
    const once = moduleOf(train(rows, sentences, small))
    expect(moduleOf(train(rows.toReversed(), sentences, small))).toBe(once)
  })

  it('carries the digest of its rows: another reason is another digest', () => {
    const rows = smallCatalog()
    const changed = rows.map((row, i) => (i === 0 ? { ...row, reason: 'token-invalid' as const } : row))
    const { digest } = train(rows, [], small)
    expect(digest).toMatch(/^[\da-f]{16}$/)
    expect(train(changed, [], small).digest).not.toBe(digest)
    expect(digestOf(['a'])).not.toBe(digestOf(['a', '']))
  })

  it('reads what it has learned from, in both languages and as a code, of a provider that it does not know', () => {
    const model = decode(encode(learn(samplesOf(smallCatalog(), []), small), plain, 0, ''))
    const outcomeOf = (message: string, code = ''): string | undefined =>
      outcomes[likeliest(read(model, message, code) ?? new Float64Array(outcomes.length)).outcome]
    expect(outcomeOf('令牌已过期')).toBe('token-expired')
    expect(outcomeOf('Too many requests')).toBe('throttled')
    expect(outcomeOf('', 'eight.NotFound')).toBe('not-found')
    expect(outcomeOf('操作成功')).toBe('ok')
  })

  it('lets a feature count only if two providers use it', () => {
    const rows = [1, 2, 3, 4].map((number) => ({ ...smallCatalog()[0]!, provider: 'one', code: `x${number}` }))
    expect(learn(samplesOf(rows, []), small).weights.size).toBe(0)
  })

  it('draws at most so many rows of a provider, and the same ones when others come', () => {
    const rows = smallCatalog()
    const three = limitRows(rows, 3)
    expect(Map.groupBy(three, ({ provider }) => provider).size).toBe(7)
    expect(three).toHaveLength(21)
    expect(new Set(limitRows([...rows, ...rows.map((row) => ({ ...row, provider: 'eight' }))], 3))).toEqual(
      new Set([
        ...three,
        ...limitRows(
          rows.map((row) => ({ ...row, provider: 'eight' })),
          3,
        ),
      ]),
    )
  })
})

describe('the hand-written sentences', () => {
  it('have known reasons and forms that can be written out', () => {
    const sentences = readSentences()
    for (const { reason, text } of sentences) {
      expect(outcomes).toContain(reason)
      expect(text).not.toMatch(/[{}|]|^$/)
    }
    expect(sentences.length).toBeGreaterThan(3000)
  })

  it('stand for each choice of each brace', () => {
    expect(expand('a{b|c} {d|}')).toEqual(['ab d', 'ab ', 'ac d', 'ac '])
    expect(() => expand('a{b')).toThrow(TypeError)
  })
})

describe('the outputs of the model', () => {
  it('put each reason into the category that the taxonomy names', () => {
    for (const [index, outcome] of outcomes.entries())
      expect(categories[categoryOf[index] ?? -1]).toBe(outcome === 'ok' ? 'ok' : categoryOfReason(outcome))
  })
})

describe('the form of the model file', () => {
  it('gives back every weight that was written', () => {
    const learned = learn(samplesOf(smallCatalog(), []), small)
    const model = decode(encode(learned, plain, 0, ''))
    let weights = 0
    for (const [hash, row] of learned.weights) {
      const number = model.numbers[hash] ?? 0
      const own = new Int8Array(row.length)
      for (let i = model.starts[number] ?? 0; i < (model.starts[number + 1] ?? 0); i++) {
        own[model.columns[i] ?? 0] = model.weights[i] ?? 0
        weights++
      }
      expect(own).toEqual(row)
    }
    expect(weights).toBe(model.weights.length)
    expect(gzipSync(moduleOf(encode(learned, plain, 0, ''))).length).toBeGreaterThan(100)
  })
})
