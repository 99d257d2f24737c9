// What the documents promise, and the test that shows it: promises.tsv. A sentence that is taken out or said otherwise, and a test that
// is renamed, want their row to be looked at again.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument, root } from './snippets.ts'

const { apps } = (await import(`${root}/conformance/adoption/apps.ts`)) as { apps: readonly { name: string }[] }

const [, ...lines] = readFileSync(join(import.meta.dirname, 'promises.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
const promises = lines.map((line) => {
  const [document = '', promise = '', file = '', title = ''] = line.split('\t')
  return { document, promise, file, title }
})

test.each(promises)('$document: $promise', ({ document, promise, file, title }) => {
  expect(readDocument(document)).toContain(promise)
  expect(existsSync(join(root, file))).toBe(true)
  // As a title, or a name of a case, it begins a text.
  const source = readDocument(file)
  expect([`'${title}`, `"${title}`, `\`${title}`].filter((text) => title !== '' && source.includes(text))).not.toEqual(
    [],
  )
})

/** The blocks between two headings: paragraphs, and items of lists. */
function blocksOf(document: string, from: string, to: string): string[] {
  const [, after = ''] = readDocument(document).split(`\n## ${from}\n`)
  const [part = ''] = after.split(`\n## ${to}\n`)
  return part
    .split(/\n\n|\n(?=- )/)
    .filter((block) => /[.:;]$/.test(block.trim()) && !/^(?:\*(?:Tests|Command)|#)/.test(block.trim()))
}

const isShown = (document: string, block: string): boolean =>
  promises.some((one) => one.document === document && block.includes(one.promise))

describe('SECURITY.md', () => {
  test('has a test for every paragraph and item of its promises, or names a command', () => {
    const bare = blocksOf('SECURITY.md', 'Promises', 'What is your part').filter(
      (block) => !isShown('SECURITY.md', block),
    )
    expect(bare.map((block) => block.trim())).toEqual([
      // What introduces a list.
      'What counts as a secret:',
      'How it is found again:',
      // `pnpm test:runtimes`, which the paragraph names.
      expect.stringMatching(/^The packed packages pass one program on Node/),
    ])
  })

  test('names each test file below the promise that it holds', () => {
    const sections = readDocument('SECURITY.md').split(/^### /m).slice(1)
    const named = (section: string): string[] =>
      (/^\*Tests?: ([^]*?)\*$/m.exec(section)?.[1] ?? '')
        .match(/[\w./*-]+\.test\.ts/g)
        ?.flatMap((one) => globSync(one, { cwd: root })) ?? []
    const missing = promises
      .filter(({ document }) => document === 'SECURITY.md')
      .filter(
        ({ promise, file }) => !sections.some((section) => section.includes(promise) && named(section).includes(file)),
      )
    expect(missing.map(({ promise, file }) => `${promise} → ${file}`)).toEqual([])
  })
})

test('every bound in docs/security.md has a test', () => {
  const [, table = ''] =
    /^\| what \| bound \|\n\| --- \| --- \|\n((?:\|.*\n)+)/m.exec(readDocument('docs/security.md')) ?? []
  const rows = table.trimEnd().split('\n')
  expect(rows.length).toBeGreaterThan(7)
  expect(rows.filter((row) => !isShown('docs/security.md', row))).toEqual([])
})

test('the number of kinds of projects is true', () => {
  const [, word = ''] = /empty projects of (\w+) kinds/.exec(readDocument('CONTRIBUTING.md')) ?? []
  const words = ['nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen']
  expect(words.indexOf(word) + 9).toBe(apps.length)
})

test('every document promises something that a test shows', () => {
  const silent = [
    // Contents, and what is written by a command or run as it stands.
    'README.md',
    'performance.md',
    'simulation.md',
    'migrating.md',
    'mini-programs.md',
    'tanstack-query.md',
    'versioning.md',
    'sizes.md',
  ]
  const pages = globSync('docs/*.md', { cwd: root }).filter((page) => !silent.includes(basename(page)))
  expect(pages.filter((page) => !promises.some(({ document }) => document === page))).toEqual([])
})
