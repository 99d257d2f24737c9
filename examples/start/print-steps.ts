import { nextStep } from './next-step.ts'
import { padded } from './padded.ts'
import type { Outcome } from './print-table.ts'

/** Which errors lead to the same next step, whoever sent them. */
export function printSteps(outcomes: readonly Outcome[]): void {
  const steps = new Map<string, string[]>()
  for (const { error } of outcomes) {
    if (error === undefined) continue
    const step = nextStep(error)
    const who = `${error.provider} ${error.code ?? `HTTP ${error.status}`}`
    steps.set(step, [...(steps.get(step) ?? []), who])
  }
  console.log('\nWhat a program does next, by the category alone:')
  for (const [step, who] of [...steps].toSorted(([a], [b]) => a.localeCompare(b)))
    console.log(`  ${padded(step, 42)}${who.join(', ')}`)
}
