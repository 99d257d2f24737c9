import type { CatalogRow } from '../read-catalog.ts'
import type { Outcome } from './taxonomy.ts'

/** What a text and a code most probably mean, with the probability. */
export interface Guess {
  readonly reason: Outcome
  readonly confidence: number
}

const size = 2 ** 18
const hash = (text: string): number => {
  let value = 2_166_136_261
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619)
  return ((value ^ (value >>> 15)) >>> 0) % size
}

const stem = (word: string): string => word.replace(/(?:ies|es|s|ed|ing)$/, '') || word

/** The words of an identifier. */
export function pieces(code: string): string[] {
  return code
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((piece) => piece !== '')
}

/** Hashed features: pieces of Chinese, words and pairs of English, pieces of identifiers. */
function features(text: string, code: string): Int32Array {
  const found = new Set<number>()
  const add = (name: string): unknown => found.add(hash(name))
  for (const run of text.match(/\p{Script=Han}+/gu) ?? [])
    for (let at = 0; at < run.length; at++)
      for (let length = 1; length <= 4 && at + length <= run.length; length++) add(`z${run.slice(at, at + length)}`)
  const words = (text.toLowerCase().match(/[a-z]+(?:'[a-z]+)?|\d+/g) ?? []).map((word) =>
    /^\d/.test(word) ? '0' : stem(word),
  )
  words.forEach((word, at) => {
    add(`e${word}`)
    if (at > 0) add(`e${words[at - 1]} ${word}`)
    if (at > 1) add(`e${words[at - 2]} ${words[at - 1]} ${word}`)
  })
  if (/[A-Za-z]{3}/.test(code)) {
    const parts = pieces(code)
    parts.forEach((part, at) => {
      add(`c${stem(part)}`)
      if (at > 0) add(`c${stem(parts[at - 1] ?? '')} ${stem(part)}`)
    })
    add(`f${parts[0]}`)
    add(`l${parts.at(-1)}`)
    add(`l${parts.slice(-2).join(' ')}`)
  }
  return Int32Array.from(found)
}

/** A linear model of the rows' own texts, learned anew from the catalog; deterministic. */
export function learnWords(
  rows: readonly (Pick<CatalogRow, 'code' | 'reason' | 'zh' | 'en'> & { readonly weight?: number })[],
): (text: string, code: string) => Guess | undefined {
  const classes = [...new Set(rows.map(({ reason }) => reason))].sort()
  const samples = rows.flatMap(({ code, reason, zh, en, weight = 1 }) => {
    const target = classes.indexOf(reason)
    const worded = /[A-Za-z]{3}/.test(code)
    const texts = [zh, en].filter((text) => text !== '')
    return [
      ...texts.map((text) => ({ target, weight, at: features(text, '') })),
      ...(worded ? [...texts.map((text) => features(text, code)), features('', code)] : []).map((at) => ({
        target,
        weight: weight / 2,
        at,
      })),
    ]
  })
  const count = classes.length
  const weights = new Float32Array(size * count)
  const squares = new Float32Array(size * count).fill(1e-3)
  const scores = new Float64Array(count)
  const score = (at: Int32Array): void => {
    scores.fill(0)
    const scale = 1 / Math.sqrt(at.length || 1)
    for (const feature of at)
      for (let one = 0; one < count; one++) scores[one]! += weights[feature * count + one]! * scale
    const most = Math.max(...scores)
    let sum = 0
    for (let one = 0; one < count; one++) sum += scores[one] = Math.exp(scores[one]! - most)
    for (let one = 0; one < count; one++) scores[one]! /= sum
  }
  let seed = 1
  const random = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  for (let round = 0; round < 6; round++) {
    for (let index = samples.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1))
      ;[samples[index], samples[other]] = [samples[other]!, samples[index]!]
    }
    for (const { at, target, weight } of samples) {
      score(at)
      const scale = 1 / Math.sqrt(at.length || 1)
      for (let one = 0; one < count; one++) {
        const slope = (scores[one]! - (one === target ? 1 : 0)) * scale * weight
        if (Math.abs(slope) < 1e-4) continue
        for (const feature of at) {
          const place = feature * count + one
          squares[place]! += slope * slope
          weights[place]! -= (0.35 * slope) / Math.sqrt(squares[place]!)
        }
      }
    }
  }
  return (text, code) => {
    const at = features(text, code)
    if (at.length < 2) return undefined
    score(at)
    const best = scores.indexOf(Math.max(...scores))
    return { reason: classes[best] as Outcome, confidence: scores[best]! }
  }
}
