import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allProviders } from '@unifault/providers/all-providers'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkTable } from '../../packages/providers/scripts/rules/index.ts'
import { coverageOf } from '../../packages/providers/scripts/coverage.ts'
import { documents, withNumbers } from '../../packages/providers/scripts/numbers.ts'
import { readCatalog } from '../../packages/providers/scripts/read-catalog.ts'
import { brokenLinks, missingCommands, missingFiles } from './links.ts'
import {
  compileSnippets,
  readDocument,
  readSnippets,
  root,
  runSnippet,
  type Snippet,
  writeSnippets,
} from './snippets.ts'

const folder = join(root, 'test/dist/readme')
const of = (name: string): Snippet[] => readSnippets(name, folder)
const english = of('README.md')
const chinese = of('README.zh-CN.md')
const ofPackages = globSync('packages/*/README.md', { cwd: root }).toSorted()
const snippets = [...english, ...of('CONTRIBUTING.md'), ...ofPackages.flatMap(of)]

beforeAll(() => writeSnippets(snippets, folder))

test('both languages show the same snippets, so that running one set is running both', () => {
  expect(chinese.map(({ text }) => text)).toEqual(english.map(({ text }) => text))
})

test('every snippet compiles', { timeout: 120_000 }, async () => {
  expect(await compileSnippets(folder)).toBe('')
})

const withName = (snippet: Snippet): [string, Snippet] => [snippet.name, snippet]

test.for(snippets.filter(({ isRun }) => isRun).map(withName))(
  '%s',
  { timeout: 120_000 },
  async ([, { file, output }]) => {
    expect(await runSnippet(file)).toEqual({ printed: output, stderr: '' })
  },
)

test('the rows of the recipe pass the lint of the catalog', () => {
  const [, table = ''] = /^```tsv\n([^]*?)^```$/m.exec(readDocument('CONTRIBUTING.md')) ?? []
  mkdirSync(join(folder, 'catalog/acme'), { recursive: true })
  writeFileSync(join(folder, 'catalog/acme/orders.tsv'), table)
  expect(readCatalog(join(folder, 'catalog')).flatMap(checkTable)).toEqual([])
  expect(table.split('\n')).toHaveLength(5)
})

test('the command of the recipe makes a table and a file of a page', { timeout: 60_000 }, () => {
  const [, command = ''] = /^pnpm unifault (import .*)$/m.exec(readDocument('CONTRIBUTING.md')) ?? []
  const place = join(folder, 'recipe')
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'page.md'), '| code | meaning |\n| --- | --- |\n| 1001 | The session has expired |\n')
  const program = join(root, 'packages/unifault/src/main.ts')
  const given = ['--conditions=unifault-source', program, ...command.split(' ')]
  const { status, stderr } = spawnSync(process.execPath, given, { cwd: place, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, expect.any(String)])
  const out = join(place, 'packages/providers')
  expect(readFileSync(join(out, 'catalog/acme/api.tsv'), 'utf8')).toContain('1001\ttoken-expired\t')
  expect(existsSync(join(out, 'src/acme.ts'))).toBe(true)
})

test('the README of the catalog lists every provider', () => {
  const [, below = ''] = readDocument('packages/providers/README.md').split(/^The ids:$/m)
  const lists = below.match(/^- \*\*.+$/gm)?.slice(0, 3) ?? []
  const named = lists.flatMap((list) => [...list.matchAll(/`([a-z\d-]+)`/g)].map(([, id = '']) => id))
  expect(named.toSorted()).toEqual(allProviders.map(({ id }) => id).toSorted())
})

test.each(documents)('the numbers of the catalog are true: %s', (path) => {
  const text = readFileSync(path, 'utf8')
  // What is replaced stands there at all.
  expect(withNumbers(text, [])).not.toBe(text)
  expect(withNumbers(text, coverageOf(allProviders))).toBe(text)
})

const documentsOfAll = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'AGENTS.md',
  'CODE_OF_CONDUCT.md',
  'CHANGELOG.md',
  '.changeset/README.md',
  '.github/pull_request_template.md',
  ...ofPackages,
]

describe.each(documentsOfAll)('%s', (name) => {
  test('links to what is there', () => {
    expect(brokenLinks(name)).toEqual([])
  })

  test('names only commands and files that there are', () => {
    expect([...missingCommands(name), ...missingFiles(name)]).toEqual([])
  })
})

test.each(ofPackages)('%s stands alone: no link leads out of the package', (name) => {
  expect([...readDocument(name).matchAll(/\]\((?!https?:|#)[^)]*\)/g)]).toEqual([])
})
