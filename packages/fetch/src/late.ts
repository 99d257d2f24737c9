// Judging what a user reads: the late verdict on an answer that had to be handed on unread, and the observing of answers that go on
// untouched. The answer stays the very Response that came; methods that tell what they read are put between it and its class.
import { type ApiError, apiErrorOf } from '@unifault/core'
import { attachApiError, mostBytes } from '@unifault/core/adapter'
import { peek, type Seen } from './peek.ts'

/** Asked while the user reads. `caller` is the method that he called: an error's stack begins above it. */
export interface Readings {
  /**
   * Judges what was read; `undefined` stands for what is too large to be judged.
   *
   * @returns what the method rejects with, if anything
   */
  judge(read: Uint8Array | string | undefined, caller: unknown): unknown
  /** What a method rejects with when reading failed. */
  cut(error: unknown, caller: unknown): unknown
  /** Told that the user begins to read by a method. */
  began?(): void
  /** Told that the user is about to get `body`. */
  bodyAsked?(): void
  /** What is told of a clone, where that is something else. */
  ofClone?(): Readings
}

type Method = (this: unknown, ...given: never[]) => unknown
type Prototype = Record<string, Method | undefined>

/** A prototype between a Response and its class, whose methods tell what they read; one for each class. */
interface Reading {
  readonly prototype: object
  /** Under which a Response has what is told of it, not enumerable. A WeakMap would cost several times as much. */
  readonly key: symbol
}

type Watched = Record<symbol, Readings | undefined>

/** By the prototype of a class, and by the one that was put before it. */
const readingOf = /* @__PURE__ */ new WeakMap<object, Reading>()
const readingBy = /* @__PURE__ */ new WeakMap<object, Reading>()
/** Made at first use, and once: making one costs more than reading a small body with it. */
let utf8: InstanceType<typeof TextDecoder> | undefined

/** The `body` of a Response as its class has it. */
function bodyOf(prototype: object, response: unknown): ReadableStream | null | undefined {
  return Reflect.get(prototype, 'body', response) as ReadableStream | null | undefined
}

/** Methods that give what those of the class give, and tell it. */
function readingFor(base: object): Reading {
  const known = readingOf.get(base)
  if (known !== undefined) return known
  const given = base as Prototype
  const key = Symbol('unifault.readings')
  const of = (response: object): Readings | undefined => (response as Watched)[key]

  /** Reads by a method of the class. A failure is told, unless the caller had begun to read before: that is his mistake. */
  async function read<T>(response: Response, name: string, caller: unknown, body = bodyOf(base, response)): Promise<T> {
    const told = of(response)
    const isInUse = response.bodyUsed || body?.locked === true
    if (!isInUse) told?.began?.()
    try {
      return (await given[name]?.call(response)) as T
    } catch (error) {
      throw isInUse || told === undefined ? error : told.cut(error, caller)
    }
  }
  function judge<T extends Uint8Array | string>(response: Response, came: T, caller: unknown): T {
    const error = of(response)?.judge(came.length > mostBytes ? undefined : came, caller)
    if (error !== undefined) throw error
    return came
  }
  async function bytesOf(response: Response, caller: unknown): Promise<Uint8Array<ArrayBuffer>> {
    return judge(response, new Uint8Array(await read<ArrayBuffer>(response, 'arrayBuffer', caller)), caller)
  }
  /** Read as bytes where they can be had: their charset may be another than the UTF-8 that `text` reads. */
  async function textOf(response: Response, caller: unknown): Promise<string> {
    const body = bodyOf(base, response)
    const name = typeof body?.getReader === 'function' ? 'arrayBuffer' : 'text'
    const came = await read<ArrayBuffer | string>(response, name, caller, body)
    if (typeof came === 'string') return judge(response, came, caller)
    return (utf8 ??= new TextDecoder()).decode(judge(response, new Uint8Array(came), caller))
  }
  const own = {
    text: function text(this: Response): Promise<string> {
      return textOf(this, text)
    },
    json: async function json(this: Response): Promise<unknown> {
      return JSON.parse(await textOf(this, json))
    },
    arrayBuffer: async function arrayBuffer(this: Response): Promise<ArrayBuffer> {
      return (await bytesOf(this, arrayBuffer)).buffer
    },
    bytes: function bytes(this: Response): Promise<Uint8Array> {
      return bytesOf(this, bytes)
    },
    blob: async function blob(this: Response): Promise<Blob> {
      const came = await read<Blob>(this, 'blob', blob)
      if (came.size > mostBytes) of(this)?.judge(undefined, blob)
      else judge(this, new Uint8Array(await came.arrayBuffer()), blob)
      return came
    },
    clone: function clone(this: Response): Response {
      const copy = given['clone']?.call(this) as Response
      const told = of(this)
      if (told !== undefined) judgeReads(copy, told.ofClone?.() ?? told)
      return copy
    },
  }
  const shown: PropertyDescriptorMap = {
    body: {
      configurable: true,
      enumerable: true,
      get(this: Response) {
        of(this)?.bodyAsked?.()
        return bodyOf(base, this)
      },
    },
  }
  for (const [name, value] of Object.entries(own))
    if (typeof given[name] === 'function') shown[name] = { value, configurable: true, writable: true, enumerable: true }
  const reading: Reading = { prototype: Object.create(base, shown) as object, key }
  readingOf.set(base, reading)
  readingBy.set(reading.prototype, reading)
  return reading
}

/**
 * Lets `json`, `text`, `arrayBuffer`, `bytes` and `blob` of a Response tell what they read, and those of its clones. They give what the
 * methods of its class give; the raw `body` stays as it is.
 */
export function judgeReads(response: Response, told: Readings): void {
  try {
    const { prototype, key } = readingFor(Object.getPrototypeOf(response) as object)
    Object.defineProperty(Object.setPrototypeOf(response, prototype), key, { value: told })
  } catch {
    // a frozen Response goes on as it is
  }
}

/** What observing asks of its adapter, which tells the hooks. */
export interface Observer {
  judge(body: Uint8Array | string | undefined): ApiError | undefined
  cut(error: unknown): ApiError | undefined
}

/** An answer that is observed: judged when the user reads it, or looked at beside the way. */
class Observation implements Readings {
  error: ApiError | undefined
  isDone = false
  private isLooking = false
  private readonly response: Response
  private readonly base: object
  private readonly observer: Observer
  private readonly timer: ReturnType<typeof setTimeout>
  private waiting: ((error: ApiError | undefined) => void)[] | undefined

  constructor(response: Response, observer: Observer) {
    this.response = response
    this.base = Object.getPrototypeOf(response) as object
    this.observer = observer
    this.timer = setTimeout(lookLater, 0, this)
    ;(this.timer as { unref?(): void }).unref?.()
  }

  /** What the user reads is judged; no clone is needed. */
  began(): void {
    this.isLooking = true
    clearTimeout(this.timer)
  }

  bodyAsked(): void {
    this.look()
  }

  judge(read: Uint8Array | string | undefined): undefined {
    if (!this.isDone) this.finish(this.observer.judge(read))
  }

  cut(error: unknown): unknown {
    if (!this.isDone) this.finish(this.observer.cut(error))
    return error
  }

  ofClone(): Readings {
    return { judge: (read) => this.judge(read), cut: (error) => this.cut(error) }
  }

  look(): void {
    if (this.isLooking || this.isDone) return
    this.isLooking = true
    const { response, base } = this
    // What observing has put before the class is not for the look.
    const { headers, bodyUsed } = response
    const clone = (): unknown => (base as Prototype)['clone']?.call(response)
    let bare = response
    try {
      bare = { headers, bodyUsed, body: bodyOf(base, response), clone } as unknown as Response
    } catch {
      // in a Proxy of a framework's, which the class does not know: it is looked at as the user would
    }
    const end = ({ why, body, error }: Seen): unknown =>
      why === 'cut' ? this.cut(error) : this.judge(why === 'whole' ? body : undefined)
    void Promise.resolve(peek(bare, { isFailed: false, isBeside: true })).then(end)
  }

  wait(): Promise<ApiError | undefined> {
    this.look()
    if (this.isDone) return Promise.resolve(this.error)
    return new Promise((resolve) => (this.waiting ??= []).push(resolve))
  }

  private finish(error: ApiError | undefined): void {
    this.isDone = true
    clearTimeout(this.timer)
    this.error = error
    if (error !== undefined) attachTo(this.response, error)
    this.waiting?.forEach((resolve) => resolve(error))
  }
}

function lookLater(observation: Observation): void {
  observation.look()
}

/**
 * Observes an answer below 400 that is handed on at once. What the user reads by its methods is judged then, without a clone.
 * Where he asks for its `body`, or has not begun to read it in the next turn of the event loop, a clone is looked at beside him.
 */
export function observe(response: Response, observer: Observer): void {
  judgeReads(response, new Observation(response, observer))
}

/**
 * V8 words a stack when it is first read. Until then its frames keep alive what ran, such as ky's own object, and with that what was sent.
 */
export function settleStacks(error: unknown): void {
  try {
    for (let each = error, depth = 0; each instanceof Error && depth < 8; each = each.cause, depth++) void each.stack
  } catch {
    // an `Error.prepareStackTrace` of the user's that throws
  }
}

/** Makes `apiErrorOf` answer for a Response and for its headers, which SDKs keep. */
export function attachTo(response: Response, error: ApiError): void {
  attachApiError(response, error)
  if (typeof response.headers === 'object' && response.headers !== null) attachApiError(response.headers, error)
}

/**
 * The ApiError in an answer that `mode: 'observe'` handed on. It waits until the answer is judged: when the user has read it, or after
 * a look at the beginning of its body, within 10 seconds. From 400 on, and for any other value, it answers at once.
 *
 * @returns undefined for a success, for what is passed, and for what nobody observes
 * @example
 * const response = await observingFetch(url)
 * const error = await observed(response)
 */
export function observed(response: Response): Promise<ApiError | undefined> {
  for (let prototype: unknown = Object.getPrototypeOf(response); prototype !== null && prototype !== undefined;) {
    const reading = readingBy.get(prototype)
    const told = reading && (response as unknown as Watched)[reading.key]
    if (told instanceof Observation) return told.wait()
    prototype = Object.getPrototypeOf(prototype)
  }
  return Promise.resolve(apiErrorOf(response))
}
