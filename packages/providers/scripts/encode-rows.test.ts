import { describe, expect, test } from 'vitest'
import { CodeTable, everyRow } from '../../core/src/codes.ts'
import { type Outcome, reasons } from '../../core/src/reasons.ts'
import { encodeRows } from './encode-rows.ts'
import type { CatalogRow } from './read-catalog.ts'

function row(code: string, reason: string, when = ''): CatalogRow {
  return { line: 2, code, reason, zh: '', en: '', when, source: 'seed:000' }
}

function decoded(rows: readonly CatalogRow[]): string[] {
  const found = [...everyRow(new CodeTable(encodeRows(rows)))]
  return found.map(({ code, outcome, when = '' }) => [code, outcome, when].join(' ')).sort()
}

const outcomes: Outcome[] = [...reasons, 'ok']

describe('a table in the compact form is read as it is written', () => {
  test.each(outcomes)('of %s: numbers, words, families and rows with conditions', (outcome) => {
    const rows = [row('5', outcome), row('Busy', outcome), row('Busy.*', outcome), row('Busy', outcome, 'status=429')]
    expect(decoded(rows)).toEqual(rows.map(({ code, reason, when }) => [code, reason, when].join(' ')).sort())
  })

  test.each([
    ['signs that end a word', 'a/b', 'a(b)', 'a=b', 'a~b', 'a{b}'],
    ['signs that a string escapes', `a"b`, `a'b`, 'a`b', 'a\\b'],
    ['numbers that are none', '007', '-0', '1.5', '9007199254740993', '1e3'],
    ['a beginning longer than a digit tells', 'xY'.repeat(50), `${'xY'.repeat(50)}y`, `${'xY'.repeat(36)}z`],
    ['numbers that follow each other', 'Vpc.0098', 'Vpc.0099', 'Vpc.0100', 'Vpc.0107', 'Vpc.1', 'Vpc.10', 'Vpcs.11'],
    ['numbers of more digits than can be counted', 'a123456789012', 'a123456789013', 'a123456789112', 'a223456789013'],
    ['pieces of several cases', 'SSLCert', 'SSLCERT', 'SSLCertBad', 'SSL', 'sslCert', 'ssl_CERT', 'ssl_cert_1', 'Ssl'],
    ['spaces, and other scripts', 'not found', 'not open', '系统繁忙', '系统错误'],
    ['words that are a beginning', 'Not', 'NotFound', 'NotFound.User', 'NotFound.'],
    ['names that every object has', '__proto__', 'constructor', 'toString'],
  ])('with %s', (_what, ...codes) => {
    const rows = codes.map((code, index) => row(code, reasons[(index * 7) % reasons.length]!))
    expect(decoded(rows)).toEqual(rows.map(({ code, reason }) => `${code} ${reason} `).sort())
  })

  test('its first line has no tab: that would make it a TSV text', () => {
    const [first] = encodeRows([row('a\tb', 'internal'), row('5', 'internal'), row('Busy', 'internal')]).split('\n')
    expect(first).not.toContain('\t')
  })
})
