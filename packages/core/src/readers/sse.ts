import type { Reader } from '../answer.ts'
import { parseJson } from './json.ts'

/** One event of a stream of server-sent events (WHATWG HTML section 9.2). */
export interface ServerSentEvent {
  /** Empty where the stream names none. */
  readonly event: string
  readonly data: string
}

const most = 65_536

/** The events of a text, in order; comments, `id` and `retry` fields are passed over. */
export function readEvents(text: string): ServerSentEvent[] {
  const found: ServerSentEvent[] = []
  let event = ''
  let data: string[] = []
  const end = (): void => {
    if (data.length > 0) found.push({ event, data: data.join('\n') })
    event = ''
    data = []
  }
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, name, value = ''] = /^(event|data)(?:: ?([^]*))?$/.exec(line) ?? []
    if (line === '') end()
    else if (name === 'event') event = value
    else if (name === 'data') data.push(value)
  }
  end()
  return found
}

/**
 * A stream of server-sent events as the value of its first event that carries a JSON object: what a failed request to a model API
 * is answered with, when the client asked for a stream.
 */
export const sse: Reader = {
  name: 'sse',
  read(text) {
    if (!/^\s*(?::|id|event|data|retry)[:\s]/.test(text.slice(0, 64)) || text.length > most) return undefined
    for (const { data } of readEvents(text)) {
      const value = data.startsWith('{') ? parseJson(data) : undefined
      if (value !== undefined) return value
    }
    return undefined
  },
}
