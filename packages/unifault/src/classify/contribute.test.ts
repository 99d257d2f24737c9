import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { words } from '@unifault/providers/words'
import { afterAll, expect, test } from 'vitest'
import { checkTable } from '../../../providers/scripts/rules/index.ts'
import { readCatalog } from '../../../providers/scripts/read-catalog.ts'
import { contributionOf } from './contribute.ts'
import { unknownCodes } from './report.ts'
import { run } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'unifault-unknown-'))
afterAll(() => rmSync(folder, { recursive: true }))

const answers = [
  ...Array.from({ length: 3 }, () => [
    'https://api.bilibili.com/x',
    200,
    { code: -987_001, message: '请求过于频繁，请稍后再试' },
  ]),
  ['https://api.bilibili.com/x', 200, { code: -987_002, message: 'access key expired' }],
  ['https://api.bilibili.com/x', 200, { code: -352, message: 'known' }],
  ['https://oapi.dingtalk.com/x', 200, { errcode: 9_870_003, errmsg: 'no such\tthing' }],
  ['https://in-house.example/x', 200, { success: false, code: 9_870_004, message: 'out of stock' }],
].map(([url, status, body]) => ({ url, status, method: 'GET', headers: { 'content-type': 'application/json' }, body }))

async function codes() {
  const file = join(folder, 'log.ndjson')
  writeFileSync(file, answers.map((one) => JSON.stringify(one)).join('\n'))
  return unknownCodes(await run({ setup: { judge: {}, members: {} }, files: [file], progress: false }))
}

test('codes that no table knows are counted, the most frequent first', async () => {
  const found = await codes()
  expect(found[0]).toMatchObject({
    provider: 'bilibili',
    code: '-987001',
    count: 3,
    message: '请求过于频繁，请稍后再试',
  })
  expect(found.map(({ code }) => code).sort()).toEqual(['-987001', '-987002', '9870003', '9870004'])
})

test("rows to contribute have the words' proposal, and the lint refuses them until a person fills in the rest", async () => {
  const found = await codes()
  const text = contributionOf(found, words)
  const tables = text.split(/^# /m).filter(Boolean)
  expect(tables.map((table) => table.split('\n')[0])).toEqual(
    [
      'packages/providers/catalog/bilibili/web.tsv',
      'in-house.example: no provider judges it yet',
      'packages/providers/catalog/dingtalk/oapi.tsv',
    ].sort((a, b) => text.indexOf(a) - text.indexOf(b)),
  )
  expect(text).toContain('-987001\tthrottled\t请求过于频繁，请稍后再试\t\t\t\n')
  for (const table of tables) {
    const [name = '', ...rows] = table.trimEnd().split('\n')
    const file = join(
      folder,
      'catalog',
      name.startsWith('packages') ? name.replace('packages/providers/catalog/', '') : 'house/body.tsv',
    )
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${rows.join('\n')}\n`)
  }
  const written = readCatalog(join(folder, 'catalog'))
  expect(written.flatMap(({ rows }) => rows).length).toBe(found.length)
  for (const table of written)
    for (const row of table.rows) expect(checkTable(table).join('\n')).toContain(`:${row.line} has no source`)
  // Filled in, they are in order.
  for (const table of written) {
    const filled = table.rows.map((row) =>
      [
        row.code,
        row.reason || 'internal',
        row.zh || '说明',
        row.en || 'meaning',
        '',
        'https://docs.example.com/errors',
      ].join('\t'),
    )
    writeFileSync(table.file, `${['code\treason\tzh\ten\twhen\tsource', ...filled].join('\n')}\n`)
  }
  expect(readCatalog(join(folder, 'catalog')).flatMap(checkTable)).toEqual([])
})
