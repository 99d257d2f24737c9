// Nothing secret that a log holds is printed or kept: not by any report, nor in what the threads hand over.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf, summaryOf, textOf } from './report.ts'
import { run, type RunResult } from './run.ts'
import { Runner } from './runner.ts'

const secrets = {
  inUrl: 'tok_9f8e7d6c5b4a3210',
  inUserInfo: 'hunter2hunter2',
  inHeader: 'sk-live-0123456789abcdef',
  inCookie: 'c2Vzc2lvbi1zZWNyZXQ',
  inRequestBody: 'correct-horse-battery-7',
  asCode: 'Zx81pQ4v0aB3c9Kd77LmNoPq',
}

/** The secrets stand where requests carry them, and the answers echo each in its words and as its code. */
const records = Object.values(secrets).flatMap((secret) =>
  [200, 401, 500].flatMap((status) =>
    ['https://api.bilibili.com/x', 'https://in-house.example/x', 'https://api.openai.com/v1/x'].map((url) => ({
      url: `${url.replace('//', `//admin:${secrets.inUserInfo}@`)}?access_token=${secrets.inUrl}&secret=${secrets.asCode}`,
      method: 'POST',
      status,
      request: {
        headers: { authorization: `Bearer ${secrets.inHeader}`, cookie: `sid=${secrets.inCookie}` },
        body: JSON.stringify({ password: secrets.inRequestBody }),
      },
      headers: { 'content-type': 'application/json', 'set-cookie': `sid=${secrets.inCookie}` },
      body: JSON.stringify({
        code: secret,
        success: false,
        message: `no access with ${secret}`,
        error: { code: secret, message: `bad key ${secret}` },
      }),
    })),
  ),
)

const folder = mkdtempSync(join(tmpdir(), 'unifault-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))
let all: RunResult
let one: RunResult

beforeAll(async () => {
  const file = join(folder, 'log.ndjson')
  const read = async (lines: readonly object[]): Promise<RunResult> => {
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    return run({ setup: { judge: {}, members: {} }, files: [file], progress: false })
  }
  all = await read(records)
  one = await read(records.slice(3, 4))
})

function expectClean(text: string): void {
  for (const [where, secret] of Object.entries(secrets))
    expect(text.includes(secret), `${where} in ${text}`).toBe(false)
}

test('the records hold errors and unknown codes', () => {
  expect(all.tally.answers).toBe(records.length)
  expect(all.tally.errors).toBeGreaterThan(records.length / 2)
  expect(all.tally.unknown.size).toBeGreaterThan(0)
})

for (const [name, report] of Object.entries({
  text: textOf,
  csv: csvOf,
  json: (result: RunResult) => JSON.stringify(summaryOf(result)),
}))
  test(`the summary as ${name} shows no secret`, () => {
    expectClean(report(all))
    expectClean(report(one))
  })

test('what is counted holds no secret', () => {
  expectClean(JSON.stringify([[...all.tally.groups], [...all.tally.unknown], [...all.tally.hosts], all.first]))
})

test('verdicts line by line show no secret, with the words of the platform too', async () => {
  const bytes = Buffer.from(
    `${records.map((record) => JSON.stringify(record)).join('\n')}\nBearer ${secrets.inHeader}\n`,
  )
  for (const message of [false, true]) {
    const runner = await Runner.create({ judge: {}, members: {}, lines: { copy: [], fields: undefined, message } })
    expectClean(Buffer.from(runner.run({ index: 0, bytes }).output ?? '').toString())
  }
})
