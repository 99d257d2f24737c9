import { featuresOf } from '../../src/words/features.ts'
import { outcomes } from '../../src/words/outputs.ts'
import { tokensOf, wordsOfCode } from '../../src/words/tokens.ts'
import type { Row } from './rows.ts'
import type { Sentence } from './sentences.ts'

/** A text with its meaning, as the training sees it. */
export interface Sample {
  readonly message: string
  readonly code: string
  readonly outcome: number
  weight: number
  /** Who says it: a feature counts only if two do. */
  readonly by: Set<string>
}

/** What a text weighs that a second row repeats, what a row's code alone and its English text with the code weigh. */
const repeated = 0.25
const withCode = 0.6
const mostWeight = 4
/** The sentences of one line weigh no more together than this. */
const mostOfLine = 20
/** What a success sentence weighs: there are few of them. */
const ofSuccess = 2

export const outcomeNumber: ReadonlyMap<string, number> = new Map(outcomes.map((outcome, index) => [outcome, index]))

/** An identifier among the hand-written sentences: it comes as a code. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_]+$/.test(text) && /_|[a-z][A-Z]/.test(text)
}

export function samplesOf(rows: readonly Row[], sentences: readonly Sentence[]): Sample[] {
  const found = new Map<string, Sample>()
  const add = (message: string, code: string, reason: string, weight: number, by: string): void => {
    const key = `${reason}\t${message}\t${code}`
    const known = found.get(key)
    if (known !== undefined) {
      known.weight = Math.min(mostWeight, known.weight + repeated * weight)
      known.by.add(by)
    } else found.set(key, { message, code, outcome: outcomeNumber.get(reason) ?? 0, weight, by: new Set([by]) })
  }
  for (const { provider, code, reason, zh, en } of rows) {
    const words = wordsOfCode(code)
    if (zh !== '') add(zh, '', reason, 1, provider)
    if (en !== '') add(en, '', reason, 1, provider)
    if (words !== '') add('', words, reason, withCode, provider)
    if (words !== '' && en !== '') add(en, words, reason, withCode, provider)
  }
  for (const { reason, text, among, line } of sentences) {
    const weight = Math.min(1, mostOfLine / among) * (reason === 'ok' ? ofSuccess : 1)
    // Two voices, so that a word that only these sentences use can count when two of them use it.
    const by = `own ${(text.length + line) % 2}`
    if (isIdentifier(text)) add('', text, reason, weight, by)
    else add(text, '', reason, weight, by)
  }
  return [...found.values()]
}

const cache = new Map<string, Uint32Array>()

/** The features of a sample; kept, since cross-validation asks for them again and again. */
export function featuresOfSample({ message, code }: { readonly message: string; readonly code: string }): Uint32Array {
  const key = `${message}\t${code}`
  let features = cache.get(key)
  if (features === undefined)
    cache.set(key, (features = Uint32Array.from(featuresOf(tokensOf(message), tokensOf(wordsOfCode(code))))))
  return features
}
