import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClassifier } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { allProviders } from '../../src/all-providers.ts'
import { catalogFolder, readCatalog, tableText } from '../read-catalog.ts'
import { exampleTable } from './example-table.ts'
import { checkTable, fixRows } from './index.ts'

function readAwaiting(): string[] {
  return readFileSync(join(catalogFolder, 'awaiting-definition.txt'), 'utf8').split('\n').slice(0, -1)
}

describe('the catalog', () => {
  test.each(readCatalog().map((one) => [`${one.provider}/${one.dialect}`, one] as const))(
    '%s is in order',
    (_name, one) => {
      expect(checkTable(one)).toEqual([])
    },
  )

  test('belongs to the providers that are exported, whose hosts do not overlap', () => {
    const ids = new Set<string>(allProviders.map(({ id }) => id))
    const without = new Set(
      readCatalog()
        .map(({ provider }) => provider)
        .filter((provider) => !ids.has(provider)),
    )
    // Imported tables whose envelope nobody has described yet; a name leaves the list with its definition.
    expect([...without]).toEqual(readAwaiting())
    expect(() => createClassifier(allProviders)).not.toThrow()
  })
})

test('the lint names table and line', () => {
  expect(checkTable(exampleTable({}, { code: '2', source: '' }))).toEqual(['example/api.tsv:3 has no source'])
})

test('what the fixers make of a table, the lint finds nothing in that they know', () => {
  const rows = [{ code: '2', en: ' See [the page](https://example.com)' }, { source: 'seed:001; seed:001' }]
  const table = exampleTable(...rows)
  expect(checkTable(table).length).toBeGreaterThan(0)
  const fixed = fixRows(table.rows).map((row, index) => ({ ...row, line: index + 2 }))
  expect(checkTable({ ...table, rows: fixed, text: tableText(fixed) })).toEqual([])
})
