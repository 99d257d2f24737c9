// What docs/pipelines.md shows: its programs print what it says, and every command of its configurations judges a line.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'unifault-pipelines-'))
const root = join(import.meta.dirname, '../../../..')

beforeAll(() => {
  const file = join(folder, 'unifault')
  const main = join(import.meta.dirname, '../main.ts')
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' --conditions=unifault-source '${main}' "$@"\n`)
  chmodSync(file, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true }))

function shell(text: string, input = '') {
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` }
  return spawnSync('sh', ['-c', text], { encoding: 'utf8', env, input })
}

const pages = ['docs/pipelines.md', 'docs/zh/pipelines.md'].map((page) => readFileSync(join(root, page), 'utf8'))
const programs = [...(pages[0] ?? '').matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, program = '']) => program)
const commands = pages.flatMap((page) =>
  [...page.matchAll(/unifault classify - --lines[\w ,-]*/g)].map(([command]) => command.trim()),
)

test('the programs print what the page says', () => {
  expect(programs.length).toBe(2)
  for (const program of programs) {
    const said = [...program.matchAll(/^# → (.*)$/gm)].map(([, line]) => line)
    expect(said.length).toBeGreaterThan(0)
    expect(shell(program).stdout.trimEnd().split('\n')).toEqual(said)
  }
})

test.each([...new Set(commands)])('`%s` judges a line', (command) => {
  const line = JSON.stringify({ id: 1, time: 2, url: 'https://api.openai.com/v1/models', status: 401, body: '{}' })
  const { stdout, stderr } = shell(command, `${line}\n`)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/"reason":"unauthenticated"|"ok":false/)
})
