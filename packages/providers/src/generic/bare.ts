import { type Fields, field, firstText, firstTextWhere, isEmpty, isFields, plain, plainFields } from './fields.ts'
import { isQuestion, kindOf } from './keys.ts'
import { isMessageName, messageNames } from './names.ts'
import { isSuccessMessage } from './states.ts'

const mostKeys = 32
const messages: readonly string[] = messageNames.filter(
  (name) => !['result', 'data', 'title', 'text', 'error', 'note', 'information'].includes(name),
)
/** Names under which records of a business have words too. */
const weakMessages = /^(?:detail|description|desc|zhdesc|endesc|reason|info|tips|explanation)$/
const plainMessages = messages.filter((name) => !weakMessages.test(name))

const flags = ['success', 'ok', 'issuccess', 'succeed', 'succ', 'suc', 'isok', 'flag'] as const
/** Records in which the words may stand. */
const holders = ['errorbody', 'errorinfo', 'statusinfo'] as const

/** The words at the top of a body. */
export function messageOf(body: Fields): string | undefined {
  const text = firstText(body, messages)
  if (text !== undefined) return text
  const message = field(body, 'message') ?? field(body, 'messages')
  const first: unknown = Array.isArray(message) ? message[0] : message
  if (typeof first === 'string') return first || undefined
  if (isFields(first)) return firstText(first, ['text', 'message', 'value', 'zh', 'en'])
  for (const name of holders) {
    const holder = field(body, name)
    if (isFields(holder)) return firstText(plainFields(holder), messages)
  }
  return firstTextWhere(body, isMessageName)
}

/** The words under a name that is only a message's. */
export function plainMessageOf(body: Fields): string | undefined {
  return firstText(body, plainMessages)
}

/** How sure it is already that the call failed: an explicit flag, a strong name beside telling words, or less. */
export type Sureness = 'sure' | 'likely'

/** Whether at most so many scalars stand beside the envelope, and nothing of a record. */
export function isBare(body: Fields, most: number, sureness: Sureness = 'likely'): boolean {
  let keys = 0
  let strange = 0
  let isDoubtful = false
  for (const key in body) {
    if (++keys > mostKeys) return false
    const value = field(body, key)
    if (value === false && isQuestion(key)) return false
    if (isEmpty(value)) continue
    const kind = kindOf(key)
    if (kind === 'envelope') continue
    if (kind === 'record') return false
    if (kind === 'doubtful' && sureness === 'likely') {
      // Envelopes have a `source` and a `sid` too; a log line, a health check has more beside it.
      if (key !== 'sid' && key !== 'source' && key !== 'host') return false
      isDoubtful = true
      continue
    }
    if (typeof value === 'object' && !(sureness === 'sure' && (isFields(value) || isShort(value)))) return false
    if (++strange > most) return false
  }
  return !isDoubtful || strange === 0
}

/** A list of a few words or numbers: what would have been right. */
function isShort(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 16 && value.every((one) => typeof one !== 'object')
}

export function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^false$/i.test(value))
}

/** A flag as it is sent: a boolean, or its word; 0 and 1 for the two that are only flags. */
export function flagOf(body: Fields): boolean | undefined {
  for (const name of flags) {
    const value = field(body, name)
    if (value === undefined) continue
    if (isFalse(value)) return false
    if (value === true || (typeof value === 'string' && (/^true$/i.test(value) || isSuccessMessage(value)))) return true
    if ((name === 'success' || name === 'ok') && (value === 0 || value === 1)) return value === 1
  }
  return undefined
}

const denials = ['error', 'iserror', 'haserror', 'failed', 'fail'] as const

/**
 * How many strange keys may stand beside a body's own word that it failed: `error: true`, `isError: 403`. Undefined where it has none;
 * a job that `failed` has names of its own.
 */
export function deniedBeside(body: Fields): number | undefined {
  const found = denials.find((name) => {
    const value = field(body, name)
    return (
      value === true ||
      (typeof value === 'string' && /^true$/i.test(value)) ||
      (name.endsWith('serror') && typeof value === 'number' && value !== 0)
    )
  })
  return found && (found.endsWith('error') && found !== 'haserror' ? 3 : 0)
}

/** Whether the data hold nothing, or nothing but an error: what an error envelope leaves in their place. */
export function hasNoData(body: Fields): boolean {
  for (const name of ['data', 'result', 'obj', 'content'] as const) {
    const data = field(body, name)
    if (isEmpty(data) || typeof data === 'string') continue
    if (!isFields(data)) return false
    for (const key in data) if (!isEmpty(field(data, key)) && kindOf(plain(key)) !== 'envelope') return false
  }
  return true
}
