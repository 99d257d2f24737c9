// Asks on a terminal for the reasons that are doubtful.
import { reasons } from '@unifault/core'
import type { PlannedList, PlannedRow } from './plan.ts'
import type { Outcome } from './propose.ts'

/** What a person says to a row: a reason, to keep what is proposed for all that follow, or to stop. */
export type Answer = Outcome | 'keep-all' | 'stop'

/** Asks for one row; `left` rows follow it. */
export type Ask = (row: PlannedRow, left: number) => Promise<Answer>

/** The lists with what a person has decided; undefined where he wants no import at all. */
export async function settle(lists: readonly PlannedList[], ask: Ask): Promise<PlannedList[] | undefined> {
  let left = lists.flatMap(({ rows }) => rows).filter(({ isDoubtful }) => isDoubtful).length
  let isAsking = true
  const settled: PlannedList[] = []
  for (const list of lists) {
    const rows: PlannedRow[] = []
    for (const row of list.rows) {
      if (!row.isDoubtful || !isAsking) {
        rows.push(row)
        continue
      }
      left--
      const answer = await ask(row, left)
      if (answer === 'stop') return undefined
      if (answer === 'keep-all') isAsking = false
      rows.push(answer === 'keep-all' ? row : { ...row, reason: answer, isDoubtful: false })
    }
    settled.push({ ...list, rows })
  }
  return settled
}

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

const other = 'other'

/** Asks with a list to choose from, on standard error, so that standard output stays a table. */
export async function askOnTerminal(row: PlannedRow, left: number): Promise<Answer> {
  const { autocomplete, isCancel, select } = await import('@clack/prompts')
  const { line, code, zh, en, fixZh, fixEn, reason, others } = row
  const text = [zh, en, fixZh, fixEn].filter((one) => one !== '').join(' · ')
  const message = `${code}  ${text}  (line ${line}${left > 0 ? `, ${left} more` : ''})`
  const near = [reason, ...others]
  const answer = await select<string>({
    message,
    output: process.stderr,
    options: [
      ...near.map((one, index) => ({ value: one as string, label: one, ...(index === 0 && { hint: 'proposed' }) })),
      { value: other, label: 'another reason …' },
      { value: 'keep-all', label: 'keep what is proposed for all that follow, marked as doubtful' },
    ],
  })
  if (isCancel(answer)) return 'stop'
  if (answer !== other) return answer as Answer
  const named = await autocomplete<string>({
    message: `the reason of ${code}`,
    output: process.stderr,
    options: ['ok', ...reasons.filter((one) => one !== 'unknown')].map((one) => ({ value: one, label: one })),
  })
  return isCancel(named) ? 'stop' : (named as Answer)
}
