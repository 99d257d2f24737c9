import { categoryOf } from '@unifault/core'
import { messageOf } from './bare.ts'
import { type Fields, field, firstText, isFields, plainFields } from './fields.ts'
import { clearReason } from './clear-words.ts'

/** How a job ended. `fail` and `error` are words of envelopes rather. */
const ended = /^(?:failed|errored|cancell?ed|aborted|crashed|timed[_ ]?out)$/i

/** What a job leaves, or would have left. */
const leavings = ['result', 'output', 'outputs', 'duration', 'starttime', 'endtime', 'startedat', 'finishedat'] as const

/**
 * Whether a body is the record of a job that failed, which was asked for and came: its `state` says so, or a `status` beside the
 * place of what the job would have left. Words about the one who asks (who he is, what he may, how often, what he left out)
 * are of this request all the same.
 */
export function isJobRecord(body: Fields): boolean {
  const state = field(body, 'state')
  const status = field(body, 'status')
  const isState = typeof state === 'string' && ended.test(state)
  if (!isState && !(typeof status === 'string' && ended.test(status))) return false
  if (!isState && !leavings.some((name) => name in body)) return false
  return !isOfCaller(body)
}

function isOfCaller(body: Fields): boolean {
  const error = field(body, 'error')
  const message =
    messageOf(body) ?? firstText(body, ['error']) ?? (isFields(error) ? messageOf(plainFields(error)) : undefined)
  const reason = message === undefined ? undefined : clearReason(message, 200)
  if (reason === undefined) return false
  const category = categoryOf(reason)
  return category === 'auth' || category === 'rate-limit' || reason === 'missing-parameter'
}
