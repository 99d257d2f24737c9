import { describe, expect, test } from 'vitest'
import { explain, remedyOf, type Texts } from './views.ts'
import { reasons } from './reasons.ts'
import { fakeApiError } from './testing.ts'
import { texts as wordsEn } from './texts/en.ts'
import { texts as wordsZh } from './texts/zh.ts'

const zh: Texts = {
  provider: 'shop',
  language: 'zh',
  dialects: { api: '1\t\t系统错误\n2\tstatus=401\t未登录\nA.*\t\t参数错误\nA.folded\t\t折叠', pay: '1\t\t余额不足' },
  remedies: { api: '1\t\t请稍后重试\n3\t\t' },
}
const en: Texts = {
  provider: 'shop',
  language: 'en',
  dialects: { api: '1\t\tsystem error\n9\t\tonly here' },
  remedies: { api: '1\t\ttry again\n2\tstatus=401\tsign in' },
}
const other: Texts = { provider: 'else', language: 'zh', dialects: { api: '1\t\t别的' } }

function decided(dialect: string | undefined, row: string, when?: string, provider = 'shop', code = row) {
  return fakeApiError({
    reason: 'internal',
    provider,
    code,
    matchedBy: {
      by: 'code',
      row: when === undefined ? { code: row } : { code: row, when },
      ...(dialect === undefined ? {} : { dialect }),
    },
  })
}

describe('the meaning', () => {
  test.each([
    [decided('api', '1'), '系统错误'],
    [decided('pay', '1'), '余额不足'],
    [decided('api', '2', 'status=401'), '未登录'],
    [decided('api', 'A.*'), '参数错误'],
    [decided('api', 'A.*', undefined, 'shop', 'A.x'), '参数错误'],
    [decided('api', 'A.*', undefined, 'shop', 'A.folded'), '折叠'],
    [decided('api', '2'), undefined],
    [decided('api', '1', 'status=401'), undefined],
    [decided('api', 'A.x'), undefined],
    [decided('none', '1'), undefined],
    [decided(undefined, '1'), undefined],
    [decided('api', '1', undefined, 'unknown'), undefined],
    [decided('api', '__proto__'), undefined],
    [decided('constructor', 'name'), undefined],
    [fakeApiError({ reason: 'internal', provider: 'shop' }), undefined],
  ])('of the row of %s is %s', (error, meaning) => {
    expect(explain(error, zh)).toBe(meaning)
    expect(explain(error, zh), 'asked again').toBe(meaning)
  })

  test('is that of the first texts that know the row, in any order of providers', () => {
    expect(explain(decided('api', '1'), [other, zh, en])).toBe('系统错误')
    expect(explain(decided('api', '1'), [en, zh])).toBe('system error')
    expect(explain(decided('api', '9'), [zh, en])).toBe('only here')
    expect(explain(decided('api', '1', undefined, 'else'), [zh, en, other])).toBe('别的')
    expect(explain(decided('api', '1'), [])).toBeUndefined()
  })

  test('is that of the reason where no row has one, wherever its words stand in the list', () => {
    for (const texts of [
      [zh, wordsZh],
      [wordsZh, zh],
    ]) {
      expect(explain(decided('api', '1'), texts)).toBe('系统错误')
      expect(explain(decided('api', 'none'), texts)).toBe(wordsZh.reasons?.internal)
      expect(explain(fakeApiError({ reason: 'throttled' }), texts)).toBe(wordsZh.reasons?.throttled)
    }
    expect(explain(fakeApiError({ reason: 'network' }), wordsEn)).toBe(wordsEn.reasons?.network)
  })
})

test('the remedy is that of the row, and nothing where none is published', () => {
  expect(remedyOf(decided('api', '1'), zh)).toBe('请稍后重试')
  expect(remedyOf(decided('api', '1'), [en, zh])).toBe('try again')
  expect(remedyOf(decided('api', '2', 'status=401'), [zh, en])).toBe('sign in')
  expect(remedyOf(decided('api', '3'), zh)).toBeUndefined()
  expect(remedyOf(decided('pay', '1'), [zh, en, wordsEn])).toBeUndefined()
  expect(remedyOf(fakeApiError({ reason: 'internal' }), [zh, wordsZh])).toBeUndefined()
})

test.each([new Error('x'), undefined, null, 'ApiError', { reason: 'internal' }, { ...decided('api', '1') }])(
  'what is no ApiError is refused: %o',
  (error) => {
    for (const ask of [explain, remedyOf])
      expect(() => ask(error as never, zh)).toThrow(
        new TypeError(`\`error\` must be an ApiError, got "${typeof error}"`),
      )
  },
)

describe('the words of the reasons', () => {
  test.each([
    ['zh', wordsZh],
    ['en', wordsEn],
  ])('in %s are there for all of them, each its own, in the language', (language, texts) => {
    expect(texts.language).toBe(language)
    expect(Object.keys(texts.reasons ?? {})).toEqual(reasons)
    const words = Object.values(texts.reasons ?? {})
    expect(new Set(words).size).toBe(35)
    for (const one of words) expect(/\p{Script=Han}/u.test(one), one).toBe(language === 'zh')
  })
})
