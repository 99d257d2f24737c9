import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readExamples } from './docstrings.ts'
import { compileSnippets, root, runSnippet, writeSnippets } from './snippets.ts'

const folder = join(root, 'test/dist/docstrings')
const examples = readExamples(folder)

beforeAll(() => writeSnippets(examples, folder))

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(50)
})

test('every example of a docstring compiles', { timeout: 120_000 }, async () => {
  expect(await compileSnippets(folder)).toBe('')
})

test.for(examples.filter(({ isRun }) => isRun))(
  'the example gives what it says: $name',
  { timeout: 120_000 },
  async ({ file, output }) => {
    expect(await runSnippet(file)).toEqual({ printed: output, stderr: '' })
  },
)
