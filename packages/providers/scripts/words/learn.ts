import { categories, categoryOf, columns, outcomes } from '../../src/words/outputs.ts'
import { lengthPower } from '../../src/words/score.ts'
import { type Problem, fit } from './fit.ts'
import { type Sample, featuresOfSample } from './samples.ts'

/** Weights as small integers: what the model file holds. */
export interface Learned {
  readonly bits: number
  /** Hashed feature → its weights, one for each column; only features that have one. */
  readonly weights: ReadonlyMap<number, Int8Array>
  /** What an integer stands for. */
  readonly step: number
}

export interface LearnOptions {
  readonly bits: number
  /** How many weights are kept. */
  readonly keep: number
  /** A feature counts if so many providers and so many samples have it. */
  readonly leastProviders: number
  readonly leastSamples: number
  readonly l1: number
  readonly epochs: number
  readonly levels: number
}

const learnDefaults: LearnOptions = {
  bits: 16,
  keep: 6800,
  leastProviders: 2,
  leastSamples: 3,
  l1: 0.015,
  epochs: 4,
  levels: 4,
}

const categoryPower = 0.15
const reasonPower = 0.25
const mostWeight = 4

/** Learns twice: with a strong L1 to see which weights tell most, then those alone without it; rounds them. */
export function learn(samples: readonly Sample[], options: Partial<LearnOptions> = {}): Learned {
  const o = { ...learnDefaults, ...options }
  const mask = 2 ** o.bits - 1
  const { problem, hashes } = problemOf(samples, mask, o)
  const first = fit(problem, { epochs: o.epochs, l1: o.l1 })
  const only = strongest(first, problem, o.keep)
  const w = fit(problem, { epochs: o.epochs, l1: 0, only })
  const sizes = Float32Array.from(
    w.filter((x) => x !== 0),
    Math.abs,
  ).sort()
  const step = (sizes[Math.floor(sizes.length * 0.998)] ?? 1) / o.levels
  const weights = new Map<number, Int8Array>()
  for (const [feature, hash] of hashes.entries()) {
    const row = new Int8Array(columns)
    let isEmpty = true
    for (let k = 0; k < columns; k++) {
      const x = Math.round((w[feature * columns + k] ?? 0) / step)
      row[k] = Math.max(-o.levels, Math.min(o.levels, x))
      if (row[k] !== 0) isEmpty = false
    }
    if (!isEmpty) weights.set(hash, row)
  }
  return { bits: o.bits, weights, step }
}

/** The features that count, numbered in the order of their hashes, and the samples in them. */
function problemOf(
  samples: readonly Sample[],
  mask: number,
  { leastProviders, leastSamples }: LearnOptions,
): { problem: Problem; hashes: Uint32Array } {
  const raw = samples.map((sample) => featuresOfSample(sample).map((x) => (x & mask) >>> 0))
  const seen = new Map<number, { by: Set<string>; samples: number }>()
  samples.forEach(({ by }, i) => {
    for (const hash of raw[i] ?? []) {
      let one = seen.get(hash)
      if (one === undefined) seen.set(hash, (one = { by: new Set(), samples: 0 }))
      one.samples++
      if (one.by.size < leastProviders) for (const provider of by) one.by.add(provider)
    }
  })
  const hashes = Uint32Array.from(
    [...seen].filter(([, one]) => one.by.size >= leastProviders && one.samples >= leastSamples).map(([hash]) => hash),
  ).sort()
  const numbers = new Map([...hashes].map((hash, index) => [hash, index]))
  const features = raw.map((list) => Uint32Array.from([...list].flatMap((hash) => numbers.get(hash) ?? [])))
  return {
    hashes,
    problem: {
      features,
      scales: Float64Array.from(raw, (list) => Math.max(1, list.length) ** -lengthPower),
      targets: Uint8Array.from(samples, ({ outcome }) => outcome),
      weights: balanced(samples),
      size: hashes.length,
    },
  }
}

/** Rare categories and reasons weigh a little more than their number. */
function balanced(samples: readonly Sample[]): Float64Array {
  const perCategory = new Float64Array(categories.length)
  const perOutcome = new Float64Array(outcomes.length)
  const members = new Float64Array(categories.length)
  for (const category of categoryOf) members[category]!++
  let total = 0
  for (const { outcome, weight } of samples) {
    perCategory[categoryOf[outcome]!]! += weight
    perOutcome[outcome]! += weight
    total += weight
  }
  const weights = Float64Array.from(samples, ({ outcome, weight }) => {
    const category = categoryOf[outcome]!
    const ofCategory = total / categories.length / perCategory[category]!
    const ofReason = perCategory[category]! / members[category]! / perOutcome[outcome]!
    return weight * ofCategory ** categoryPower * ofReason ** reasonPower
  })
  const mean = weights.reduce((sum, x) => sum + x, 0) / weights.length
  return weights.map((x) => Math.min(mostWeight, x / mean))
}

/** Marks the weights that change most: large ones of features that many samples have. */
function strongest(w: Float32Array, { features, scales, weights, size }: Problem, keep: number): Uint8Array {
  const use = new Float64Array(size)
  features.forEach((list, i) => {
    for (const feature of list) use[feature]! += weights[i]! * scales[i]! ** 2
  })
  const impact = Float32Array.from(w, (x, at) => Math.abs(x) * Math.sqrt(use[Math.floor(at / columns)] ?? 0))
  const least = Math.max(1e-9, Float32Array.from(impact).sort()[Math.max(0, impact.length - keep)] ?? 0)
  return Uint8Array.from(impact, (x) => (x >= least ? 1 : 0))
}
