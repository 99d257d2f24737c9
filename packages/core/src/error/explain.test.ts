import { expect, test } from 'vitest'
import { fakeApiError } from '../testing/fake-api-error.ts'
import { explain } from './explain.ts'

const zh = {
  provider: 'shop',
  language: 'zh',
  dialects: { api: '1\t\t系统错误\n2\tstatus=401\t未登录\nA.*\t\t参数错误', pay: '1\t\t余额不足' },
}
const en = { provider: 'shop', language: 'en', dialects: { api: '1\t\tsystem error\n9\t\tonly here' } }
const other = { provider: 'else', language: 'zh', dialects: { api: '1\t\t别的' } }

function decided(dialect: string | undefined, code: string, when?: string, provider = 'shop') {
  const row = when === undefined ? { code } : { code, when }
  return fakeApiError({
    reason: 'internal',
    provider,
    code,
    matchedBy: { by: 'code', row, ...(dialect === undefined ? {} : { dialect }) },
  })
}

test.each([
  [decided('api', '1'), '系统错误'],
  [decided('pay', '1'), '余额不足'],
  [decided('api', '2', 'status=401'), '未登录'],
  [decided('api', 'A.*'), '参数错误'],
  [decided('api', '2'), undefined],
  [decided('api', '1', 'status=401'), undefined],
  [decided('api', 'A.x'), undefined],
  [decided('none', '1'), undefined],
  [decided(undefined, '1'), undefined],
  [decided('api', '1', undefined, 'unknown'), undefined],
  [decided('api', '__proto__'), undefined],
  [decided('constructor', 'name'), undefined],
  [fakeApiError({ reason: 'internal', provider: 'shop' }), undefined],
])('the row of %s explains it as %s', (error, meaning) => {
  expect(explain(error, zh)).toBe(meaning)
  expect(explain(error, zh), 'asked again').toBe(meaning)
})

test('of several texts the first that knows the row answers, in any order of providers', () => {
  expect(explain(decided('api', '1'), [other, zh, en])).toBe('系统错误')
  expect(explain(decided('api', '1'), [en, zh])).toBe('system error')
  expect(explain(decided('api', '9'), [zh, en])).toBe('only here')
  expect(explain(decided('api', '1', undefined, 'else'), [zh, en, other])).toBe('别的')
  expect(explain(decided('api', '1'), [])).toBeUndefined()
})
