import { decode, type Model, type ModelText } from './decode.ts'
import { type Outcome, categories, outcomes } from './outputs.ts'
import { type Likeliest, likeliest, read } from './score.ts'
import { addStatus } from './status.ts'
import type { Reading, Text, Words } from './types.ts'

/** A reader of words by this model, which is decoded when the first text is read. */
export function readerOf(text: ModelText): Words {
  let model: Model | undefined
  return {
    read(given: Text): Reading | undefined {
      const message = ownText(given, 'message')
      const code = ownText(given, 'code')
      model ??= decode(text)
      const scores = read(model, message, code)
      if (scores === undefined) return undefined
      addStatus(scores, given.status, code)
      const found = likeliest(scores)
      const reason = reasonOf(found, model.sureFrom, given.status)
      return { reason, confidence: found.confidence, share: found.shares[outcomes.indexOf(reason)] ?? 0 }
    },
  }
}

/** A text that the object has itself: what a polluted prototype gives every object is none. */
function ownText(text: Text, name: 'message' | 'code'): string {
  const value: unknown = Object.hasOwn(text, name) ? text[name] : undefined
  return typeof value === 'string' ? value : ''
}

const missing = outcomes.indexOf('unauthenticated')
const throttled = outcomes.indexOf('throttled')
const denied = outcomes.indexOf('permission-denied')

/** The likeliest reason where it is sure enough, else what its category comes down to. */
function reasonOf({ category, outcome, share, shares }: Likeliest, sureFrom: Float64Array, status: number): Outcome {
  if (share >= (sureFrom[outcome] ?? 1)) return outcomes[outcome] ?? 'internal'
  switch (categories[category]) {
    case 'auth':
      if (status === 401) return 'unauthenticated'
      return status === 403 || (shares[denied] ?? 0) > (shares[missing] ?? 0) ? 'permission-denied' : 'unauthenticated'
    case 'rate-limit':
      // Throttling is repeated: a purse, an account that is blocked or a quota must not be taken for it.
      if (status === 402) return 'payment-required'
      return outcome === throttled || status === 429 ? 'throttled' : 'quota-exhausted'
    case 'param':
      return 'invalid-parameter'
    case 'server':
      return 'internal'
    default:
      return 'ok'
  }
}
