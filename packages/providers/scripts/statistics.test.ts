import { describe, expect, test } from 'vitest'
import { readCatalog } from './read-catalog.ts'
import { exampleTable } from './rules/example-table.ts'
import { changesBetween, readCatalogAt, statisticsOf } from './statistics.ts'

describe('statistics', () => {
  test('count rows by what they have', () => {
    const { providers, tables, rows, zh, en, both, remedies, providersWithRemedies } = statisticsOf([
      exampleTable({}, { code: '2', zh: '' }, { code: '3', en: '', fixZh: '重试' }),
      { ...exampleTable({}), provider: 'other' },
    ])
    expect({ providers, tables, rows, zh, en, both, remedies, providersWithRemedies }).toEqual({
      providers: 2,
      tables: 2,
      rows: 4,
      zh: 3,
      en: 3,
      both: 2,
      remedies: 1,
      providersWithRemedies: 1,
    })
  })

  test('take a row for official by its sources', () => {
    const table = {
      ...exampleTable({ source: 'https://docs.stripe.com/error-codes' }, { code: '2' }),
      provider: 'stripe',
    }
    expect(statisticsOf([table]).official).toBe(1)
  })

  test('of the catalog are those that hold its size', () => {
    const { providers, rows, official } = statisticsOf(readCatalog())
    expect(providers).toBeGreaterThanOrEqual(150)
    expect(rows).toBeGreaterThanOrEqual(40_000)
    expect(official / rows).toBeGreaterThanOrEqual(0.65)
  })
})

describe('changes', () => {
  test('are rows that came, went, and changed their reason', () => {
    const before = exampleTable({ code: '1' }, { code: '2' }, { code: '3' })
    const after = exampleTable({ code: '1', reason: 'throttled' }, { code: '3', en: 'Other words' }, { code: '4' })
    expect([...changesBetween([before], [after])]).toEqual([['example', { added: 1, removed: 1, changed: 1 }]])
  })

  test('are none between a catalog and itself', () => {
    expect(changesBetween(readCatalog(), readCatalog()).size).toBe(0)
  })

  test('are told of a provider that is new, or gone', () => {
    const table = exampleTable({}, { code: '2' })
    expect(changesBetween([], [table]).get('example')).toEqual({ added: 2, removed: 0, changed: 0 })
    expect(changesBetween([table], []).get('example')).toEqual({ added: 0, removed: 2, changed: 0 })
  })

  test('are asked of a commit by its tables then', () => {
    const then = readCatalogAt('HEAD')
    expect(then.length).toBeGreaterThan(0)
    expect(then.every(({ rows }) => rows.length > 0)).toBe(true)
    expect(() => readCatalogAt('no-such-commit')).toThrow()
  })
})
