// A stream of server-sent events that breaks off with an error, as model APIs do in the midst of an answer.
import type { Provider } from '@unifault/core'
import { checkOptions, invalidOption } from '@unifault/core/adapter'
import { type FakeEvent, fakeEvent, fakeSuccess } from '@unifault/core/testing'
import { delay, type HttpHandler, HttpResponse } from 'msw'
import { type ErrorHandlerOptions, errorHandlerKinds, toldOf } from './answers.ts'
import { isCount, RepeatedHandler } from './handler.ts'

/** What comes before the error of a stream. */
export interface StreamErrorOptions extends Omit<ErrorHandlerOptions, 'status'> {
  /** The place of the error among the events, from 1 on; left out: after all `events`, or the second. */
  readonly at?: number | undefined
  /**
   * The events before: text as it is, `{ event, data }` with the event's name, anything else as JSON. They are sent in turn, anew when
   * there are fewer than `at` asks for. Left out: bare successes of the provider.
   */
  readonly events?: readonly unknown[] | undefined
  /** Milliseconds between two events. */
  readonly interval?: number | undefined
}

const { status: _status, ...toldKinds } = errorHandlerKinds
const streamErrorKinds: typeof errorHandlerKinds = {
  ...toldKinds,
  at: isCount,
  events: (value, name) => {
    if (!Array.isArray(value) || value.length === 0) throw invalidOption(name, 'a list of at least one event', value)
  },
  interval: (value, name) => {
    if (typeof value !== 'number' || !(value >= 0 && value < 2 ** 31)) throw invalidOption(name, 'milliseconds', value)
  },
}

function eventOf(given: unknown): FakeEvent {
  if (typeof given === 'string') return { event: '', data: given }
  const { event, data } = (given ?? {}) as Partial<Record<'event' | 'data', unknown>>
  const isNamed = typeof event === 'string' && data !== undefined
  const content = isNamed ? data : given
  return { event: isNamed ? event : '', data: typeof content === 'string' ? content : JSON.stringify(content) }
}

function written({ event, data }: FakeEvent): string {
  const name = event === '' ? '' : `event: ${event}\n`
  return `${name}${data.replace(/^/gm, 'data: ')}\n\n`
}

/**
 * A handler that answers with a stream of server-sent events, of which one is an error in the provider's own shape; there the stream ends.
 *
 * @throws TypeError that names the option, when no table of the provider has the code, or no event can carry it
 * @example
 * streamError(openai, 'server_error', { path: '/v1/chat/completions', at: 5, events: [{ choices: [{ delta: { content: 'Hi' } }] }] })
 */
export function streamError<Code extends string>(
  provider: Provider<string, Code>,
  code: NoInfer<Code>,
  options: StreamErrorOptions = {},
): HttpHandler {
  checkOptions(options, streamErrorKinds)
  const { at, events, interval, ...rest } = options
  const told = toldOf(rest)
  fakeEvent(provider, code, told) // a wrong code fails here, not in the midst of a test
  const before = (at ?? (events?.length ?? 1) + 1) - 1
  return new RepeatedHandler(provider, rest, ({ url }) => {
    const given = (events ?? [fakeSuccess(provider, { url }).body]).map(eventOf)
    const error = fakeEvent(provider, code, { ...told, url })
    const encoder = new TextEncoder()
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (sent > 0 && interval !== undefined) await delay(interval)
        const event = sent < before ? given[sent % given.length] : error
        controller.enqueue(encoder.encode(written(event as FakeEvent)))
        if (sent++ === before) controller.close()
      },
    })
    return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream', ...rest.headers } })
  })
}
