import { type CatalogRow, type CatalogTable, header, headerWithFixes } from '../read-catalog.ts'

/** A row that nothing is wrong with, changed as a test needs it. */
export function exampleRow(change: Partial<CatalogRow> = {}): CatalogRow {
  return {
    line: 2,
    code: '1',
    reason: 'internal',
    zh: '未知错误',
    en: 'Unknown error',
    when: '',
    fixZh: '',
    fixEn: '',
    source: 'seed:001',
    ...change,
  }
}

/** A table of these rows; its text is what stands in its file, in the order of the lines that are given. */
export function exampleTable(...changes: readonly Partial<CatalogRow>[]): CatalogTable {
  const rows = changes.map((change, index) => exampleRow({ line: index + 2, ...change }))
  const hasFixes = rows.some(({ fixZh = '', fixEn = '' }) => fixZh !== '' || fixEn !== '')
  const lines = rows.map(({ code, reason, zh, en, when, fixZh, fixEn, source }) =>
    [code, reason, zh, en, when, ...(hasFixes ? [fixZh, fixEn] : []), source].join('\t'),
  )
  return {
    provider: 'example',
    dialect: 'api',
    file: '',
    text: `${[hasFixes ? headerWithFixes : header, ...lines].join('\n')}\n`,
    rows,
  }
}

/** A table whose file has this text; only rules that read the text look at it. */
export function exampleText(text: string): CatalogTable {
  return { provider: 'example', dialect: 'api', file: '', text, rows: [] }
}
