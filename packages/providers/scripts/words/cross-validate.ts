import { type Model, decode } from '../../src/words/decode.ts'
import { type Outcome, outcomes } from '../../src/words/outputs.ts'
import { type Likeliest, likeliest, read } from '../../src/words/score.ts'
import { type Calibration, encode } from './encode.ts'
import { type LearnOptions, learn } from './learn.ts'
import { type Row, limitRows } from './rows.ts'
import { isIdentifier, outcomeNumber, samplesOf } from './samples.ts'
import type { Sentence } from './sentences.ts'

/** How a held-out text was given: a sentence in one of the languages, with its code, the code alone, or a hand-written one. */
export type Form = 'zh' | 'en' | 'en with code' | 'code' | 'own'

/** A text that the model has not learned from, and what it makes of it. */
export interface HeldOut {
  readonly form: Form
  readonly provider: string
  /** The row that it comes from; none for a hand-written sentence. */
  readonly row: Row | undefined
  readonly text: string
  readonly outcome: number
  readonly scores: Float64Array
}

const folds = 6

/** No calibration: what the model says as it has learned it. */
export const plain: Calibration = { temperature: 1, sureFrom: outcomes.map(() => 0) }

/** Provider → fold, so that the folds have about as many rows each. */
export function foldsOf(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { provider } of rows) counts.set(provider, (counts.get(provider) ?? 0) + 1)
  const sums = Array.from({ length: folds }, () => 0)
  const found = new Map<string, number>()
  for (const [provider, count] of [...counts].sort(([p, a], [q, b]) => b - a || (p < q ? -1 : 1))) {
    const fold = sums.indexOf(Math.min(...sums))
    sums[fold] = (sums[fold] ?? 0) + count
    found.set(provider, fold)
  }
  return found
}

/** The model of the rows and sentences that are not in this fold. */
export function modelWithout(
  fold: number,
  rows: readonly Row[],
  sentences: readonly Sentence[],
  options?: Partial<LearnOptions>,
): Model {
  const of = foldsOf(limitRows(rows))
  const samples = samplesOf(
    limitRows(rows.filter(({ provider }) => of.get(provider) !== fold)),
    sentences.filter(({ line }) => line % folds !== fold),
  )
  return decode(encode(learn(samples, options), plain, 0, ''))
}

/** All texts, each read by a model that has seen nothing of its provider or, of the hand-written ones, of its line. */
export function crossValidate(
  rows: readonly Row[],
  sentences: readonly Sentence[],
  options?: Partial<LearnOptions>,
): HeldOut[] {
  const of = foldsOf(limitRows(rows))
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const model = modelWithout(fold, rows, sentences, options)
    const out = rows.filter(({ provider }) => of.get(provider) === fold)
    const lines = sentences.filter(({ line }) => line % folds === fold)
    return readHeldOut(model, out, lines)
  })
}

/** What a model makes of these rows and sentences, each text once for each reason. */
export function readHeldOut(model: Model, rows: readonly Row[], sentences: readonly Sentence[]): HeldOut[] {
  const seen = new Set<string>()
  const found: HeldOut[] = []
  const add = (form: Form, message: string, code: string, reason: Outcome, row: Row | undefined): void => {
    const provider = row?.provider ?? 'own'
    const key = [form, provider, reason, message, code].join('\t')
    if (seen.has(key)) return
    seen.add(key)
    const scores = read(model, message, code)
    if (scores === undefined) return
    const text = `${message}${code === '' ? '' : ` [${code}]`}`
    found.push({ form, provider, row, text, outcome: outcomeNumber.get(reason) ?? 0, scores })
  }
  for (const row of rows) {
    const { zh, en, code, reason } = row
    if (zh !== '') add('zh', zh, '', reason, row)
    if (en !== '') add('en', en, '', reason, row)
    if (en !== '') add('en with code', en, code, reason, row)
    if (/[a-z]{3}/i.test(code)) add('code', '', code, reason, row)
  }
  for (const { text, reason } of sentences) {
    if (isIdentifier(text)) add('own', '', text, reason, undefined)
    else add('own', text, '', reason, undefined)
  }
  return found
}

/** What the scores come to once they are calibrated. */
export function judged(scores: Float64Array, temperature: number): Likeliest {
  return likeliest(scores.map((score) => score / temperature))
}
