import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const folder = import.meta.dirname
const programs = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

test.for(programs)('%s ends by itself and prints what its last lines say', { timeout: 60_000 }, async (name) => {
  const promised = [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/^\/\/ prints: (.*)$/gm)].map(
    ([, text]) => text,
  )
  // execFile rejects on an exit code other than 0, and kills what does not end.
  const { stdout, stderr } = await run(process.execPath, ['--conditions=unifault-source', name], {
    cwd: folder,
    timeout: 50_000,
  })
  expect(stderr).toBe('')
  expect(promised).not.toEqual([])
  expect(stdout.trimEnd().split('\n').slice(-promised.length)).toEqual(promised)
})
