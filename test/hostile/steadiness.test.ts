import { expect, test } from 'vitest'
import { runProgram } from './run-program.ts'

/** A thousand errors that were kept, with their stacks alone, would take more. */
const most = 1_500_000

test('no client keeps what it was answered', { timeout: 60_000 }, async () => {
  const growth = Object.entries((await runProgram('steadiness', '500', '--expose-gc')) as Record<string, number>)
  expect(growth).toHaveLength(4)
  expect(growth.filter(([, bytes]) => bytes > most)).toEqual([])
})
