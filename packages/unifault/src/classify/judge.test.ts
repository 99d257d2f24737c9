import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createJudge } from './judge.ts'

const folder = mkdtempSync(join(tmpdir(), 'unifault-judge-'))
afterAll(() => rmSync(folder, { recursive: true }))

const answer = (url: string, code: number) => ({
  url,
  method: 'GET',
  status: 200,
  headers: {},
  body: { code, message: '' },
})

test('a provider is found at further places, several too, and at its own', async () => {
  const judge = await createJudge({ at: ['bilibili=proxy.example/bili', 'bilibili=other.example'], fallback: 'none' })
  for (const url of ['https://proxy.example/bili/x', 'https://other.example/x', 'https://api.bilibili.com/x'])
    expect(judge.judge(answer(url, -352)), url).toMatchObject({ provider: 'bilibili', reason: 'abuse-blocked' })
  expect(judge.judge(answer('https://proxy.example/x', -352))).toBeUndefined()
})

test("providers of the user's own judge, and stand in place of ours of the same id", async () => {
  const file = join(folder, 'own.mjs')
  const provider = (id: string) =>
    JSON.stringify({
      id,
      hosts: [`${id}.example`],
      dialects: [{ name: 'api', code: 'code', success: [0], codes: { 7: 'throttled' } }],
    })
  writeFileSync(file, `export const acme = ${provider('acme')}\nexport const bilibili = ${provider('bilibili')}\n`)
  const judge = await createJudge({ use: [file], fallback: 'none' })
  for (const id of ['acme', 'bilibili'])
    expect(judge.judge(answer(`https://${id}.example/x`, 7)), id).toMatchObject({ provider: id, reason: 'throttled' })
  await expect(createJudge({ use: [join(folder, 'nowhere.mjs')] })).rejects.toThrow('cannot be loaded')
})
