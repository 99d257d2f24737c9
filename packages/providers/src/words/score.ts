import type { Model } from './decode.ts'
import { featuresOf } from './features.ts'
import { categories, categoryOf, columns, outcomes } from './outputs.ts'
import { boost, rules } from './rules.ts'
import { tokensOf, wordsOfCode } from './tokens.ts'

/** A text of n features has its sum multiplied with n ** -lengthPower: a long one is not surer than a short one. */
export const lengthPower = 0.3

/** The scores of all outcomes, in log-odds; nothing where neither message nor code has a word. */
export function read(model: Model, message: string, code: string): Float64Array | undefined {
  const tokens = tokensOf(message)
  const codeTokens = tokensOf(wordsOfCode(code))
  const features = featuresOf(tokens, codeTokens)
  if (features.size === 0) return undefined
  const scores = scoresOf(model, features)
  const texts = [tokens, codeTokens].filter(({ length }) => length > 0).map((list) => list.join(' '))
  for (const [outcome, words] of rules) {
    if (!texts.some((text) => words.test(text))) continue
    const o = outcomes.indexOf(outcome)
    scores[o] = (scores[o] ?? 0) + boost
  }
  return scores.map((score) => score / model.temperature)
}

function scoresOf(model: Model, features: Iterable<number>): Float64Array {
  const sums = new Float64Array(columns)
  const seen = new Set<number>()
  for (const feature of features) {
    const hash = (feature & model.mask) >>> 0
    if (seen.has(hash)) continue
    seen.add(hash)
    const number = model.numbers[hash] ?? 0
    if (number === 0) continue
    const end = model.starts[number + 1] ?? 0
    for (let i = model.starts[number] ?? 0; i < end; i++) {
      const column = model.columns[i] ?? 0
      sums[column] = (sums[column] ?? 0) + (model.weights[i] ?? 0)
    }
  }
  const scale = model.scale * Math.max(1, seen.size) ** -lengthPower
  const scores = new Float64Array(outcomes.length)
  for (let o = 0; o < outcomes.length; o++)
    scores[o] = ((sums[categoryOf[o] ?? 0] ?? 0) + (sums[categories.length + o] ?? 0)) * scale
  return scores
}

/** What the scores come to: the likeliest category, and its likeliest outcome. */
export interface Likeliest {
  readonly category: number
  /** The probability of the category. */
  readonly confidence: number
  readonly outcome: number
  /** The probability of the outcome. */
  readonly share: number
  /** The probability of each outcome. */
  readonly shares: Float64Array
}

export function likeliest(scores: Float64Array): Likeliest {
  const shares = new Float64Array(scores.length)
  const ofCategory = new Float64Array(categories.length)
  let most = -Infinity
  for (const score of scores) most = Math.max(most, score)
  let total = 0
  for (let o = 0; o < scores.length; o++) total += shares[o] = Math.exp((scores[o] ?? 0) - most)
  for (let o = 0; o < scores.length; o++) {
    const share = (shares[o] ?? 0) / total
    shares[o] = share
    const category = categoryOf[o] ?? 0
    ofCategory[category] = (ofCategory[category] ?? 0) + share
  }
  const category = ofCategory.indexOf(Math.max(...ofCategory))
  let outcome = -1
  for (let o = 0; o < shares.length; o++)
    if (categoryOf[o] === category && (outcome < 0 || (shares[o] ?? 0) > (shares[outcome] ?? 0))) outcome = o
  return { category, confidence: ofCategory[category] ?? 0, outcome, share: shares[outcome] ?? 0, shares }
}
