// What a run needs does not grow with its input. The system tells the most that the process had; elsewhere than on Linux it does not.
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPayloads } from '../../../providers/scripts/read-payloads.ts'

const megabyte = 1_000_000
const folder = mkdtempSync(join(tmpdir(), 'unifault-memory-'))
afterAll(() => rmSync(folder, { recursive: true }))

const payloads = readdirSync(join(import.meta.dirname, '../../../providers/payloads'))
  .flatMap((name) => readPayloads(name.replace('.jsonl', '')))
  .map(({ url, method, status, headers, body }) => ({ url, method, status, headers, body }))

/** As a browser saves it, over many lines; each hundredth body is longer than all that the classifier reads of one. */
function entryOf({ url, method, status, headers, body }: (typeof payloads)[number], index: number): object {
  const text = index % 100 === 0 ? body.padEnd(4 * megabyte) : Buffer.from(body).toString('base64')
  return {
    request: { url, method, headers: [] },
    response: {
      status,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      content: { text, ...(index % 100 > 0 && { encoding: 'base64' }) },
    },
  }
}

/** One body of more than all the memory that the run may have. */
const hugeBody = (size: number): string =>
  JSON.stringify(entryOf({ url: 'https://a.example/', method: 'GET', status: 500, headers: {}, body: '' }, 1)).replace(
    '"text":""',
    `"text":"${'{}'.repeat(size / 2)}"`,
  )

interface Log {
  readonly name: string
  readonly size: number
  readonly before?: string
  readonly between: string
  readonly after?: string
  readonly texts: readonly string[]
}

/** A line of a log: most of its length is what the reader leaves alone, so that few answers make a large file. */
const lineOf = (one: (typeof payloads)[number], index: number): string =>
  JSON.stringify({ ...one, trace: `${index}-`.repeat(1000) })

const entries = payloads.map((one, index) => JSON.stringify(entryOf(one, index), undefined, 2))
const har = { before: '{"log":{"version":"1.2","entries":[', between: ',\n', after: ']}}' }
const logs: readonly Log[] = [
  { name: 'log.ndjson', size: 100 * megabyte, between: '\n', texts: payloads.map(lineOf) },
  { name: 'log.har', size: 80 * megabyte, ...har, texts: entries },
  {
    name: 'huge.har',
    size: 1,
    ...har,
    texts: [...entries.slice(1, 50), hugeBody(310 * megabyte), ...entries.slice(1, 50)],
  },
]

/** @returns how many answers it holds */
async function write({ name, size, before = '', between, after = '', texts }: Log): Promise<number> {
  const file = createWriteStream(join(folder, name))
  let count = 0
  for (let length = 0; length < size;)
    for (const text of texts) {
      length += text.length
      if (!file.write((count++ === 0 ? before : between) + text)) await once(file, 'drain')
    }
  await once(file.end(after), 'finish')
  return count
}

/** The most memory that a run over a file had, and what it printed. */
async function runOver(name: string): Promise<{ most: number; output: string }> {
  const main = join(import.meta.dirname, '../main.ts')
  const all = ['--conditions=unifault-source', main, 'classify', join(folder, name), '--threads', '2', '--json']
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  let most = 0
  const look = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : ''
    most = Math.max(most, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024)
  }, 20)
  await ended
  clearInterval(look)
  return { most, output }
}

test.skipIf(!existsSync('/proc/self/status')).for(logs)(
  '$name is judged in less than 300 MB',
  { timeout: 600_000 },
  async (log) => {
    const answers = await write(log)
    const { most, output } = await runOver(log.name)
    expect(JSON.parse(output)).toMatchObject({ answers, unread: { 'no-json': 0, 'no-answer': 0, 'too-long': 0 } })
    expect(most).toBeGreaterThan(10 * megabyte)
    expect(most).toBeLessThan(300 * megabyte)
  },
)
