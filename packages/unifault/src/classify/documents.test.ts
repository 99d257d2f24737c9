// What a run says of documents that are none, or not whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { run, type RunResult } from './run.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'unifault-documents-'))
afterAll(() => rmSync(folder, { recursive: true }))

const entry = JSON.stringify({
  request: { url: 'https://api.bilibili.com/x', method: 'GET', headers: [] },
  response: { status: 200, headers: [], content: { text: '{"code":-352}' } },
})
const har = (...entries: string[]): string => `{"log":{"entries":[${entries.join(',')}]}}`

function resultOf(name: string, text: string, threads?: number): Promise<RunResult> {
  const file = join(folder, name)
  writeFileSync(file, text)
  return run({ setup: { judge: {}, members: {} }, files: [file], progress: false, threads })
}

test.each<[fault: string, count: number, name: string, text: string]>([
  ['it breaks off', 2, 'short.har', har(entry, entry, entry).slice(0, -20)],
  ['it breaks off', 3, 'open.har', har(entry, entry, entry).slice(0, -1)],
  ['an entry is no JSON', 1, 'wrong.har', har(entry, '{"request":}', entry)],
  ['it breaks off', 1, 'short.json', `[${entry},`],
  ['something follows its array', 2, 'more.json', `[${entry},${entry}],{}`],
  ['an entry is no JSON', 1, 'wrong.json', `[${entry},{'a':1}]`],
  ['it breaks off', 0, 'lines.json', '{\n"url":"https://a.example",\n"status":500'],
])('%s behind %d entries is told of %s, by whoever judges', async (fault, count, name, text) => {
  for (const threads of [undefined, 2])
    await expect(resultOf(name, text, threads), `${threads} threads`).rejects.toThrow(
      `is no whole JSON document: ${fault} (behind ${count} entries)`,
    )
})

test('an entry that is too long is left out, counted and named, and those around it are judged', async () => {
  const long = JSON.stringify(Array.from({ length: 20 }, () => 'x'.repeat(1_000_000)))
  const { tally, faults } = await resultOf('long.har', har(entry, long, entry))
  expect(tally).toMatchObject({ answers: 2, errors: 2, unread: { 'too-long': 1, 'no-json': 0, 'no-answer': 0 } })
  expect(faults).toEqual([
    `${join(folder, 'long.har')}: entry 2 is longer than 16 MiB, or has more values than are read`,
  ])
})

test('values that are no records tell of no answer', async () => {
  for (const [name, text] of [
    ['array.json', `[1,"a",null,[],${entry}]`],
    ['values.json', '{\n"a":1}\n2 "b" null'],
  ] as const) {
    const { tally, faults } = await resultOf(name, text)
    expect(faults).toEqual([])
    expect(tally.unread).toMatchObject({ 'no-json': 0, 'too-long': 0 })
    expect(tally.unread['no-answer']).toBeGreaterThan(3)
  }
})

test.each<[what: string, text: string, answers: number, errors: number]>([
  ['with a byte order mark', '\uFEFFHTTP/2 429\r\na: b\r\n\r\n', 1, 1],
  ['after empty lines', '\r\n\nHTTP/2 429\r\na: b\r\n\r\n', 1, 1],
  ['without headers', 'HTTP/1.1 200 OK\r\n\r\n{"code":-352}', 1, 1],
  ['behind a proxy', 'HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 200\r\na: b\r\n\r\n{"code":-352}', 1, 1],
  ['that goes on', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n', 1, 0],
  ['that is none yet', 'HTTP/1.1 100 Continue\r\n\r\n', 0, 0],
])('an answer %s is read as curl prints it', async (_what, text, answers, errors) => {
  const file = join(folder, 'answer.txt')
  writeFileSync(file, text)
  const setup = { judge: { provider: 'bilibili' }, members: {} }
  const { tally } = await run({ setup, files: [file], progress: false })
  expect(tally).toMatchObject({ answers, errors })
})

test('a file in UTF-16 is called so, with or without its mark', async () => {
  const text = Buffer.from(`${JSON.stringify({ url: 'https://a.example', status: 500 })}\n`, 'utf16le')
  for (const bytes of [text, Buffer.from(text).swap16(), Buffer.concat([Buffer.from([0xff, 0xfe]), text])])
    for (const format of [undefined, 'ndjson'] as const) {
      const file = join(folder, 'utf16.ndjson')
      writeFileSync(file, bytes)
      const setup = { judge: {}, members: {} }
      await expect(run({ setup, files: [file], format, progress: false })).rejects.toThrow('is UTF-16; expected UTF-8')
    }
})

test('an empty file keeps nobody from reading the others', async () => {
  const [empty, full] = [join(folder, 'empty.ndjson'), join(folder, 'full.har')]
  writeFileSync(empty, '')
  writeFileSync(full, har(entry, entry))
  const { tally } = await run({ setup: { judge: {}, members: {} }, files: [empty, full, empty], progress: false })
  expect(tally).toMatchObject({ answers: 2, errors: 2 })
})
