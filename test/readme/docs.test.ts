import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
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

const folder = join(root, 'test/dist/docs')
/** Written by commands: they have numbers instead of programs. */
const generated = ['docs/performance.md', 'docs/simulation.md', 'docs/zh/performance.md']
/** Whose snippets are tests themselves, and run beside what they show. */
const ownTests = ['docs/testing.md', 'docs/pipelines.md']
const pages = globSync('docs/*.md', { cwd: root })
  .filter((page) => !generated.includes(page))
  .toSorted()
const inChinese = (page: string): string => join('docs/zh', basename(page))
const snippets = pages.filter((page) => !ownTests.includes(page)).flatMap((page) => readSnippets(page, folder))

beforeAll(() => writeSnippets(snippets, folder))

test('every snippet compiles', { timeout: 120_000 }, async () => {
  expect(await compileSnippets(folder)).toBe('')
})

const programs = snippets.filter(({ isRun }) => isRun).map((snippet): [string, Snippet] => [snippet.name, snippet])

describe.concurrent('a snippet prints what it says', { timeout: 120_000 }, () => {
  test.for(programs)('%s', async ([, { file, output }], { expect }) => {
    expect(await runSnippet(file)).toEqual({ printed: output, stderr: '' })
  })
})

test('a snippet that is run says what it prints', () => {
  expect(programs.filter(([, { output }]) => output.length === 0).map(([name]) => name)).toEqual([])
})

test('every page stands in both languages', () => {
  const chinese = globSync('docs/zh/*.md', { cwd: root })
    .filter((page) => !generated.includes(page))
    .map((page) => join('docs', basename(page)))
  expect(chinese.toSorted()).toEqual(pages)
})

const codeOf = (page: string): string[] => [...readDocument(page).matchAll(/^```(?:ts|sh)\n([^]*?)^```$/gm)].map(String)
const headingsOf = (page: string): number[] =>
  [...readDocument(page).matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length)

describe.each(pages)('%s', (page) => {
  test('says in Chinese what it says in English: the same snippets under as many headings', () => {
    expect(codeOf(inChinese(page))).toEqual(codeOf(page))
    expect(headingsOf(inChinese(page))).toEqual(headingsOf(page))
  })

  test('leads to the other language, and the contents lead to it', () => {
    const name = basename(page)
    expect(readDocument(page)).toContain(`](zh/${name})`)
    expect(readDocument(inChinese(page))).toContain(`](../${name})`)
    if (name === 'README.md') return
    expect(readDocument('docs/README.md')).toContain(`](${name})`)
    expect(readDocument('docs/zh/README.md')).toContain(`](${name})`)
  })
})

describe.each([
  ...pages,
  ...pages.map(inChinese),
  ...generated.filter((page) => globSync(page, { cwd: root }).length > 0),
])('%s', (page) => {
  test('links to what is there', () => {
    expect(brokenLinks(page)).toEqual([])
  })

  test('names only commands and files that there are', () => {
    expect([...missingCommands(page), ...missingFiles(page)]).toEqual([])
  })
})
