import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { words } from '@unifault/providers/words'
import { afterAll, describe, expect, test } from 'vitest'
import { blocksOf, type Form, formOf, readDocument } from './document.ts'
import { type Found, findEntries } from './entries.ts'
import { tableText } from './table-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'unifault-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

function foundIn(text: string, file: string): Found {
  return findEntries(blocksOf(text, formOf(file, text), file), words)
}

const codesIn = (text: string, file = 'errors.md'): string[] =>
  foundIn(text, file).lists.flatMap(({ entries }) => entries.map(({ code }) => code))

const table = (head: string, ...rows: string[]): string =>
  [head, head.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n')

describe('numbers and words that are no codes', () => {
  test.each([
    [
      'years',
      'Our history\n2016 The company is founded\n2017 The first office opens\n2018 The second office opens\n2019 Ten million users\n',
    ],
    ['a table of years', table('Year | Event', '2016 | Founded', '2017 | First office', '2018 | Second office')],
    ['ports', `# Errors\n\n${table('Port | Service', '22 | SSH', '443 | HTTPS', '5432 | PostgreSQL')}`],
    [
      'prices',
      'Prices\n100 USD a month for the small plan\n200 USD a month for the large plan\n300 USD a month for all\n',
    ],
    ['a numbered list', '# Errors\n\n1. Read the error message\n2. Retry the request\n3. Contact the support\n'],
    ['country codes', table('Country code | Country', 'CN | China', 'DE | Germany', 'FR | France')],
    ['currencies', table('Code | Currency', 'CNY | Renminbi', 'EUR | Euro', 'USD | Dollar')],
    [
      'parameters',
      `# Error handling\n\n${table('Name | Type | Description', 'order_id | string | The order', 'user_id | string | The user', 'page_size | int | Rows a page')}`,
    ],
    [
      'members of an error',
      '# Errors\n\n- `error_code`: the number of the error\n- `error_msg`: a text for people\n- `request_id`: the id of the request\n',
    ],
    ['versions', table('Version | Changes', '1.0.1 | Fix an error', '1.0.2 | Fix a timeout', '1.1.0 | New errors')],
    [
      'telephone numbers',
      'Support\n4008001234 Shanghai office\n4008005678 Beijing office\n4008009999 Shenzhen office\n',
    ],
  ])('%s', (_what, text) => {
    expect(codesIn(text)).toEqual([])
    expect(codesIn(text, 'page.txt')).toEqual([])
  })

  test('a list of HTTP statuses is left out, and that is said', () => {
    const text = `# Status codes\n\n${table('Code | Meaning', '200 | OK', '400 | Bad request', '401 | Unauthorized', '404 | Not found', '500 | Server error')}`
    expect(foundIn(text, 'errors.md')).toEqual({
      lists: [],
      notes: [{ line: 3, text: expect.stringContaining('HTTP statuses') }],
    })
  })

  test('numbers like statuses below a caption of error codes are codes', () => {
    expect(codesIn(table('错误码 | 说明', '100 | 失败', '400 | 参数错误', '404 | 订单不存在'))).toEqual([
      '100',
      '400',
      '404',
    ])
  })

  test('a status beside a code is none', () => {
    expect(
      codesIn(
        table(
          'Status code | Error code | Description',
          '401 | NO_TOKEN | The token is missing',
          '401 | OLD_TOKEN | The token has expired',
        ),
      ),
    ).toEqual(['NO_TOKEN', 'OLD_TOKEN'])
  })
})

describe('codes that name many', () => {
  test.each([
    '1000-1999',
    '1000 ~ 1999',
    '1000～1999',
    '1000至1999',
    '5xx',
    '20**',
    '-1 ~ -99',
    '1000...1999',
    'EC-AUTH-XXXX',
    'EXXXXX',
  ])('%s is left out, and that is said with its line', (range) => {
    const { lists, notes } = foundIn(
      table('Error code | Meaning', '999 | Token expired', `${range} | Server error`),
      'errors.md',
    )
    expect(lists.flatMap(({ entries }) => entries.map(({ code }) => code))).toEqual(['999'])
    expect(notes).toEqual([{ line: 4, text: expect.stringMatching(/names many codes at once/) }])
  })
})

describe('broken documents', () => {
  test('a table that is cut off, with too few and too many cells, is read as far as it goes', () => {
    const text =
      '| Error code | Meaning | Fix |\n|---|---|---|\n| 1001 | Token expired\n| 1002 | Order not found | Look | again | here |\n| 1003 |\n| 1004 | Server busy'
    const { lists, notes } = foundIn(text, 'errors.md')
    expect(lists.flatMap(({ entries }) => entries.map(({ code }) => code))).toEqual(['1001', '1002', '1004'])
    expect(notes).toEqual([{ line: 5, text: '1003 has no text: left out' }])
  })

  test('HTML that never closes, with cells outside of rows', () => {
    const text =
      '<table><tr><th>Error code<th>Message<tr><td>1001<td>Token expired<tr><td>1002<td>Order not found<td></table><td>1003'
    expect(codesIn(text, 'errors.html')).toEqual(['1001', '1002'])
  })

  test('CSV whose quotes never close', () => {
    expect(
      codesIn('code,message\n1001,"Token expired\n1002,Order not found\n', 'errors.csv').length,
    ).toBeLessThanOrEqual(2)
  })

  test('one code with two meanings keeps the first, and that is said', () => {
    const { lists, notes } = foundIn(
      table('Error code | Meaning', '1 | Token expired', '2 | Order not found', '1 | Server busy'),
      'errors.md',
    )
    expect(lists[0]?.entries.map(({ code, en }) => `${code} ${en}`)).toEqual(['1 Token expired', '2 Order not found'])
    expect(notes).toEqual([{ line: 5, text: '1 says something else than on line 3: the first stands' }])
  })

  test.each([
    '',
    '\n\n',
    '\u0000\u0001',
    '|',
    '|||\n|-|-|\n',
    '<table>',
    '<table><tr><td colspan=99999 rowspan=99999>1</td></tr></table>',
    '+--+\n|',
    '=== ===\n',
    '"',
    ',',
    '.. list-table::',
    '- `',
    '# ',
  ])('nothing is found in %j, in any form', (text) => {
    for (const form of ['markdown', 'rst', 'html', 'delimited', 'text'] as const satisfies readonly Form[])
      expect(findEntries(blocksOf(text, form), words).lists).toEqual([])
  })
})

describe('large documents', () => {
  const codes = Array.from({ length: 2_000 }, (_, index) => String(100_000 + index))

  test.each([
    [
      'markdown',
      [
        '| Error code | Message |',
        '|---|---|',
        ...codes.map((code) => `| ${code} | Order ${code} does not exist |`),
      ].join('\n'),
    ],
    [
      'html',
      `<table><tr><th>Error code</th><th>Message</th></tr>${codes.map((code) => `<tr><td>${code}</td><td>Order ${code} does not exist</td></tr>`).join('\n')}</table>`,
    ],
    ['text', ['Error Code Description', ...codes.map((code) => `${code} Order ${code} does not exist`)].join('\n')],
    ['delimited', ['Error code,Message', ...codes.map((code) => `${code},Order ${code} does not exist`)].join('\n')],
    [
      'rst',
      [
        '====== ==========================',
        'Error  Message',
        '====== ==========================',
        ...codes.map((code) => `${code} Order ${code} does not exist`),
        '====== ==========================',
      ].join('\n'),
    ],
  ] as const)('%s: every one of 2,000 codes is found', (form, text) => {
    const { lists } = findEntries(blocksOf(text, form), words)
    expect(lists.flatMap(({ entries }) => entries.length)).toEqual([codes.length])
  })

  test('elements in elements without end, and a line without end, are no fault', () => {
    expect(codesIn('<div>'.repeat(20_000), 'errors.html')).toEqual([])
    expect(codesIn(`1001 ${'错误 error '.repeat(20_000)}`, 'errors.txt')).toEqual([])
    expect(codesIn('1'.repeat(300_000), 'errors.txt')).toEqual([])
    expect(codesIn(' '.repeat(300_000), 'errors.txt')).toEqual([])
    expect(codesIn(`| ${'-'.repeat(200_000)}`, 'errors.txt')).toEqual([])
  })
})

describe('files', () => {
  const written = (name: string, content: string | Uint8Array): string => {
    const file = join(folder, name)
    writeFileSync(file, content)
    return file
  }

  test.each([
    ['a missing one', () => join(folder, 'none.md'), 'none.md: cannot be read (ENOENT); expected a file'],
    ['a folder', () => folder, ': is a folder; expected a file'],
    ['an empty one', () => written('empty.md', ''), 'empty.md: is empty; expected a page of error codes'],
    ['a picture', () => written('a.png', Uint8Array.of(137, 80, 78, 71, 0, 0)), 'a.png: is no text; expected Markdown'],
  ])('%s is named with what was expected', (_what, file, message) => {
    expect(() => readDocument(file())).toThrow(message)
  })

  test('GB 18030, UTF-16 and a byte order mark are read', () => {
    const gbk = Uint8Array.of(0xb4, 0xed, 0xce, 0xf3, 0xc2, 0xeb)
    expect(readDocument(written('gbk.txt', gbk))).toBe('错误码')
    expect(readDocument(written('utf16.txt', Buffer.from('\ufeff错误码', 'utf16le')))).toBe('错误码')
    expect(readDocument(written('bom.txt', '\ufeff错误码\r\n1\r\n'))).toBe('错误码\n1\n')
  })
})

test('no control character of a page stands in a table', () => {
  const plain = { reason: 'token-expired', zh: '', fixZh: '', fixEn: '', source: '' }
  for (const sign of ['\u001B[31m', '\u001B]0;t\u0007', '\u009B31m', '\u0000', '\r', '\u202E', '\u2066', '\u007F']) {
    const text = tableText([{ ...plain, code: `1001${sign}`, en: `The token ${sign}has\texpired` }])
    expect(text, JSON.stringify(sign)).toContain('\\texpired')
    expect(text.replace(/[\t\n]/g, ''), JSON.stringify(sign)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
  }
})

test('a page that has lost its line ends is read in time that grows as it does', () => {
  const page = Array.from({ length: 10_000 }, (_, n) => `${1000 + n} The token has expired`).join(' ')
  const started = performance.now()
  foundIn(page, 'a.txt')
  expect(performance.now() - started).toBeLessThan(3000)
})
