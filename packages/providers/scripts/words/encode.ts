import { type ModelText, lastOfFeature, letters, longDistance, middle, sureParts } from '../../src/words/decode.ts'
import type { Learned } from './learn.ts'

/** What makes confidences true: the scores are divided by `temperature`, reasons are named from `sureFrom` on. */
export interface Calibration {
  readonly temperature: number
  readonly sureFrom: readonly number[]
}

/** Writes what was learned as the model file holds it. */
export function encode(
  { bits, weights, step }: Learned,
  { temperature, sureFrom }: Calibration,
  learnedFrom: number,
  digest: string,
): ModelText {
  const features: string[] = []
  const steps: string[] = []
  const values: string[] = []
  let last = -1
  for (const [hash, row] of [...weights].sort(([a], [b]) => a - b)) {
    let distance = hash - last - 1
    for (; distance >= longDistance; distance -= longDistance) features.push(letters.charAt(longDistance))
    features.push(letters.charAt(distance))
    last = hash
    const used = [...row.keys()].filter((column) => row[column] !== 0)
    used.forEach((column, index) => {
      const isLast = index === used.length - 1
      steps.push(letters.charAt(column - (used[index - 1] ?? -1) - 1 + (isLast ? lastOfFeature : 0)))
      values.push(letters.charAt((row[column] ?? 0) + middle))
    })
  }
  return {
    learnedFrom,
    digest,
    bits,
    scale: Number(step.toPrecision(6)),
    temperature,
    sureFrom: sureFrom.map((share) => letters.charAt(Math.ceil(share * sureParts))).join(''),
    features: features.join(''),
    steps: steps.join(''),
    weights: values.join(''),
  }
}

/** The module that the package holds. */
export function moduleOf(text: ModelText): string {
  const members = Object.entries(text).map(([name, value]) => `  ${name}: ${quoted(value as string | number)},`)
  return [
    "import type { ModelText } from './decode.ts'",
    '',
    '/** Made by `pnpm catalog --train`; never edited. */',
    `export const model: ModelText = {\n${members.join('\n')}\n}`,
    '',
  ].join('\n')
}

function quoted(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value}'`
}
