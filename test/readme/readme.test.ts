import { execFile } from 'node:child_process'
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { allProviders } from '@unifault/providers/all-providers'
import { beforeAll, describe, expect, test } from 'vitest'
import { classifierOptionKinds } from '../../packages/core/src/options.ts'
import { traits } from '../../packages/core/src/reasons.ts'
import { fakeApiError } from '../../packages/core/src/testing.ts'
import { bodyOptionKinds } from '../../packages/fetch/src/examine.ts'
import { checkTable } from '../../packages/providers/scripts/check-catalog.ts'
import { coverageOf } from '../../packages/providers/scripts/coverage.ts'
import { readCatalog } from '../../packages/providers/scripts/read-catalog.ts'
import { folder, readDocument, readSnippets, root, type Snippet, writeSnippets } from './snippets.ts'

const run = promisify(execFile)
const english = readSnippets('README.md')
const chinese = readSnippets('README.zh-CN.md')
const ofPackages = globSync('packages/*/README.md', { cwd: root }).toSorted()
const snippets = [...english, ...readSnippets('CONTRIBUTING.md'), ...ofPackages.flatMap(readSnippets)]

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

/** The rows of the table below a head line that begins so: the names in the first cell. */
function namesBelow(document: string, head: string): string[] {
  const [, rows = ''] = document.split(new RegExp(`^\\| ${head} \\|.*\\n\\| --- .*\\n`, 'm'))
  return rows
    .slice(0, rows.indexOf('\n\n'))
    .split('\n')
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name))
}

describe.each([
  ['README.md', 'field', 'option'],
  ['README.zh-CN.md', '字段', '选项'],
])('%s', (name, fields, options) => {
  const document = readDocument(name)

  test('lists every reason once, under its category, with its retry and recovery', () => {
    const rows = [...document.matchAll(/^\| ([\w-]*) ?\| `([\w-]+)`[^|]*\| ([\w-]+) \| ([\w-]+) \|$/gm)]
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

  test('lists every field of an ApiError', () => {
    expect(namesBelow(document, fields).toSorted()).toEqual(Object.keys(fakeApiError({ reason: 'timeout' })).toSorted())
  })

  test('lists every option of every adapter', () => {
    const all = [...Object.keys(classifierOptionKinds), ...Object.keys(bodyOptionKinds), 'mode', 'maxWaitMs']
    expect(namesBelow(document, options).toSorted()).toEqual(all.toSorted())
  })
})

test.each([
  ['README.md', /^## Providers$/m],
  ['README.zh-CN.md', /^## 已收录的平台$/m],
  ['packages/providers/README.md', /^The ids:$/m],
])('%s lists every provider', (name, heading) => {
  const [, below = ''] = readDocument(name).split(heading)
  const lists = below.match(/^- \*\*.+$/gm)?.slice(0, 3) ?? []
  const named = lists.flatMap((list) => [...list.matchAll(/`([a-z\d-]+)`/g)].map(([, id = '']) => id))
  expect(named.toSorted()).toEqual(allProviders.map(({ id }) => id).toSorted())
})

test('the numbers of the catalog are true', () => {
  const coverage = coverageOf(allProviders)
  const dialects = coverage.reduce((sum, one) => sum + one.dialects.length, 0)
  const numbers = (name: string, words: RegExp): (string | undefined)[] =>
    words.exec(readDocument(name))?.slice(1) ?? []
  const both = [String(coverage.length), String(dialects)]
  expect(numbers('README.md', /^(\d+) platforms, (\d+) envelopes/m)).toEqual(both)
  expect(numbers('README.zh-CN.md', /^(\d+) 个平台、(\d+) 种响应格式/m)).toEqual(both)
  expect(numbers('packages/providers/README.md', /of (\d+) platforms/)).toEqual(both.slice(0, 1))
})

describe.each(['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'SECURITY.md', ...ofPackages])('%s', (name) => {
  const document = readDocument(name)
  const links = [...document.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)

  test('links to what is there', () => {
    const headings = (text: string): string[] =>
      [...text.matchAll(/^#+ (.+)$/gm)].map(
        ([, heading = '']) =>
          `#${heading
            .toLowerCase()
            .replace(/[^\p{L}\p{N} _-]/gu, '')
            .replaceAll(' ', '-')}`,
      )
    const broken = links.filter((link) => {
      if (/^https?:/.test(link)) return false
      const [path = '', anchor] = link.split('#')
      const file = path === '' ? name : join(dirname(name), path)
      if (!existsSync(join(root, file))) return true
      return anchor !== undefined && !headings(readDocument(file)).includes(`#${anchor}`)
    })
    expect(broken).toEqual([])
  })

  test('names only commands that there are', () => {
    const { scripts } = JSON.parse(readDocument('package.json')) as { scripts: Record<string, string> }
    const own = ['add', 'exec', 'install', ...Object.keys(scripts)]
    const named = [...document.matchAll(/\bpnpm(?:@12)? ([\w:]+)/g)].map(([, command = '']) => command)
    expect(named.filter((command) => !own.includes(command))).toEqual([])
  })

  test('names only test files that there are', () => {
    const files = [...document.matchAll(/`((?:test|packages|examples)\/[\w./*-]+)`/g)].map(([, file = '']) => file)
    expect(files.filter((file) => !/acme/.test(file) && globSync(file, { cwd: root }).length === 0)).toEqual([])
  })
})

test.each(ofPackages)('%s stands alone: no link leads out of the package', (name) => {
  expect([...readDocument(name).matchAll(/\]\((?!https?:|#)[^)]*\)/g)]).toEqual([])
})
