import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocksOf, rangesOf } from './jobs.ts'
import { LineCutter, mostLine } from './line-cutter.ts'
import { type Job, type JobResult, Runner } from './runner.ts'

const folder = mkdtempSync(join(tmpdir(), 'unifault-lines-'))
let runner: Runner
beforeAll(async () => {
  runner = await Runner.create({
    judge: {},
    members: {},
    lines: { copy: ['n', '__proto__', 'constructor', 'toString', 'deep'], fields: undefined, message: false },
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

const record = (n: number): string =>
  JSON.stringify({
    n,
    url: 'https://api.bilibili.com/x',
    status: 200,
    body: '{"code":-352,"message":"风控校验失败"}'.padEnd(n),
  })

/** The numbers of the lines that were written, in their order. */
function numbersOf(results: Iterable<JobResult>): unknown[] {
  return [...results].flatMap(({ output }) =>
    Buffer.from(output ?? '')
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { n?: number }).n),
  )
}

for (const [name, ending] of [
  ['a newline', '\n'],
  ['nothing', ''],
])
  test(`of a file that ends with ${name}, every line is judged once, wherever its ranges are cut`, () => {
    const all = Array.from({ length: 40 }, (_one, index) => index)
    const text = all.map(record).join('\n') + ending
    const file = join(folder, 'lines.ndjson')
    writeFileSync(file, text)
    const size = Buffer.byteLength(text)
    for (const range of [1, 7, 100, 101, 102, 103, 104, 105, 999, size - 1, size, size + 1]) {
      const results = [...rangesOf(file, size, 0, range)].map((job) => runner.run(job))
      expect(numbersOf(results), `ranges of ${range}`).toEqual(all)
      expect(results.reduce((sum, { lines }) => sum + lines, 0)).toBe(all.length)
    }
  })

test('every line of a stream is judged once, in whatever pieces it comes', async () => {
  const all = Array.from({ length: 40 }, (_one, index) => index)
  const bytes = Buffer.from(all.map(record).join('\n'))
  for (const size of [1, 3, 64, 100, 4096, bytes.length])
    for (const smallest of [0, 500, 1_000_000]) {
      const jobs: Job[] = []
      for await (const job of blocksOf(pieces(bytes, size), smallest)) jobs.push(job)
      expect(jobs.map(({ index }) => index)).toEqual(jobs.map((_job, index) => index))
      expect(numbersOf(jobs.map((job) => runner.run(job))), `pieces of ${size}, blocks of ${smallest}`).toEqual(all)
    }
})

// oxlint-disable-next-line typescript/require-await -- a source that has all its bytes
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test('a line beyond 16 MiB is told and not kept, and the lines around it are read', async () => {
  const long = `{"url":"${'x'.repeat(mostLine)}"}`
  const bytes = Buffer.from([record(1), long, record(2)].join('\n'))
  const outputs: string[] = []
  for await (const job of blocksOf(pieces(bytes, 65_536), 0)) {
    expect('bytes' in job && job.bytes.length).toBeLessThan(mostLine + 200_000)
    outputs.push(Buffer.from(runner.run(job).output ?? '').toString())
  }
  const written = outputs.join('').trimEnd().split('\n')
  expect(written.map((line) => JSON.parse(line) as object)).toMatchObject([
    { n: 1, ok: false },
    { ok: null, fault: 'is longer than 16 MiB, or has more values than are read' },
    { n: 2, ok: false },
  ])
})

test('a cutter keeps nothing of the buffer that it was given', () => {
  const cutter = new LineCutter()
  const buffer = Buffer.from('abc')
  expect([...cutter.cut(buffer)]).toEqual([])
  buffer.fill('x')
  expect([...cutter.cut(Buffer.from('d\n'))]).toEqual(['abcd'])
})

/** What is written for a line. */
function writtenFor(line: string): Record<string, unknown> {
  const { output } = runner.run({ index: 0, bytes: Buffer.from(`${line}\n`) })
  return JSON.parse(Buffer.from(output ?? []).toString()) as Record<string, unknown>
}

test('members of the line itself are copied, and nothing that every object has', () => {
  expect(Object.keys(writtenFor('{"n":1,"status":200,"url":"https://a.example"}'))).toEqual(['n', 'ok'])
  const own = writtenFor('{"constructor":2,"__proto__":{"a":1},"status":200,"url":"https://a.example"}')
  expect(Object.entries(own)).toEqual([
    ['__proto__', { a: 1 }],
    ['constructor', 2],
    ['ok', true],
  ])
})

test('a member that is nested too deep to be written is null, and the line has its verdict', () => {
  for (const depth of [1, 20_000, 100_000]) {
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`
    const { deep: copied, ...rest } = writtenFor(`{"n":1,"deep":${deep},"status":503,"url":"https://a.example"}`)
    expect(copied).toEqual(depth === 1 ? [] : null)
    expect(rest).toMatchObject({ n: 1, ok: false, reason: 'unavailable' })
  }
})
