import { expect, test } from 'vitest'
import { runProgram } from './run-program.ts'

interface Report {
  readonly literals: number
  readonly made: number
  readonly offences: readonly string[]
}

test('every regular expression is linear in its text', { timeout: 60_000 }, async () => {
  const { literals, offences } = (await runProgram('expressions')) as Report
  expect(literals).toBeGreaterThan(100)
  expect(offences).toEqual([])
})
