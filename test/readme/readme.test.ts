import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { traits } from '../../packages/core/src/reasons.ts'
import { checkTable } from '../../packages/providers/scripts/check-catalog.ts'
import { readCatalog } from '../../packages/providers/scripts/read-catalog.ts'
import { folder, readDocument, readSnippets, type Snippet, writeSnippets } from './snippets.ts'

const run = promisify(execFile)
const english = readSnippets('README.md')
const chinese = readSnippets('README.zh-CN.md')
const contributing = readSnippets('CONTRIBUTING.md')
const snippets = [...english, ...contributing]

beforeAll(() => writeSnippets(snippets))

test('both languages show the same snippets, so that running one set is running both', () => {
  expect(chinese.map(({ text }) => text)).toEqual(english.map(({ text }) => text))
})

test('every snippet compiles', { timeout: 120_000 }, async () => {
  const compiler = fileURLToPath(import.meta.resolve('typescript/package.json')).replace('package.json', 'bin/tsc')
  const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch((error: { stdout: string }) => error)
  expect(stdout).toBe('')
})

const withName = (snippet: Snippet): [string, Snippet] => [snippet.name, snippet]

test.for(snippets.map(withName))('%s', { timeout: 60_000 }, async ([, { file, output }]) => {
  const { stdout, stderr } = await run(process.execPath, ['--conditions=unifault-source', file], { timeout: 50_000 })
  expect(stderr).toBe('')
  expect(stdout.split('\n').slice(0, -1)).toEqual(output)
})

test('the rows of the recipe pass the lint of the catalog', () => {
  const [, table = ''] = /^```tsv\n([^]*?)^```$/m.exec(readDocument('CONTRIBUTING.md')) ?? []
  mkdirSync(join(folder, 'catalog/acme'), { recursive: true })
  writeFileSync(join(folder, 'catalog/acme/orders.tsv'), table)
  expect(readCatalog(join(folder, 'catalog')).flatMap(checkTable)).toEqual([])
  expect(table.split('\n')).toHaveLength(5)
})

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  test('lists every reason once, under its category, with its retry and recovery', () => {
    const rows = [...readDocument(name).matchAll(/^\| ([\w-]*) ?\| `([\w-]+)`[^|]*\| ([\w-]+) \| ([\w-]+) \|$/gm)]
    let category = ''
    const listed = rows.map(([, own = '', reason, retry, recovery]) => {
      category = own || category
      return [reason, category, retry, recovery]
    })
    expect(listed).toEqual(
      Object.entries(traits).map(([reason, [category, , recovery, retry = 'never']]) => [
        reason,
        category,
        retry,
        recovery,
      ]),
    )
  })
})
