import type { Model } from './decode.ts'
import { featuresOf } from './features.ts'
import { categories, categoryOf, columns, outcomes } from './outputs.ts'
import { boost, rules } from './rules.ts'
import { tokensOf, wordsOfCode } from './tokens.ts'

// Copies for the loops: an imported name may be looked up anew at every use.
const nColumns = columns
const nCategories = categories.length
const nOutcomes = outcomes.length
const ownCategory = categoryOf

/** A text of n features has its sum multiplied with n ** -lengthPower: a long one is not surer than a short one. */
export const lengthPower = 0.3

/** The scores of all outcomes, in log-odds; nothing where neither message nor code has a word. */
export function read(model: Model, message: string, code: string): Float64Array | undefined {
  const tokens = tokensOf(message)
  const codeTokens = tokensOf(wordsOfCode(code))
  const features = featuresOf(tokens, codeTokens)
  if (features.size === 0) return undefined
  const scores = scoresOf(model, features)
  const text = codeTokens.length === 0 ? tokens.join(' ') : `${tokens.join(' ')} . ${codeTokens.join(' ')}`
  for (const [outcome, words] of rules) {
    if (!words.test(text)) continue
    const o = outcomes.indexOf(outcome)
    scores[o] = (scores[o] ?? 0) + boost
  }
  for (let o = 0; o < scores.length; o++) scores[o] = (scores[o] ?? 0) / model.temperature
  return scores
}

function scoresOf(model: Model, features: ReadonlySet<number>): Float64Array {
  const { mask, numbers, starts, columns: owned, weights } = model
  const sums = new Float64Array(nColumns)
  for (const feature of features) {
    const number = numbers[feature & mask] ?? 0
    if (number === 0) continue
    const end = starts[number + 1] ?? 0
    for (let i = starts[number] ?? 0; i < end; i++) {
      const column = owned[i] ?? 0
      sums[column] = (sums[column] ?? 0) + (weights[i] ?? 0)
    }
  }
  const scale = model.scale * features.size ** -lengthPower
  const scores = new Float64Array(nOutcomes)
  for (let o = 0; o < nOutcomes; o++)
    scores[o] = ((sums[ownCategory[o] ?? 0] ?? 0) + (sums[nCategories + o] ?? 0)) * scale
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
  const ofCategory = new Float64Array(nCategories)
  let most = -Infinity
  for (let o = 0; o < scores.length; o++) if ((scores[o] ?? 0) > most) most = scores[o] ?? 0
  let total = 0
  for (let o = 0; o < scores.length; o++) total += shares[o] = Math.exp((scores[o] ?? 0) - most)
  for (let o = 0; o < scores.length; o++) {
    const share = (shares[o] ?? 0) / total
    shares[o] = share
    const category = ownCategory[o] ?? 0
    ofCategory[category] = (ofCategory[category] ?? 0) + share
  }
  let category = 0
  for (let c = 1; c < ofCategory.length; c++) if ((ofCategory[c] ?? 0) > (ofCategory[category] ?? 0)) category = c
  let outcome = -1
  for (let o = 0; o < shares.length; o++)
    if (ownCategory[o] === category && (outcome < 0 || (shares[o] ?? 0) > (shares[outcome] ?? 0))) outcome = o
  return { category, confidence: ofCategory[category] ?? 0, outcome, share: shares[outcome] ?? 0, shares }
}
