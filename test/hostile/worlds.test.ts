import { expect, test } from 'vitest'
import { runProgram } from './run-program.ts'

const timeout = 60_000
const plain = runProgram('verdicts', 'plain')

test('there are verdicts to compare', { timeout }, async () => {
  const verdicts = (await plain) as unknown[]
  expect(verdicts.length).toBeGreaterThan(500)
  expect(verdicts.filter((verdict) => verdict !== null).length).toBeGreaterThan(300)
})

test.each([
  'polluted by texts',
  'polluted by functions',
  'polluted by objects',
  'of frozen intrinsics',
  'whose stacks throw',
  'whose stacks are no text',
  'without stacks',
  'whose limit of stacks cannot be written',
])('in a world %s every verdict is the same', { timeout }, async (world) => {
  expect(await runProgram('verdicts', world)).toEqual(await plain)
})
