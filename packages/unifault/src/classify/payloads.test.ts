// Every answer of the payloads, in each form that a log may have, comes to what the payloads expect.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClassifier } from '@unifault/core'
import { allProviders } from '@unifault/providers/all-providers'
import { generic } from '@unifault/providers/generic'
import { afterAll, expect, test, vi } from 'vitest'
import { readPayloads } from '../../../providers/scripts/read-payloads.ts'
import { run } from './run.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'unifault-payloads-'))
afterAll(() => rmSync(folder, { recursive: true }))

const names = readdirSync(join(import.meta.dirname, '../../../providers/payloads')).map((name) =>
  name.replace('.jsonl', ''),
)
/** A log tells of no event of a stream; and a text of another charset is bytes, which lines of text are not. */
const payloads = names.flatMap(readPayloads).filter(({ event, url }) => event === undefined && /^https?:/.test(url))

/** What the classifier itself says of them: how many there are of each reason. */
const expected: Record<string, number> = {}
const classify = createClassifier(allProviders, { fallback: generic })
for (const payload of payloads) {
  const reason = classify(payload)?.reason
  if (reason !== undefined) expected[reason] = (expected[reason] ?? 0) + 1
}

async function reasonsIn(file: string, threads?: number) {
  const { tally, faults } = await run({ setup: { judge: {}, members: {} }, files: [file], progress: false, threads })
  const counts: Record<string, number> = {}
  for (const { reason, count } of tally.groups.values()) counts[reason] = (counts[reason] ?? 0) + count
  return { counts, answers: tally.answers, faults }
}

const asNdjson = payloads
  .map(({ url, method, status, headers, body }) => JSON.stringify({ url, method, status, headers, body }))
  .join('\n')
const har = {
  log: {
    version: '1.2',
    entries: payloads.map(({ url, method, status, headers, body }) => ({
      request: { url, method, headers: [] },
      response: {
        status,
        headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
        content: { encoding: 'base64', text: Buffer.from(body).toString('base64') },
      },
    })),
  },
}

const forms: Readonly<Record<string, string>> = {
  'payloads.ndjson': asNdjson,
  'payloads.har': JSON.stringify(har),
  'pretty.har': JSON.stringify(har, undefined, 2),
  'array.json': `[${asNdjson.replaceAll('\n', ',\n')}]`,
  'pretty.json': asNdjson
    .split('\n')
    .map((line) => JSON.stringify(JSON.parse(line), undefined, 2))
    .join('\n'),
}

for (const [name, text] of Object.entries(forms))
  test(`${payloads.length} answers are judged alike in ${name}`, async () => {
    writeFileSync(join(folder, name), text)
    const { counts, answers, faults } = await reasonsIn(join(folder, name))
    expect(faults).toEqual([])
    expect(answers).toBe(payloads.length)
    expect(counts).toEqual(expected)
  })

test('threads come to the same as one', async () => {
  const file = join(folder, 'payloads.ndjson')
  writeFileSync(file, asNdjson)
  expect((await reasonsIn(file, 2)).counts).toEqual((await reasonsIn(file, 1)).counts)
})

test('several answers of `curl -i` in one file are told apart', async () => {
  const some = payloads.filter(({ body, url }) => url.startsWith('https://api.bilibili.com/') && !/^HTTP\//m.test(body))
  const text = some
    .map(
      ({ status, headers, body }) =>
        `HTTP/2 ${status} \r\n${Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join('')}\r\n${body}\n`,
    )
    .join('')
  const file = join(folder, 'curl.txt')
  writeFileSync(file, text)
  const { tally } = await run({
    setup: { judge: { provider: 'bilibili' }, members: {} },
    files: [file],
    progress: false,
  })
  expect(some.length).toBeGreaterThan(5)
  expect(tally.answers).toBe(some.length)
  expect(tally.errors).toBe(some.filter(({ expect }) => expect !== null).length)
})
