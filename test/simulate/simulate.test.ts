import { describe, expect, test, vi } from 'vitest'
import { bare, ours } from './ours.ts'
import { chartOf, tablesOf } from './report.ts'
import { type Script, scripts } from './scripts.ts'
import { type Outcome, simulate } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })

const size = { clients: 20, seed: 1, untilMs: 90_000 }

describe.each(scripts.map((script): [string, Script] => [script.title, script]))(
  'in the world "%s"',
  (_title, script) => {
    test('more succeeds than without recovery, nothing hangs, and the same again from the same seed', async () => {
      const without = await simulate(bare, script, size)
      const outcome = await simulate(ours, script, size)
      expect(await simulate(ours, script, size)).toEqual(outcome)
      expect(outcome.requests).toBe(without.requests)
      expect(outcome.successes).toBeGreaterThan(without.successes)
      expect(outcome.successes / outcome.requests).toBeGreaterThan(0.97)
      expect(outcome.recoveryMs).toBeLessThan(60_000)
      if (script.isInBody) expect(outcome.wasted).toBeLessThanOrEqual(without.wasted / 2)
      if (script.name.startsWith('outage')) expect(outcome.wasted).toBeLessThan(without.wasted)
      if (outcome.refreshes > 0) expect(outcome.refreshes).toBe(size.clients)
    })
  },
)

test('the report shows every world and policy', async () => {
  const outcome: Outcome = await simulate(ours, scripts[0] as Script, size)
  const rows = scripts.map((script) => ({ script, outcomes: [outcome] }))
  const page = tablesOf(rows, size)
  for (const { title } of scripts) expect(page).toContain(`### ${title}`)
  expect(chartOf(rows).match(/class="bar own"/g)?.length).toBe(scripts.length)
  expect(page).not.toMatch(/NaN|undefined/)
})
