// Which reason an entry most probably has, and whether a person should look at it.
import type { Reason } from '@unifault/core'
import { categoryOf } from '@unifault/core'
import type { Words } from '@unifault/providers/words'
import type { Entry } from './entries.ts'
import { type Hint, hintOfStatus } from './hints.ts'
import { judge } from './judgement.ts'
import { wordsOfName } from './names.ts'

export type Outcome = Reason | 'ok'

export interface Proposal {
  readonly reason: Outcome
  /** The words, the catalog's judgement and the status do not say the same, or too little. */
  readonly isDoubtful: boolean
  /** What else it may be, the likelier first. */
  readonly others: readonly Outcome[]
}

/** The confidence from which the words stand against a judgement of another category: a finer one, or a plain one. */
const againstFiner = 0.75
const againstPlain = 0.5
/**
 * The share of the words' likeliness that a reason must have, so that nobody need look where the judgement of the texts agrees: with
 * providers left out, 96.7 % of such reasons are right, and three rows in ten are such (`scripts/evaluate-proposals.ts`).
 */
const sure = 0.9
/** That where a third agrees: the status names the reason, too. */
const sureWithStatus = 0.75

/** A table of errors has few successes: the words alone must be sure to see one. */
const sureOfSuccess = 0.95

/** Reasons of which any finer one of their category says more. */
const plainest: ReadonlySet<Outcome> = new Set<Outcome>([
  'unauthenticated',
  'permission-denied',
  'throttled',
  'invalid-parameter',
  'internal',
])

const signInAgain = /重新授权|重新登[录陆]|re-?authori[sz]e|authori[sz]e again|sign in again/i
const refresh = /刷新|refresh/i

/** The proposed reason of an entry. */
export function propose(entry: Entry, words: Words): Proposal {
  const { zh, en, code, name, fixZh, fixEn, status } = entry
  const named = wordsOfName(/[A-Za-z]{3}/.test(code) ? code : name)
  const judged = [judge(zh), judge(en), judge(named)]
  const given = words.read({ message: `${zh} ${en}`.trim(), code: named === '' ? '' : name || code, status: 200 })
  const isSuccess = given?.reason === 'ok' && given.confidence < sureOfSuccess && !judged.includes('ok')
  const read = isSuccess ? undefined : given
  const confidence = read?.confidence ?? 0
  // How sure the category is says little of the reason.
  const share = read?.share ?? confidence
  const hint = status === undefined ? undefined : hintOfStatus(status)
  const text = chosen(judged, read?.reason)
  let reason = combined(text, read?.reason, confidence)
  const fix = `${fixZh} ${fixEn}`
  // Where a vendor's only cure is to ask the user again, a new token does not help.
  const isRevoked = reason === 'token-invalid' && signInAgain.test(fix) && !refresh.test(fix)
  if (isRevoked) reason = 'token-revoked'
  const disagrees = judged.some(
    (one) => one !== undefined && one !== text && !(plainest.has(one) && category(one) === category(text ?? one)),
  )
  const outcome = withStatus(reason, hint, confidence)
  const isConfirmed = hint?.strong === true && hint.reason === outcome && outcome === text
  const isSure = (text === read?.reason || isRevoked) && share >= (isConfirmed ? sureWithStatus : sure) && !disagrees
  const isAdmitted = hint === undefined || hint.admits?.has(outcome) === true
  return {
    reason: outcome,
    isDoubtful: !(isSure && isAdmitted),
    others: [...new Set([...judged, read?.reason, hint?.reason])].filter(
      (one): one is Outcome => one !== undefined && one !== 'unknown' && one !== outcome,
    ),
  }
}

const category = (outcome: Outcome): string => categoryOf(outcome) ?? outcome

/** Of what the texts come to the finer one, and of several the one that the words confirm. */
function chosen(judged: readonly (Outcome | undefined)[], read: Outcome | undefined): Outcome | undefined {
  const said = judged.filter((one) => one !== undefined)
  const finer = said.filter((one) => !plainest.has(one))
  const list = finer.length > 0 ? finer : said
  return list.find((one) => one === read) ?? list[0]
}

function combined(text: Outcome | undefined, read: Outcome | undefined, confidence: number): Outcome | undefined {
  if (text === undefined || read === undefined) return text ?? read
  if (category(text) === category(read)) return plainest.has(read) ? text : read
  return confidence >= (plainest.has(text) ? againstPlain : againstFiner) ? read : text
}

/** The status decides where the texts say nothing sure. */
function withStatus(reason: Outcome | undefined, hint: Hint | undefined, confidence: number): Outcome {
  // The commonest, and it is never repeated.
  if (reason === undefined) return hint?.reason ?? 'invalid-parameter'
  const contradicts = hint?.reason !== undefined && hint.admits?.has(reason) !== true
  return contradicts && confidence < againstFiner ? (hint?.reason ?? reason) : reason
}
