import { styleText } from 'node:util'
import { type ApiError, explain, remedyOf } from '@unifault/core'
import type { Answer } from './answers.ts'
import { en, zh } from './meanings.ts'
import { padded } from './padded.ts'

/** One answer and what all clients made of it; undefined is a success. */
export interface Outcome {
  readonly answer: Answer
  readonly error: ApiError | undefined
}

const colours = { auth: 'magenta', 'rate-limit': 'yellow', param: 'cyan', server: 'red' } as const
const heads = ['platform', 'HTTP', 'code', 'category', 'reason', 'retry', 'decided by']
const widths = [9, 4, 23, 10, 21, 14, 10]
/** The meanings begin under the category. */
const indent = 9 + 2 + 4 + 2 + 23 + 2

function line(cells: readonly string[]): string[] {
  return cells.map((cell, index) => padded(cell, widths[index] ?? 0))
}

function cells({ answer, error }: Outcome): string[] {
  const { platform, status } = answer
  if (error === undefined) return coloured('green', [platform, String(status), '–', 'success', '', '', ''])
  const { category, code = '–', matchedBy, reason, retry, retryAfterMs } = error
  const wait = retryAfterMs === undefined ? retry : `${retry} ${retryAfterMs / 1000}s`
  return coloured(colours[category], [platform, String(status), code, category, reason, wait, matchedBy.by])
}

function coloured(colour: 'green' | (typeof colours)[keyof typeof colours], plain: readonly string[]): string[] {
  return line(plain).map((cell, index) => (heads[index] === 'category' ? styleText(colour, cell) : cell))
}

function meaning({ answer, error }: Outcome): string {
  const texts = error === undefined ? [] : [explain(error, zh), explain(error, en)].filter((text) => text !== undefined)
  const note = padded(`  ${answer.note}`, indent)
  return styleText('dim', `${note}${texts.join(' · ')}`.trimEnd())
}

/** What the platform says to do about it, where its documents say it. */
function remedy({ error }: Outcome): string | undefined {
  const texts = error === undefined ? [] : [remedyOf(error, zh), remedyOf(error, en)]
  const told = texts.filter((text) => text !== undefined)
  return told.length === 0 ? undefined : styleText('dim', `${padded('', indent)}→ ${told.join(' · ')}`)
}

/** Two lines per call: what it became, and below it what is odd about the answer and what its code means; a third for a remedy. */
export function printTable(outcomes: readonly Outcome[]): void {
  console.log(styleText('bold', line(heads).join('  ').trimEnd()))
  for (const outcome of outcomes) {
    console.log(cells(outcome).join('  ').trimEnd())
    console.log(meaning(outcome))
    const told = remedy(outcome)
    if (told !== undefined) console.log(told)
  }
}
