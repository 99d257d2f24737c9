import { type Model, decode } from './words/decode.ts'
import { model as modelText } from './words/model.ts'
import { type Outcome, categories, outcomes } from './words/outputs.ts'
import { type Likeliest, likeliest, read } from './words/score.ts'
import { addStatus } from './words/status.ts'
import type { Reading, Text, Words } from './words/types.ts'

export type { Reading, Text, Words } from './words/types.ts'

let model: Model | undefined

/**
 * Reads what no table knows: a linear model that has learned from the catalog what sentences and identifiers mean. The
 * confidence is the probability that the category is right; a finer reason is named only where it is right four times of
 * five, else the plainest of the category. It never throws, and says nothing where it is given no words.
 *
 * @example
 * const classify = createClassifier(stripe, { words })
 */
export const words: Words = {
  read(text: Text): Reading | undefined {
    const message = ownText(text, 'message')
    const code = ownText(text, 'code')
    model ??= decode(modelText)
    const scores = read(model, message, code)
    if (scores === undefined) return undefined
    addStatus(scores, text.status, code)
    const found = likeliest(scores)
    return { reason: reasonOf(found, model.sureFrom, text.status), confidence: found.confidence }
  },
}

/** A text that the object has itself: what a polluted prototype gives every object is none. */
function ownText(text: Text, name: 'message' | 'code'): string {
  const value: unknown = Object.hasOwn(text, name) ? text[name] : undefined
  return typeof value === 'string' ? value : ''
}

const missing = outcomes.indexOf('unauthenticated')
const denied = outcomes.indexOf('permission-denied')

/** The likeliest reason where it is sure enough, else what its category comes down to. */
function reasonOf({ category, outcome, share, shares }: Likeliest, sureFrom: Float64Array, status: number): Outcome {
  if (share >= (sureFrom[outcome] ?? 1)) return outcomes[outcome] ?? 'internal'
  switch (categories[category]) {
    case 'auth':
      if (status === 401) return 'unauthenticated'
      return status === 403 || (shares[denied] ?? 0) > (shares[missing] ?? 0) ? 'permission-denied' : 'unauthenticated'
    case 'rate-limit':
      return 'throttled'
    case 'param':
      return 'invalid-parameter'
    case 'server':
      return 'internal'
    default:
      return 'ok'
  }
}
