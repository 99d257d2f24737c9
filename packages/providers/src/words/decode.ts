import { columns, outcomes } from './outputs.ts'

/** The model as it stands in its file: numbers as printable letters, so that gzip finds what repeats. */
export interface ModelText {
  /** How many rows and sentences it has learned from, and their digest. */
  readonly learnedFrom: number
  readonly digest: string
  /** A feature's hash is cut to so many bits. */
  readonly bits: number
  /** What a weight of one adds to a score. */
  readonly scale: number
  /** All scores are divided by it, so that the confidence is true. */
  readonly temperature: number
  /** For each outcome the probability from which its reason may be named. */
  readonly sureFrom: string
  /** The features in the order of their hashes, each as the distance to the one before. */
  readonly features: string
  /** Each weight's column, as the distance to the one before; the last of a feature is marked. */
  readonly steps: string
  readonly weights: string
}

/** The model as it is read: for a feature's hash the part of `columns` and `weights` that is its own. */
export interface Model {
  readonly mask: number
  readonly scale: number
  readonly temperature: number
  readonly sureFrom: Float64Array
  /** Hash → number of the feature, from 1; 0 where the model knows none. */
  readonly numbers: Uint16Array
  /** Number of a feature → where its weights begin; those of the next end it. */
  readonly starts: Uint32Array
  readonly columns: Uint8Array
  readonly weights: Int8Array
}

/** Letters in the order of the numbers that they stand for: printable ASCII without quote and backslash. */
export const letters: string = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((letter) => letter !== "'" && letter !== '\\')
  .join('')
/** A distance of so much goes on in the next letter. */
export const longDistance: number = letters.length - 1
/** Added to the step of a feature's last weight. */
export const lastOfFeature: number = columns
/** Weights are written from -levels on. */
export const middle = 46
export const sureParts = 92

export function decode(text: ModelText): Model {
  const numberOf = new Uint8Array(128)
  for (let i = 0; i < letters.length; i++) numberOf[letters.charCodeAt(i)] = i
  const at = (list: string, i: number): number => numberOf[list.charCodeAt(i)] ?? 0
  const count = text.weights.length
  const numbers = new Uint16Array(2 ** text.bits)
  const starts = [0]
  const owned = new Uint8Array(count)
  const weights = new Int8Array(count)
  let hash = -1
  let feature = 0
  let next = 0
  let column = -1
  for (let i = 0; i < count; i++) {
    if (column < 0) {
      let distance = at(text.features, next++)
      hash += distance + 1
      while (distance === longDistance) {
        distance = at(text.features, next++)
        hash += distance
      }
      numbers[hash] = ++feature
      starts.push(0)
    }
    const step = at(text.steps, i)
    const isLast = step >= lastOfFeature
    column += (isLast ? step - lastOfFeature : step) + 1
    owned[i] = column
    weights[i] = at(text.weights, i) - middle
    if (isLast) {
      starts[feature + 1] = i + 1
      column = -1
    }
  }
  return {
    mask: 2 ** text.bits - 1,
    scale: text.scale,
    temperature: text.temperature,
    sureFrom: Float64Array.from(outcomes, (_outcome, i) => at(text.sureFrom, i) / sureParts),
    numbers,
    starts: Uint32Array.from(starts),
    columns: owned,
    weights,
  }
}
