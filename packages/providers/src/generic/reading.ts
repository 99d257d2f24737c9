import { categoryOf, type Outcome, type Words } from '@unifault/core'
import { words } from '../words.ts'
import { waitOfWords } from '../words/wait.ts'
import { admits } from './admits.ts'
import { clearReason } from './clear-words.ts'
import { inEnglish } from './languages.ts'

/** From here on the learned words decide; see `enoughConfidence` of the classifier. */
const enough = 0.6

interface Read {
  readonly reason: Outcome
  readonly confidence: number
}

/** The last text and what it means: the dialect asks before the classifier does. */
let last: { readonly key: string; readonly found: Read | undefined } | undefined

function read(message: string | undefined, code: string | undefined, status: number): Read | undefined {
  const key = `${status} ${code ?? ''} ${(message ?? '').slice(0, 1024)}`
  if (last?.key === key) return last.found
  const english = message === undefined ? undefined : inEnglish(message)
  const clear = english === undefined || english === message ? undefined : clearReason(english, status)
  if (clear !== undefined) {
    last = { key, found: { reason: clear, confidence: 1 } }
    return last.found
  }
  const said = words.read({
    ...(english === undefined ? undefined : { message: english }),
    ...(code === undefined ? undefined : { code }),
    status,
  })
  const found = said !== undefined && leavesRoom(status, said) ? said : undefined
  last = { key, found }
  return found
}

/** The status is clear enough for some reasons; an `exception` or a `timeout` in a request that was refused is the request's. */
function leavesRoom(status: number, { reason, confidence }: Read): boolean {
  if (reason === 'ok') return true
  if (!admits(status, reason) || (status > 501 && status < 505 && reason === 'internal')) return false
  if (status === 404 || status === 410) return reason === 'not-found' || reason === 'unsupported'
  // So do a method and a form that are not served.
  if (status === 405 || status === 406 || status === 415) return reason === 'unsupported'
  // A conflict is finer than that a parameter is wrong.
  if (status === 409 && reason === 'invalid-parameter') return false
  const isServer = reason === 'timeout' || (reason === 'internal' && confidence < 0.95) || confidence < 0.8
  return status < 400 || status >= 500 || categoryOf(reason) !== 'server' || !isServer
}

/** The words of a host that nobody knows: what the catalog's rows have taught. */
export const learned: Words = {
  read: ({ message, code, status }) => read(message, code, status),
  wait: waitOfWords,
}

/** What the words of a fault will be taken for, where the code does not speak. */
export function reasonOfWords(
  message: string | undefined,
  code: string | undefined,
  status: number,
): Outcome | undefined {
  const clear = message === undefined ? undefined : clearReason(message, status)
  if (clear !== undefined) return clear
  const found = read(message, code, status)
  return found !== undefined && found.confidence >= enough ? found.reason : undefined
}

/** Whether a sentence by itself sounds like a failure, so surely that it may stand beside a code. */
export function soundsFailed(message: string): boolean {
  if (clearReason(message, 200) !== undefined) return true
  const found = read(message, undefined, 200)
  // That something is under way is the state of a thing more often than a refusal.
  return (
    found !== undefined &&
    !['ok', 'in-progress', 'authorization-pending'].includes(found.reason) &&
    found.confidence >= 0.9
  )
}
