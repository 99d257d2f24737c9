// From a step of a script to what goes over the wire, in the provider's own shape.
import type { Provider, Texts } from '@unifault/core'
import { fakeEvent, fakeResponse, fakeSuccess } from '@unifault/core/testing'
import { UserError } from '../errors.ts'
import type { Rule, Step } from './script.ts'

/** A provider that is mocked, and the words of its messages. */
export interface Mocked {
  readonly provider: Provider
  readonly texts: readonly Texts[]
}

/** What is sent. `hang` sends nothing, `drop` breaks the connection. */
export type Reply =
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' }
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      /** One piece, or one for each event of a stream. */
      readonly pieces: readonly string[]
      readonly body: Step['body']
    }

/** Whether a code is none of the provider's, and an HTTP status: then the answer has no code. */
function isBareStatus(provider: Provider, code: string): boolean {
  if (!/^[45]\d\d$/.test(code)) return false
  try {
    fakeResponse(provider, code)
    return false
  } catch {
    return true
  }
}

function bareReply(status: number, { status: given, headers, message, body }: Step): Reply {
  const type = { 'content-type': 'text/plain; charset=utf-8' }
  const pieces = message === undefined ? [] : [message]
  return { kind: 'answer', status: given ?? status, headers: { ...type, ...headers }, pieces, body }
}

/**
 * The reply of a step.
 *
 * @param url what is asked for, without the prefix of the mock; undefined where any will do
 * @throws TypeError when no answer of the provider can carry the code there
 */
export function replyOf(mocked: Mocked, step: Step, url?: string): Reply {
  const { provider, texts } = mocked
  const { answer, headers, message, status, events, body } = step
  if (answer.kind === 'hang' || answer.kind === 'drop') return answer
  if (answer.kind === 'status') return bareReply(answer.status, step)
  if (answer.kind === 'error' && isBareStatus(provider, answer.code)) return bareReply(Number(answer.code), step)
  const told = { message, ...(message === undefined && { texts }), ...(url !== undefined && { url }) }
  if (events !== undefined) {
    const ok =
      (answer.kind === 'ok' ? answer.body : undefined) ?? fakeSuccess(provider, url === undefined ? {} : { url }).body
    const pieces = Array.from({ length: events }, () => `data: ${ok}\n\n`)
    if (answer.kind === 'error') {
      const { event, data } = fakeEvent(provider, answer.code, told)
      pieces[events - 1] = `${event === '' ? '' : `event: ${event}\n`}data: ${data}\n\n`
    }
    const type = { 'content-type': 'text/event-stream' }
    return { kind: 'answer', status: status ?? 200, headers: { ...type, ...headers }, pieces, body }
  }
  if (answer.kind === 'ok' && answer.body !== undefined) {
    const type = { 'content-type': 'application/json' }
    return { kind: 'answer', status: status ?? 200, headers: { ...type, ...headers }, pieces: [answer.body], body }
  }
  const fake =
    answer.kind === 'ok'
      ? fakeSuccess(provider, url === undefined ? {} : { url })
      : fakeResponse(provider, answer.code, { ...told, ...(status !== undefined && { status }) })
  return {
    kind: 'answer',
    status: answer.kind === 'ok' ? (status ?? fake.status) : fake.status,
    headers: { ...fake.headers, ...headers },
    pieces: [fake.body],
    body,
  }
}

/**
 * Checks that every step can be answered.
 *
 * @throws UserError that names line and column of the first that cannot
 */
export function checkRules(rules: readonly Rule[], all: readonly Mocked[]): void {
  for (const { provider: id, path, steps } of rules)
    for (const step of steps) {
      if (id === undefined && all.length > 1 && step.answer.kind === 'error' && !/^[45]\d\d$/.test(step.answer.code))
        throw new UserError(`${step.place}: of several providers it must be said whose code this is`, {
          expected: `the provider and a colon before it, such as \`${all[0]?.provider.id}: ${step.answer.code}\``,
        })
      for (const mocked of all.filter(({ provider }) => id === undefined || provider.id === id))
        try {
          replyOf(mocked, step, path === undefined || path.includes('*') ? undefined : `http://localhost${path}`)
        } catch (error) {
          if (error instanceof TypeError) throw new UserError(`${step.place}: ${error.message}`)
          throw error
        }
    }
}
