// What a run needs does not grow with its input. The system tells the most that the process had; elsewhere than on Linux it does not.
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPayloads } from '../../../providers/scripts/read-payloads.ts'

const megabyte = 1_000_000
const folder = mkdtempSync(join(tmpdir(), 'unifault-memory-'))
const file = join(folder, 'log.ndjson')
let lines = 0

beforeAll(async () => {
  const payloads = readdirSync(join(import.meta.dirname, '../../../providers/payloads'))
    .flatMap((name) => readPayloads(name.replace('.jsonl', '')))
    .map(({ url, method, status, headers, body }) => `${JSON.stringify({ url, method, status, headers, body })}\n`)
  const all = payloads.join('')
  const log = createWriteStream(file)
  for (let size = 0; size < 50 * megabyte; size += all.length) {
    lines += payloads.length
    if (!log.write(all)) await once(log, 'drain')
  }
  await once(log.end(), 'finish')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

test.skipIf(!existsSync('/proc/self/status'))(
  '50 MB of answers, two thirds of them errors, are judged in less than 300 MB',
  { timeout: 600_000 },
  async () => {
    const main = join(import.meta.dirname, '../main.ts')
    const all = ['--conditions=unifault-source', main, 'classify', file, '--threads', '2', '--json']
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
    expect(JSON.parse(output)).toMatchObject({ answers: lines })
    expect(most).toBeGreaterThan(10 * megabyte)
    expect(most).toBeLessThan(300 * megabyte)
  },
)
