// Error events in streams: server-sent events, and lines of JSON. The bytes pass as they are.
import type { ApiError } from '@unifault/core'
import { mostBytes, readHeader } from '@unifault/core/adapter'

/** One event of a stream: of server-sent events with its name, or one line of JSON. */
interface StreamEvent {
  readonly name?: string
  readonly data: string
}

/** What watching a stream asks of its adapter. */
export interface Watching {
  /** The error that an event tells. `delivered`: content had come before. */
  readonly judgeEvent: (event: StreamEvent, delivered: boolean) => ApiError | undefined
  /** What the body fails with when the stream is cut. */
  readonly cut: (error: unknown, delivered: boolean) => unknown
  /** What it fails with for the error of an event. */
  readonly asThrown: (error: ApiError) => unknown
  /** Under `observe` nothing fails: errors are only told. */
  readonly isFailing: boolean
}

/** What became of a stream that is watched. */
export interface Watched {
  /** The Response to hand on. */
  readonly response: Response
  /** The error in the first piece. */
  readonly error?: ApiError
  /** Resolves when the first piece is judged. */
  readonly first?: Promise<void>
}

/** How long the first piece is waited for before the answer is handed on, in ms. */
const patience = 100
const streamTypes =
  /^\s*(?:text\/event-stream|application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-stream|json-seq))\s*(?:;|$)/i
/** What keeps a connection open is no event: it is not judged, and no content. */
const keepAliveName = /^(?:ping|heartbeat|keep-?alive)$/i
const keepAliveData = /^\s*(?:$|\[DONE\]|\{\s*"(?:type|event)"\s*:\s*"(?:ping|heartbeat|keep-?alive)")/i

/** Whether an answer is a stream of events or of lines of JSON. */
export function isEventStream(headers: unknown): boolean {
  return streamTypes.test(readHeader(headers, 'content-type') ?? '')
}

/** Reads events out of pieces of bytes; at most 64 KiB of one event are kept. */
class EventReader {
  delivered = false
  private readonly isSse: boolean
  private readonly watching: Watching
  private readonly decoder = new TextDecoder()
  private rest = ''
  private name = ''
  private data: string[] = []
  private size = 0

  constructor(headers: unknown, watching: Watching) {
    this.isSse = /event-stream/i.test(readHeader(headers, 'content-type') ?? '')
    this.watching = watching
  }

  /** The error in the events that a piece completes. */
  feed(piece: Uint8Array): ApiError | undefined {
    return this.lines(this.decoder.decode(piece, { stream: true }))
  }

  /** The error in the event that the end completes: servers leave the last blank line out. */
  end(): ApiError | undefined {
    return this.lines(`${this.decoder.decode()}\n\n`)
  }

  private lines(text: string): ApiError | undefined {
    this.rest += text
    // A line break of two characters may come in two pieces.
    const [breaks, end] = [/\r\n|\r(?!$)|\n/g, this.rest]
    let start = 0
    for (let found = breaks.exec(end); found !== null; found = breaks.exec(end)) {
      const error = this.line(end.slice(start, found.index))
      start = breaks.lastIndex
      this.rest = end.slice(start)
      if (error !== undefined) return error
    }
    if (this.rest.length > mostBytes) {
      this.size = Infinity // no error is that long: what follows of this event is passed over
      this.rest = ''
    }
    return undefined
  }

  private line(line: string): ApiError | undefined {
    if (!this.isSse) {
      this.add(line.startsWith('\u001E') ? line.slice(1) : line) // the record separator of json-seq
      return this.dispatch()
    }
    if (line === '') return this.dispatch()
    const [, field, value = ''] = /^(event|data)(?:: ?([^]*))?$/.exec(line) ?? []
    if (field === 'data') this.add(value)
    else if (field === 'event') this.name = value
    return undefined
  }

  private add(data: string): void {
    this.size += data.length
    if (this.size <= mostBytes) this.data.push(data)
  }

  private dispatch(): ApiError | undefined {
    const { name, data, size } = this
    this.name = ''
    this.data = []
    this.size = 0
    if (data.length === 0 && size === 0) return undefined
    const event = { ...(name !== '' && { name }), data: data.join('\n') }
    if (size <= mostBytes && (keepAliveName.test(name) || keepAliveData.test(event.data))) return undefined
    const error = size <= mostBytes ? this.watching.judgeEvent(event, this.delivered) : undefined
    if (error === undefined) this.delivered = true
    return error
  }
}

interface Piece {
  readonly done: boolean
  readonly value?: Uint8Array | undefined
}

/**
 * Watches a stream of events. Where it may fail, its first piece is waited for, at most 100 ms; an error there is given back, and the
 * stream is let go. A later one fails the body of the Response that is handed on in the place of the given one, with the same `url`,
 * `redirected` and `type`.
 *
 * @returns also `first`, which resolves when the first piece is judged
 */
export async function watchEvents(response: Response, watching: Watching): Promise<Watched> {
  const body = response.body as ReadableStream<Uint8Array> | null | undefined
  if (typeof body?.getReader !== 'function' || body.locked || response.bodyUsed) return { response }
  const reader = body.getReader()
  const events = new EventReader(response.headers, watching)
  const { cut, asThrown, isFailing } = watching
  const free = (): void => void reader.cancel().catch(() => undefined)
  let failure: ApiError | undefined
  const piece: Promise<Piece> = reader.read()
  const first = piece.then(
    ({ value }) => void (value !== undefined && (failure = events.feed(value))),
    () => undefined, // cut: the body tells it
  )
  if (isFailing) await within(first, patience)
  if (failure !== undefined && isFailing) {
    free()
    return { response, error: failure }
  }
  let isFirst = true
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (failure !== undefined && isFailing && !isFirst) {
          free()
          return controller.error(asThrown(failure))
        }
        const isFed = isFirst
        isFirst = false
        let value: Uint8Array | undefined
        try {
          ;({ value } = await (isFed ? piece : reader.read()))
        } catch (error) {
          return controller.error(cut(error, events.delivered))
        }
        if (value === undefined) {
          failure = events.end()
          if (failure !== undefined && isFailing) controller.error(asThrown(failure))
          else controller.close()
          return
        }
        if (!isFed) failure = events.feed(value)
        controller.enqueue(value)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 }, // nothing is read before the user reads
  )
  return { response: responseLike(response, stream), first }
}

/** Waits for a promise that never rejects, at most some milliseconds. */
export async function within(promise: Promise<void>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))
  await Promise.race([promise, late])
  clearTimeout(timer)
}

/** A Response with another body; status, headers, `url`, `redirected` and `type` are those of the given one, also on its clones. */
export function responseLike(response: Response, body: ConstructorParameters<typeof Response>[0]): Response {
  const { status, statusText, headers, url, redirected, type } = response
  return shown(new Response(body, { status, statusText, headers }))

  function shown(copy: Response): Response {
    const clone = copy.clone.bind(copy)
    const own = { url, redirected, type, clone: () => shown(clone()) }
    for (const [name, value] of Object.entries(own)) Object.defineProperty(copy, name, { value, configurable: true })
    return copy
  }
}
