import { expect, test } from 'vitest'
import { runProgram } from './run-program.ts'

/** Far below the 1 MB that each of the answers has. */
const most = 100_000

test('an error keeps no answer and no request alive, however large they were', { timeout: 60_000 }, async () => {
  const kept = Object.entries((await runProgram('retention', '', '--expose-gc')) as Record<string, number>)
  expect(kept.length).toBeGreaterThan(8)
  expect(kept.filter(([, bytes]) => bytes > most)).toEqual([])
})
