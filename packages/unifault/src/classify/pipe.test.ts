// The stage of a pipeline, over real pipes.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000 })

function start(...options: string[]): ChildProcessWithoutNullStreams & { told: () => string } {
  const main = join(import.meta.dirname, '../main.ts')
  const all = ['--conditions=unifault-source', main, 'classify', '-', '--lines', '--copy', 'n', ...options]
  const child = spawn(process.execPath, all)
  let told = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text))
  child.stdin.on('error', () => undefined) // it ends while we write
  return Object.assign(child, { told: () => told })
}

function line(n: number): string {
  const answers = [
    { url: 'https://api.bilibili.com/x', status: 200, body: '{"code":-352,"message":"风控校验失败"}' },
    { url: 'https://api.bilibili.com/x', status: 200, body: '{"code":0,"message":"0"}' },
    { url: 'https://api.example.com/x', status: 503 },
  ]
  return `${JSON.stringify({ n, ...answers[n % answers.length] })}\n`
}

interface Out {
  readonly n?: number
  readonly ok: boolean | null
  readonly reason?: string
  readonly fault?: string
}

async function linesOf(child: ChildProcessWithoutNullStreams): Promise<Out[]> {
  const found: Out[] = []
  for await (const text of createInterface({ input: child.stdout })) found.push(JSON.parse(text) as Out)
  return found
}

async function exitOf(child: ChildProcessWithoutNullStreams): Promise<unknown> {
  return child.exitCode ?? ((await once(child, 'exit')) as unknown[])[0]
}

for (const threads of ['1', '2'])
  test(`with ${threads} thread${threads === '1' ? '' : 's'}, each line gets one line, in the same order`, async () => {
    const child = start('--threads', threads)
    const found = linesOf(child)
    const count = 6000
    for (let n = 0; n < count; n++) if (!child.stdin.write(line(n))) await once(child.stdin, 'drain')
    child.stdin.end()
    const all = await found
    expect(all.map(({ n }) => n)).toEqual(Array.from({ length: count }, (_one, n) => n))
    for (const { n = 0, ok, reason } of all)
      expect([ok, reason]).toEqual(
        [
          [false, 'abuse-blocked'],
          [true, undefined],
          [false, 'unavailable'],
        ][n % 3],
      )
    expect(await exitOf(child)).toBe(0)
    expect(child.told()).toBe('')
  })

test('a verdict is written while the input is still open', async () => {
  const child = start()
  const reader = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  for (let n = 0; n < 5; n++) {
    child.stdin.write(line(n))
    expect(JSON.parse((await reader.next()).value as string)).toMatchObject({ n })
  }
  child.stdin.end()
  expect(await exitOf(child)).toBe(0)
})

test('broken and empty lines, and one that is cut off, get a line that says so', async () => {
  const child = start()
  const found = linesOf(child)
  child.stdin.end(`${line(0)}nonsense\n\n{"n":3,"msg":"listening"}\n[1]\n${line(5)}{"n":6,"url":"https://api.exam`)
  const faults = (await found).map(({ fault }) => fault?.split(';')[0])
  expect(faults).toEqual([
    undefined,
    'is no JSON',
    'is no JSON',
    'tells of no answer',
    'tells of no answer',
    undefined,
    'is no JSON',
  ])
  expect(await exitOf(child)).toBe(0)
  expect(child.told()).toBe(
    'unifault: 5 of 7 lines have no verdict; the first that could not be read is -:2: is no JSON; expected an object a line\n',
  )
})

test('a slow reader holds the writer back: little is on its way, and nothing is lost', async () => {
  const child = start()
  const count = 40_000
  let written = 0
  let read = 0
  let most = 0
  const reading = (async () => {
    for await (const chunk of child.stdout) {
      for (const byte of chunk as Buffer) if (byte === 10) read++
      most = Math.max(most, written - read)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  })()
  for (let n = 0; n < count; n++) {
    written++
    if (!child.stdin.write(line(n))) await once(child.stdin, 'drain')
  }
  child.stdin.end()
  await reading
  expect(read).toBe(count)
  // Two pipes, two blocks and the streams' own buffers: some hundred kB, of lines of about 100 bytes.
  expect(most).toBeLessThan(count / 4)
  expect(await exitOf(child)).toBe(0)
})

test('a reader that is gone ends the stage with a clear error, and what it got is whole and in order', async () => {
  const child = start()
  const got: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    got.push(chunk)
    if (got.length === 3) child.stdout.destroy()
  })
  const feeding = (async () => {
    for (let n = 0; child.exitCode === null && !child.stdin.destroyed; n++)
      if (!child.stdin.write(line(n))) await Promise.race([once(child.stdin, 'drain'), once(child, 'exit')])
  })().catch(() => undefined)
  expect(await exitOf(child)).toBe(4)
  await feeding
  const lines = Buffer.concat(got).toString().split('\n').slice(0, -1)
  expect(lines.map((text) => (JSON.parse(text) as Out).n)).toEqual(lines.map((_line, n) => n))
  expect(child.told()).toMatch(/^unifault: the reader of standard output has gone; \d+ lines were written, /)
})
