import { createClassifier } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { allProviders } from '../src/all-providers.ts'
import { checkTable } from './check-catalog.ts'
import { type CatalogTable, headers, readCatalog } from './read-catalog.ts'

const good = '1\tinternal\t未知错误\tUnknown error\t\tseed:001'

function table(...lines: string[]): CatalogTable {
  const text = `${[headers[0], ...lines].join('\n')}\n`
  const rows = lines.map((one, index) => {
    const [code = '', reason = '', zh = '', en = '', when = '', source = ''] = one.split('\t')
    return { line: index + 2, code, reason, zh, en, when, fixZh: '', fixEn: '', source }
  })
  return { provider: 'example', dialect: 'api', file: '', text, rows }
}

describe('the catalog', () => {
  test.each(readCatalog().map((one) => [`${one.provider}/${one.dialect}`, one] as const))(
    '%s is in order',
    (_name, one) => {
      expect(checkTable(one)).toEqual([])
    },
  )

  test('belongs to the providers that are exported, whose hosts do not overlap', () => {
    const ids = new Set(allProviders.map(({ id }) => id))
    expect(
      readCatalog()
        .filter(({ provider }) => !ids.has(provider))
        .map(({ provider }) => provider),
    ).toEqual([])
    expect(() => createClassifier(allProviders)).not.toThrow()
  })
})

describe('the lint of the catalog', () => {
  test('finds nothing in a good table', () => {
    expect(checkTable(table(good, '2\tok\t成功\tSuccess\t\thttps://example.com/codes'))).toEqual([])
  })

  test.each([
    [
      'an unknown reason, with the nearest known one',
      '1\tthrotled\t太快\tToo fast\t\tseed:001',
      'did you mean throttled',
    ],
    ['a missing source', '1\tinternal\t错误\tError\t\t', 'no source'],
    ['a source that is no source', '1\tinternal\t错误\tError\t\tfrom memory', 'has the source'],
    ['Chinese that is not', '1\tinternal\tError\tError\t\tseed:001', 'no Han character in zh'],
    ['English that is not', '1\tinternal\t错误\t错误\t\tseed:001', 'Han character in en'],
    ['a text that is just the code', '-10\tinternal\t-10\t-10\t\tseed:001', 'no more than the code'],
    ['an unknown test', '1\tinternal\t错误\tError\tbody=x\tseed:001', '`when` must be made of'],
    ['too few cells', '1\tinternal\t错误\tError', 'must have 6 cells'],
    ['an unknown escape', '1\tinternal\t错误\\x\tError\t\tseed:001', 'unknown escape'],
    ['two stars', 'a*b*\tinternal\t错误\tError\t\tseed:001', 'at most one *'],
  ])('finds %s', (_what, line, sentence) => {
    expect(checkTable(table(line)).join('\n')).toContain(sentence)
  })

  test('finds rows out of order, repeated rows and ties that can both hold', () => {
    const row = (code: string, when = ''): string => `${code}\tinternal\t错误\tError\t${when}\tseed:001`
    expect(checkTable(table(row('2'), row('1'))).join()).toContain('1 stands after 2')
    expect(checkTable(table(row('a'), row('1'))).join()).toContain('1 stands after a')
    expect(checkTable(table(row('1'), row('1'))).join()).toContain('repeats 1')
    expect(checkTable(table(row('1', 'path=/a/*'), row('1', 'has=data'))).join()).toContain('ties with line 2')
    expect(checkTable(table(row('1', 'status=401'), row('1', 'status=5xx')))).toEqual([])
    expect(checkTable(table(row('1', 'message=busy*'), row('1', 'message=too fast*')))).toEqual([])
  })
})
