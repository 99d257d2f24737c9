// A bounded look at a clone of a body, before the answer is handed on. The answer itself stays unread, and nothing is held for long.
import { isJsonType, isTexty, mostBytes, readHeader } from '@unifault/core/adapter'

/**
 * Why a look ended. `unfit`: nothing was read. `whole`: the body, or the first document in it, has come. `foreign`: the text begins
 * no error. `large`: beyond 64 KiB. `slow`: the time was up. `cut`: reading failed.
 */
type Why = 'unfit' | 'whole' | 'foreign' | 'large' | 'slow' | 'cut'

/** What a look has seen. */
export interface Seen {
  readonly why: Why
  /** Below 400 the whole body or its first document; from 400 on, and where it was cut, whatever had come. Text where there are no bytes. */
  readonly body: Uint8Array | string | undefined
  /** The body has ended: nothing of it is left to be freed. */
  readonly isEnded: boolean
  /** What reading threw. */
  readonly error?: unknown
}

export interface PeekOptions {
  /** From 400 on: any type is read, and what came counts. */
  readonly isFailed: boolean
  /** When the answer has to be handed on at the latest, by `performance.now()`, in ms. */
  readonly deadline?: number | undefined
  /** The answer has been handed on already: the look may take its time, and keeps no process alive. */
  readonly isBeside?: boolean | undefined
}

/** How long a body may keep us, in ms: one that promises to be small, any other, one that was handed on, and between two pieces. */
const patience = { promised: 1000, other: 100, beside: 10_000, moment: 2 }
/** An unfinished JSON object is waited for while it is smaller than this, in bytes. */
const small = 4096
/** A body whose object is still open after more pieces than this is written bit by bit: few errors are. */
const mostPieces = 2
/** Turns of the event loop for what came while it was busy. */
const finalTurns = 3
/** Turns of the microtask queue within which a body in memory is read: no timer is made for it. */
const quickTurns = 8

const now = /* @__PURE__ */ Promise.resolve()
const unfit: Seen = { why: 'unfit', body: undefined, isEnded: false }

interface Piece {
  readonly done?: boolean | undefined
  readonly value?: Uint8Array | string | undefined
}

/** Reads a clone, piece by piece. */
interface Source {
  /** Failures mean that the body is cut, and not that this runtime cannot read it. */
  readonly isStream: boolean
  read(): Promise<Piece>
  cancel(): void
}

/** A Response of any implementation, as far as a look needs it. */
interface AnyResponse {
  readonly body?: unknown
  readonly bodyUsed?: boolean
  clone?(): AnyResponse
  arrayBuffer?(): Promise<ArrayBuffer>
  text?(): Promise<string>
}

/**
 * Looks at the beginning of a body, on a clone that is always cancelled. A runtime that cannot clone or read it has seen nothing.
 * Timers are set only for a body that makes a pause, and only then is its text scanned.
 *
 * @returns at once when there is nothing to read
 */
export function peek(response: Response, options: PeekOptions): Seen | Promise<Seen> {
  try {
    const { headers } = response
    const type = readHeader(headers, 'content-type')
    const length = readHeader(headers, 'content-length')
    if (!options.isFailed && !mayTell(headers, type, length)) return unfit
    const source = openClone(response)
    if (source === undefined) return unfit
    // Of what is packed the length tells no number of bytes, only that there is an end.
    const isPacked = length !== undefined && readHeader(headers, 'content-encoding') !== undefined
    return look(source, type, isPacked ? -1 : Number(length), options)
  } catch {
    return unfit
  }
}

/** Whether a body below 400 may tell an error: a text, or one of an unknown type, of at most 64 KiB as far as its length is told. */
export function mayTell(
  headers: unknown,
  type: string | undefined = readHeader(headers, 'content-type'),
  length: string | undefined = readHeader(headers, 'content-length'),
): boolean {
  return (type === undefined || isTexty(type)) && (length === undefined || Number(length) <= mostBytes)
}

function openClone(response: AnyResponse): Source | undefined {
  const body = response.body as object | null | undefined
  if (response.bodyUsed === true || body === null || typeof response.clone !== 'function') return undefined
  if (body === undefined) return bufferedSource(response)
  if (typeof (body as ReadableStream).getReader === 'function') {
    if ((body as ReadableStream).locked) return undefined
    const reader = (response.clone().body as ReadableStream<Uint8Array>).getReader()
    return {
      isStream: true,
      read: () => reader.read(),
      // Not awaited: cancelling one branch of a tee settles only when the other one is cancelled too.
      cancel: () => void reader.cancel().catch(() => undefined),
    }
  }
  if (!(Symbol.asyncIterator in body)) return undefined
  // node-fetch: a stream of Node's. Both branches of its clone must be read or destroyed, or they stall each other.
  const copy = response.clone().body as AsyncIterable<Uint8Array> & { destroy?(): void }
  const pieces = copy[Symbol.asyncIterator]()
  return { isStream: true, read: () => pieces.next(), cancel: () => copy.destroy?.() }
}

/** React Native and XHR polyfills have the body in memory as a whole; not all of them can give its bytes. */
function bufferedSource(response: AnyResponse): Source {
  let isRead = false
  const text = async (): Promise<string> => (await response.clone?.().text?.()) ?? ''
  const bytes = async (): Promise<Uint8Array> => {
    const copy = response.clone?.()
    if (typeof copy?.arrayBuffer !== 'function') throw new TypeError('no bytes')
    return new Uint8Array(await copy.arrayBuffer())
  }
  return {
    isStream: false,
    async read() {
      if (isRead) return { done: true }
      isRead = true
      return { value: await bytes().catch(text) }
    },
    cancel: () => undefined,
  }
}

/** The clock and the ends of one look. `promised`: how many bytes the body has; NaN where it does not say so. */
function look(source: Source, type: string | undefined, promised: number, options: PeekOptions): Promise<Seen> {
  const { isFailed, isBeside, deadline = Infinity } = options
  const isPromised = isFailed || !Number.isNaN(promised)
  const pieces: (Uint8Array | string)[] = []
  let size = 0
  let seenPieces = -1 // how many there were at the last pause; nothing new means nothing to scan
  let awaited = -1 // which piece is waited for in the microtask queue, and how long yet
  let turns = 0
  let isOver = false
  let start = 0
  let end = Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  return new Promise((resolve) => {
    const finish = (why: Why, body?: Uint8Array | string, isEnded = false, error?: unknown): void => {
      isOver = true // before the cancelling, which ends the read that may be under way
      clearTimeout(timer)
      if (!isEnded || size === promised)
        try {
          source.cancel()
        } catch {
          // a stream of a library's that throws here has been left all the same
        }
      resolve({ why, body, isEnded, error })
    }
    const came = (): Uint8Array | string | undefined => (size === 0 ? undefined : joined(pieces, size))
    const take = ({ done, value }: Piece): void => {
      if (isOver) return
      if (done === true) return finish('whole', joined(pieces, size), true)
      const piece = typeof value === 'string' && source.isStream ? new TextEncoder().encode(value) : value
      if (typeof piece !== 'string' && !ArrayBuffer.isView(piece)) return finish('unfit') // no body that a Response can have
      pieces.push(piece)
      size += piece.length
      if (size > mostBytes) return finish('large', isFailed ? joined(pieces, size).slice(0, mostBytes) : undefined)
      // All that was promised: the end, which comes in another turn of the event loop, tells nothing more.
      if (size === promised && source.isStream) return finish('whole', joined(pieces, size), true)
      if (timer !== undefined && pieces.length - 1 === seenPieces) restart(patience.moment)
      read()
    }
    const fail = (error: unknown): void => {
      if (isOver) return
      if (source.isStream) finish('cut', came(), true, error)
      else finish('unfit')
    }
    const read = (): void => {
      source.read().then(take, fail)
      if (timer === undefined) {
        turns = quickTurns
        awaited = pieces.length
        waitQuickly()
      }
    }
    const waitQuickly = (): void => {
      if (isOver || timer !== undefined || pieces.length !== awaited) return
      if (turns-- > 0) return void now.then(waitQuickly)
      start = performance.now()
      end = latest(isPromised)
      restart(patience.moment)
    }
    const latest = (isAwaited: boolean): number =>
      Math.min(deadline, start + (isBeside ? patience.beside : isAwaited ? patience.promised : patience.other))
    const restart = (ms: number): void => {
      clearTimeout(timer)
      timer = setTimeout(pause, Math.max(0, Math.min(ms, end - performance.now())))
      if (isBeside) (timer as { unref?(): void }).unref?.()
    }
    const pause = (): void => {
      const now = performance.now()
      // At the deadline another clock is due too: the user's time-out.
      if (now >= end) return lastTurn(now >= deadline ? 0 : finalTurns)
      if (pieces.length !== seenPieces && size > 0) {
        const { shape, document } = shapeOf(joined(pieces, size), isFailed)
        if (shape === 'whole' || (shape === 'foreign' && !isFailed)) return finish(shape, document)
        // Not for text/plain: that is what programs call the objects that they stream token by token.
        const isJson = type !== undefined && isJsonType(type)
        const isOpen = isJson && shape === 'open' && size <= small && pieces.length <= mostPieces
        end = latest(isPromised || isOpen)
      }
      seenPieces = pieces.length
      restart(Infinity)
    }
    // A timer that fires late, since the page was busy, stands before what came meanwhile: that gets some turns of the event loop,
    // as many as unpacking it may take.
    const lastTurn = (turns: number): void => {
      if (isOver) return
      if (turns > 0) return void (timer = setTimeout(lastTurn, 1, turns - 1))
      const { shape, document } = shapeOf(joined(pieces, size), isFailed)
      if (shape === 'whole' || (shape === 'foreign' && !isFailed)) finish(shape, document)
      else finish('slow', isFailed ? came() : undefined)
    }
    read()
  })
}

function joined(pieces: readonly (Uint8Array | string)[], size: number): Uint8Array | string {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) return only
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces as readonly Uint8Array[]) whole.set(piece, (at += piece.length) - piece.length)
  return whole
}

/** What a text can still become: `open` is an unfinished JSON object, `unsure` may begin one of the other envelopes. */
interface Shape {
  readonly shape: 'whole' | 'foreign' | 'open' | 'unsure'
  readonly document?: Uint8Array
}

function shapeOf(came: Uint8Array | string, isFailed: boolean): Shape {
  if (typeof came === 'string') return { shape: 'unsure' } // it has come as a whole
  let at = came[0] === 0xef ? 3 : 0 // behind a byte order mark
  while (at < came.length && (came[at] as number) <= 0x20) at++
  const first = came[at]
  if (first === 0x7b || first === 0x5b) {
    const document = firstDocument(came, at, isFailed)
    return document === undefined ? { shape: first === 0x7b ? 'open' : 'unsure' } : { shape: 'whole', document }
  }
  // XML and HTML, JSONP, forms, guarded JSON, and a single word so far.
  const head = new TextDecoder().decode(came.subarray(at, at + 256))
  const isUnsure = /^(?:<|[\w.$]*$|[\w.$]+\(|[\w.%[\]-]+=|\)\]\}|\/\*|for\s*\(|while\s*\()/.test(head)
  return { shape: isUnsure ? 'unsure' : 'foreign' }
}

/**
 * The first JSON document from `at` on, or the first item of an array that goes on, as an array of one: a stream tells errors there.
 * From 400 on an array is waited for: it lists what is wrong.
 */
function firstDocument(bytes: Uint8Array, at: number, isFailed: boolean): Uint8Array | undefined {
  const isArray = bytes[at] === 0x5b
  let depth = 0
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === 0x22) {
      for (i++; bytes[i] !== 0x22; i++)
        if (i >= bytes.length) return undefined
        else if (bytes[i] === 0x5c) i++
    } else if (byte === 0x7b || byte === 0x5b) depth++
    else if (byte === 0x7d || byte === 0x5d) {
      depth--
      if (depth === 0) return bytes.subarray(0, i + 1)
      if (depth === 1 && isArray && !isFailed) {
        const item = new Uint8Array(i + 2)
        item.set(bytes.subarray(0, i + 1))
        item[i + 1] = 0x5d
        return item
      }
    }
  }
  return undefined
}
