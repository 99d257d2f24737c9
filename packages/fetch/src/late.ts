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
  readonly judge: (read: Uint8Array | string | undefined, caller: unknown) => unknown
  /** What a method rejects with when reading failed. */
  readonly cut: (error: unknown, caller: unknown) => unknown
  /** Told that the user begins to read by a method. */
  readonly began?: () => void
  /** Told that the user is about to get `body`. */
  readonly bodyAsked?: () => void
}

type Method = (this: unknown, ...given: never[]) => unknown
type Prototype = Record<string, Method | undefined>

/** A prototype between a Response and its class, whose methods tell what they read; one for each class. */
interface Reading {
  readonly prototype: object
  readonly readings: WeakMap<object, Readings>
}

const readingOf = /* @__PURE__ */ new WeakMap<object, Reading>()
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
  const readings = new WeakMap<object, Readings>()

  async function read<T>(response: Response, name: string, caller: unknown): Promise<T> {
    const told = readings.get(response)
    const isInUse = response.bodyUsed || bodyOf(base, response)?.locked === true
    if (!isInUse) told?.began?.()
    try {
      return (await given[name]?.call(response)) as T
    } catch (error) {
      throw isInUse || told === undefined ? error : told.cut(error, caller) // a body that is used already is the caller's mistake
    }
  }
  function judge<T extends Uint8Array | string>(response: Response, came: T, caller: unknown): T {
    const error = readings.get(response)?.judge(came.length > mostBytes ? undefined : came, caller)
    if (error !== undefined) throw error
    return came
  }
  async function readBytes(response: Response, caller: unknown): Promise<Uint8Array<ArrayBuffer>> {
    return judge(response, new Uint8Array(await read<ArrayBuffer>(response, 'arrayBuffer', caller)), caller)
  }
  async function readText(response: Response, caller: unknown): Promise<string> {
    // As bytes where they can be had: their charset may be another than the UTF-8 that `text` reads.
    if (typeof bodyOf(base, response)?.getReader === 'function')
      return (utf8 ??= new TextDecoder()).decode(await readBytes(response, caller))
    return judge(response, await read<string>(response, 'text', caller), caller)
  }
  const own = {
    text: function text(this: Response): Promise<string> {
      return readText(this, text)
    },
    json: async function json(this: Response): Promise<unknown> {
      return JSON.parse(await readText(this, json))
    },
    arrayBuffer: async function arrayBuffer(this: Response): Promise<ArrayBuffer> {
      return (await readBytes(this, arrayBuffer)).buffer
    },
    bytes: function bytes(this: Response): Promise<Uint8Array> {
      return readBytes(this, bytes)
    },
    blob: async function blob(this: Response): Promise<Blob> {
      const came = await read<Blob>(this, 'blob', blob)
      if (came.size > mostBytes) readings.get(this)?.judge(undefined, blob)
      else judge(this, new Uint8Array(await came.arrayBuffer()), blob)
      return came
    },
    clone: function clone(this: Response): Response {
      const copy = given['clone']?.call(this) as Response
      const told = readings.get(this)
      if (told !== undefined) judgeReads(copy, { judge: told.judge, cut: told.cut })
      return copy
    },
  }
  const shown: PropertyDescriptorMap = {
    body: {
      configurable: true,
      enumerable: true,
      get(this: Response) {
        readings.get(this)?.bodyAsked?.()
        return bodyOf(base, this)
      },
    },
  }
  for (const [name, value] of Object.entries(own))
    if (typeof given[name] === 'function') shown[name] = { value, configurable: true, writable: true, enumerable: true }
  const reading: Reading = { prototype: Object.create(base, shown) as object, readings }
  readingOf.set(base, reading)
  return reading
}

/**
 * Lets `json`, `text`, `arrayBuffer`, `bytes` and `blob` of a Response tell what they read, and those of its clones. They give what the
 * methods of its class give; the raw `body` stays as it is.
 */
export function judgeReads(response: Response, told: Readings): void {
  try {
    const { prototype, readings } = readingFor(Object.getPrototypeOf(response) as object)
    Object.setPrototypeOf(response, prototype)
    readings.set(response, told)
  } catch {
    // a frozen Response goes on as it is
  }
}

/** An answer that is observed: looked at beside the way, unless the user reads it first. */
interface Observation {
  isDone: boolean
  error: ApiError | undefined
  readonly waiting: ((error: ApiError | undefined) => void)[]
  readonly look: () => void
}

const observations = /* @__PURE__ */ new WeakMap<Response, Observation>()

/** What observing asks of its adapter. Both tell the hooks themselves. */
export interface Observer {
  readonly judge: (body: Uint8Array | string | undefined) => ApiError | undefined
  readonly cut: (error: unknown) => ApiError | undefined
}

/**
 * Observes an answer below 400 that is handed on at once. What the user reads by its methods is judged then, without a clone.
 * Where he asks for its `body`, or has not begun to read it in the next turn of the event loop, a clone is looked at beside him.
 */
export function observe(response: Response, { judge, cut }: Observer): void {
  const base = Object.getPrototypeOf(response) as Prototype
  let isLooking = false
  const timer = setTimeout(() => observation.look(), 0)
  ;(timer as { unref?(): void }).unref?.()

  const finish = (find: () => ApiError | undefined): undefined => {
    if (observation.isDone) return
    observation.isDone = true
    clearTimeout(timer)
    const error = (observation.error = find())
    if (error !== undefined) attachTo(response, error)
    for (const resolve of observation.waiting) resolve(error)
  }
  const observation: Observation = {
    isDone: false,
    error: undefined,
    waiting: [],
    look() {
      if (isLooking || observation.isDone) return
      isLooking = true
      const end = ({ why, body, error }: Seen): void =>
        finish(() => (why === 'cut' ? cut(error) : judge(why === 'whole' ? body : undefined)))
      // What observing has put on the Response is not for the look.
      const { headers, bodyUsed } = response
      const bare = { headers, bodyUsed, body: bodyOf(base, response), clone: () => base['clone']?.call(response) }
      void Promise.resolve(peek(bare as unknown as Response, { isFailed: false, isBeside: true })).then(end)
    },
  }
  observations.set(response, observation)
  judgeReads(response, {
    began: () => void (isLooking = true), // what the user reads is judged; no clone is needed
    bodyAsked: observation.look,
    judge: (read) => finish(() => judge(read)),
    cut: (error) => (finish(() => cut(error)), error),
  })
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
  const observation = observations.get(response)
  if (observation === undefined) return Promise.resolve(apiErrorOf(response))
  observation.look()
  if (observation.isDone) return Promise.resolve(observation.error)
  return new Promise((resolve) => observation.waiting.push(resolve))
}
