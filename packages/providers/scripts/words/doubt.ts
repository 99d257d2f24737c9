// Rows that the words model contradicts, though it has not seen their provider: `pnpm catalog --doubt`.
// A row that was read and found right is noted in `catalog/read-doubts.tsv`, and shown no more as long as its reason stays.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { categoryOf, outcomes } from '../../src/words/outputs.ts'
import { catalogFolder } from '../read-catalog.ts'
import { calibrate } from './calibrate.ts'
import { type HeldOut, crossValidate, judged } from './cross-validate.ts'
import { type Row, readRows } from './rows.ts'
import { readSentences } from './sentences.ts'

export interface Doubt {
  readonly row: Row
  /** What the model takes it for, and how sure it is of the category. */
  readonly instead: string
  readonly confidence: number
}

export const readFile: string = join(catalogFolder, 'read-doubts.tsv')

/** The least confidence, over a row's texts together, with which another category is shown. */
const leastConfidence = 0.7

export function keyOf({ provider, dialect, code, when, reason }: Row): string {
  return [provider, dialect, code, when, reason].join('\t')
}

export function readAlready(file: string = readFile): Set<string> {
  return new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(1, -1) : [])
}

/** The rows whose texts together speak for another category, the surest first. */
export function doubtsOf(heldOut: readonly HeldOut[], temperature: number, rows: readonly Row[]): Doubt[] {
  const byText = new Map(heldOut.map((one) => [textKey(one.form, one.provider, one.outcome, one.text), one]))
  return rows
    .flatMap((row) => {
      const outcome = outcomes.indexOf(row.reason)
      const own = [
        byText.get(textKey('zh', row.provider, outcome, row.zh)),
        byText.get(textKey('en', row.provider, outcome, row.en)),
        byText.get(textKey('en with code', row.provider, outcome, `${row.en} [${row.code}]`)),
      ].filter((one) => one !== undefined)
      if (own.length === 0) return []
      const mean = Float64Array.from(
        outcomes,
        (_, o) => own.reduce((sum, { scores }) => sum + (scores[o] ?? 0), 0) / own.length,
      )
      const found = judged(mean, temperature)
      if (found.category === categoryOf[outcome] || found.confidence < leastConfidence) return []
      return [{ row, instead: outcomes[found.outcome] ?? '', confidence: found.confidence }]
    })
    .sort((a, b) => b.confidence - a.confidence || (keyOf(a.row) < keyOf(b.row) ? -1 : 1))
}

function textKey(form: string, provider: string, outcome: number, text: string): string {
  return [form, provider, outcome, text].join('\t')
}

if (import.meta.main) {
  const most = Number(process.argv[2] ?? 200)
  const rows = readRows()
  const heldOut = crossValidate(rows, readSentences())
  const already = readAlready()
  const doubts = doubtsOf(heldOut, calibrate(heldOut).temperature, rows).filter(({ row }) => !already.has(keyOf(row)))
  for (const { row, instead, confidence } of doubts.slice(0, most))
    console.log([confidence.toFixed(3), keyOf(row), instead, row.zh, row.en].join('\t'))
  console.log(`${doubts.length} rows are doubted, ${already.size} were read and are right`)
}
