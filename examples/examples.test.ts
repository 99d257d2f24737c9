import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const run = promisify(execFile)
const folder = import.meta.dirname
const programs = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8')

test.for(programs)('%s ends by itself and prints what its last lines say', { timeout: 60_000 }, async (name) => {
  const promised = [...read(name).matchAll(/^\/\/ prints: (.*)$/gm)].map(([, text]) => text)
  // execFile rejects on an exit code other than 0, and kills what does not end.
  const { stdout, stderr } = await run(process.execPath, ['--conditions=unifault-source', name], {
    cwd: folder,
    timeout: 50_000,
  })
  expect(stderr).toBe('')
  expect(promised).not.toEqual([])
  expect(stdout.trimEnd().split('\n').slice(-promised.length)).toEqual(promised)
})

// The demonstration is a program of several files; every other example is to be copied.
describe.each(programs.filter((name) => name !== 'start.ts'))('%s can be copied', (name) => {
  test('it imports packages alone', () => {
    expect([...read(name).matchAll(/from '(\.[^']*)'/g)].map(([, path]) => path)).toEqual([])
  })

  test('it begins with what it shows, and is short', () => {
    const lines = read(name).split('\n')
    expect(lines[0]).toMatch(/^\/\/ \S/)
    expect(lines.filter((line) => /\w/.test(line) && !line.startsWith('//')).length).toBeLessThanOrEqual(50)
  })
})
