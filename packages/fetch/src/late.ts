// Judging what a user reads. The answer stays the very Response that came; methods that tell what they read are put between it and its
// class.
import { mostBytes } from '@unifault/core/adapter'
import { within } from './events.ts'
import { peek, type Seen } from './peek.ts'

/** How long a look may go on when a method of the user's own has come to its end, in ms: that method may not read the body at all. */
const afterwards = 100

/** Asked while the user reads. `caller` is the method that he called: an error's stack begins above it. */
export interface Readings {
  /**
   * Judges what was read; `undefined` stands for what is too large to be judged.
   *
   * @returns what the method rejects with, if anything
   */
  judge(read: Uint8Array | string | undefined, caller: unknown): unknown
  /** The same for the text of another Response, which a hook of the user's handed on in the place of this one. */
  judgeOther?(text: string): unknown
  /** What a method rejects with when reading failed; `isInUse` where the body was read, or ended, before that. */
  cut(error: unknown, caller: unknown, isInUse?: boolean): unknown
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

/** The methods of a name from a class up to the first that has it; what we have put between is left out. */
function methodsOf(base: object | null, name: string): (Method | undefined)[] {
  if (base === null) return []
  const above = methodsOf(Object.getPrototypeOf(base) as object | null, name)
  return readingBy.has(base) || !Object.hasOwn(base, name) ? above : [(base as Prototype)[name], ...above]
}

/** A Response as its class has it, for a look: without what was put before the class. */
export function bareOf(base: object, response: Response): Response {
  const { headers, bodyUsed } = response
  const clone = (): unknown => (base as Prototype)['clone']?.call(response)
  return { headers, bodyUsed, body: bodyOf(base, response), clone } as unknown as Response
}

/** Methods that give what those of the class give, and tell it. */
function readingFor(base: object): Reading {
  const known = readingOf.get(base)
  if (known !== undefined) return known
  const given = base as Prototype
  const key = Symbol('unifault.readings')
  const of = (response: object): Readings | undefined => (response as Watched)[key]

  /** The platform's method, where a class of the user's own has another in its place. */
  function overridden(name: string): Method | undefined {
    const methods = methodsOf(base, name)
    return methods.length > 1 ? methods.at(-1) : undefined
  }
  /** Reads by a method of the class. A failure is told, unless the caller had begun to read before: that is his mistake. */
  async function read<T>(response: Response, name: string, caller: unknown, body = bodyOf(base, response)): Promise<T> {
    const told = of(response)
    const isInUse = response.bodyUsed || body?.locked === true
    if (!isInUse) told?.began?.()
    try {
      return (await (overridden(name) ?? given[name])?.call(response)) as T
    } catch (error) {
      throw told === undefined ? error : told.cut(error, caller, isInUse)
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
  /** Where the user's own class has the method, it gives what that one gives: a clone is looked at meanwhile. */
  function beside(name: string): Method {
    return async function method(this: unknown): Promise<unknown> {
      const response = this as Response
      const told = of(response)
      told?.bodyAsked?.() // an observer looks for itself
      const bare = !told || told.bodyAsked ? undefined : bareOf(base, response)
      let seen: Seen | undefined
      // First, while it is unread.
      const look = Promise.resolve(bare && peek(bare, { isFailed: false, isBeside: true })).then(
        (came) => void (seen = came),
      )
      const [read] = await Promise.allSettled([(async () => given[name]?.call(response))()])
      await within(look, afterwards)
      const { why, body } = seen ?? ({} as Partial<Seen>)
      if (read.status === 'rejected' && why === 'cut') throw told?.cut(read.reason, method)
      const error = why === 'whole' ? told?.judge(body, method) : undefined
      if (error !== undefined) throw error
      if (read.status === 'rejected') throw read.reason
      return read.value
    }
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
    if (typeof given[name] === 'function') {
      const isOwn = name !== 'clone' && overridden(name) !== undefined
      shown[name] = { value: isOwn ? beside(name) : value, configurable: true, writable: true, enumerable: true }
    }
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

/** What is told of a Response, by those who watch it: the last one first. */
export function* readingsOf(response: object): Generator<Readings> {
  for (
    let prototype = Object.getPrototypeOf(Object(response)) as object | null;
    prototype !== null;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    const reading = readingBy.get(prototype)
    const told = reading && (response as Watched)[reading.key]
    if (told !== undefined) yield told
  }
}
