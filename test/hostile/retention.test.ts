import { expect, test } from 'vitest'
import { runProgram } from './run-program.ts'

/** Far below the 1 MB that each of the answers has. */
const most = 200_000

test.each([
  ['retention', 12],
  ['retention-ky', 4],
] as const)('an error keeps no answer and no request alive: %s', { timeout: 60_000 }, async (program, kinds) => {
  const kept = Object.entries((await runProgram(program, '', '--expose-gc')) as Record<string, number>)
  expect(kept).toHaveLength(kinds)
  expect(kept.filter(([, bytes]) => bytes > most)).toEqual([])
})
