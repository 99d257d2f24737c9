import { categories, categoryOf, columns, outcomes } from '../../src/words/outputs.ts'

/** Samples in the form that the training loop reads. */
export interface Problem {
  /** The numbers of the features of each sample, below `size`. */
  readonly features: readonly Uint32Array[]
  /** What each sample's sum is multiplied with: long texts have many features. */
  readonly scales: Float64Array
  readonly targets: Uint8Array
  readonly weights: Float64Array
  readonly size: number
}

export interface FitOptions {
  readonly epochs: number
  /** The strength of L1: it pulls what tells little to nought. */
  readonly l1: number
  /** Only these weights may leave nought. */
  readonly only?: Uint8Array
}

const rate = 0.1
/** What a wrong category costs besides the wrong reason. */
const categoryShare = 0.5
const firstSquares = 1e-4
const leastGradient = 2e-4
const nCategories = categories.length
const nOutcomes = outcomes.length

/** The same numbers in every run. */
function randomNumbers(): () => number {
  let seed = 12_345
  return () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x80000000
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}

/** One softmax over all outcomes; an outcome's score is its own weights and those of its category. AdaGrad with proximal L1. */
export function fit(problem: Problem, { epochs, l1, only }: FitOptions): Float32Array {
  const { features, scales, targets, weights, size } = problem
  const w = new Float32Array(size * columns)
  const squares = new Float32Array(size * columns).fill(firstSquares)
  const sums = new Float64Array(columns)
  const gradient = new Float64Array(columns)
  const p = new Float64Array(nOutcomes)
  const order = Uint32Array.from(targets, (_target, index) => index)
  const random = randomNumbers()
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) {
      const own = features[i]!
      const scale = scales[i]!
      sums.fill(0)
      for (let f = 0; f < own.length; f++) {
        const at = own[f]! * columns
        for (let k = 0; k < columns; k++) sums[k]! += w[at + k]!
      }
      softmax(sums, scale, p)
      gradientOf(p, targets[i]!, weights[i]! * scale, gradient)
      for (let k = 0; k < columns; k++) {
        const g = gradient[k]!
        if (g < leastGradient && g > -leastGradient) continue
        for (let f = 0; f < own.length; f++) {
          const at = own[f]! * columns + k
          if (only !== undefined && only[at] === 0) continue
          squares[at]! += g * g
          const step = rate / Math.sqrt(squares[at]!)
          const moved = w[at]! - step * g
          const pull = step * l1
          w[at] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0
        }
      }
    }
  }
  return w
}

function softmax(sums: Float64Array, scale: number, p: Float64Array): void {
  let most = -Infinity
  for (let o = 0; o < nOutcomes; o++) {
    const score = (sums[categoryOf[o]!]! + sums[nCategories + o]!) * scale
    p[o] = score
    if (score > most) most = score
  }
  let total = 0
  for (let o = 0; o < nOutcomes; o++) total += p[o] = Math.exp(p[o]! - most)
  for (let o = 0; o < nOutcomes; o++) p[o]! /= total
}

const ofCategory = new Float64Array(nCategories)

/** The gradient of the loss of the reason plus a share of that of the category. */
function gradientOf(p: Float64Array, target: number, weight: number, gradient: Float64Array): void {
  const category = categoryOf[target]!
  ofCategory.fill(0)
  for (let o = 0; o < nOutcomes; o++) ofCategory[categoryOf[o]!]! += p[o]!
  gradient.fill(0)
  for (let o = 0; o < nOutcomes; o++) {
    const c = categoryOf[o]!
    const reason = p[o]! - (o === target ? 1 : 0)
    const within = p[o]! - (c === category ? p[o]! / ofCategory[category]! : 0)
    const g = (reason + categoryShare * within) * weight
    gradient[nCategories + o] = g
    gradient[c]! += g
  }
}
