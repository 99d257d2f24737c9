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
// Copies for the inner loops: an imported name may be looked up anew at every use.
const nCategories = categories.length
const nOutcomes = outcomes.length
const nColumns = columns
const ownCategory = categoryOf

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

/** The columns of each feature whose weights may leave nought: those of feature f stand from `starts[f]` on. */
function freeColumns(size: number, only: Uint8Array): { starts: Uint32Array; free: Uint8Array } {
  const starts = new Uint32Array(size + 1)
  const free: number[] = []
  for (let f = 0; f < size; f++) {
    for (let k = 0; k < nColumns; k++) if (only[f * nColumns + k] !== 0) free.push(k)
    starts[f + 1] = free.length
  }
  return { starts, free: Uint8Array.from(free) }
}

/** One softmax over all outcomes; an outcome's score is its own weights and those of its category. AdaGrad with proximal L1. */
export function fit(problem: Problem, { epochs, l1, only }: FitOptions): Float32Array {
  const { features, scales, targets, weights, size } = problem
  const few = only && freeColumns(size, only)
  const w = new Float32Array(size * nColumns)
  const squares = new Float32Array(size * nColumns).fill(firstSquares)
  const sums = new Float64Array(nColumns)
  const gradient = new Float64Array(nColumns)
  const p = new Float64Array(nOutcomes)
  const order = Uint32Array.from(targets, (_target, index) => index)
  const random = randomNumbers()
  const steep = new Uint8Array(nColumns)
  const move = (at: number, g: number): void => {
    squares[at]! += g * g
    const step = rate / Math.sqrt(squares[at]!)
    const moved = w[at]! - step * g
    const pull = step * l1
    w[at] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) {
      const own = features[i]!
      const scale = scales[i]!
      sums.fill(0)
      for (let f = 0; f < own.length; f++) {
        const at = own[f]! * nColumns
        if (few === undefined) for (let k = 0; k < nColumns; k++) sums[k]! += w[at + k]!
        else
          for (let j = few.starts[own[f]!]!; j < few.starts[own[f]! + 1]!; j++) {
            const k = few.free[j]!
            sums[k]! += w[at + k]!
          }
      }
      softmax(sums, scale, p)
      gradientOf(p, targets[i]!, weights[i]! * scale, gradient)
      let count = 0
      for (let k = 0; k < nColumns; k++) if (Math.abs(gradient[k]!) >= leastGradient) steep[count++] = k
      for (let f = 0; f < own.length; f++) {
        const at = own[f]! * nColumns
        if (few === undefined) for (let j = 0; j < count; j++) move(at + steep[j]!, gradient[steep[j]!]!)
        else
          for (let j = few.starts[own[f]!]!; j < few.starts[own[f]! + 1]!; j++) {
            const k = few.free[j]!
            if (Math.abs(gradient[k]!) >= leastGradient) move(at + k, gradient[k]!)
          }
      }
    }
  }
  return w
}

function softmax(sums: Float64Array, scale: number, p: Float64Array): void {
  let most = -Infinity
  for (let o = 0; o < nOutcomes; o++) {
    const score = (sums[ownCategory[o]!]! + sums[nCategories + o]!) * scale
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
  const category = ownCategory[target]!
  ofCategory.fill(0)
  for (let o = 0; o < nOutcomes; o++) ofCategory[ownCategory[o]!]! += p[o]!
  gradient.fill(0)
  for (let o = 0; o < nOutcomes; o++) {
    const c = ownCategory[o]!
    const reason = p[o]! - (o === target ? 1 : 0)
    const within = p[o]! - (c === category ? p[o]! / ofCategory[category]! : 0)
    const g = (reason + categoryShare * within) * weight
    gradient[nCategories + o] = g
    gradient[c]! += g
  }
}
