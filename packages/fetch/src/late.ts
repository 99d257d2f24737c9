// Judging what a user reads. The answer stays the very Response that came; methods that tell what they read are put between it and its
// class.
import { mostBytes, type Parsed, readHeader } from '@unifault/core/adapter'
import { within } from './events.ts'
import { peek, type Seen } from './peek.ts'

/** How long a look may go on when a method of the user's own has come to its end, in ms: that method may not read the body at all. */
const afterwards = 100

/** Asked while the user reads. `caller` is the method that he called: an error's stack begins above it. */
export interface Readings {
  /**
   * Judges what was read; `undefined` stands for what is too large to be judged.
   *
   * @param parse gives the same as JSON, once for the judge and the user
   * @returns what the method rejects with, if anything
   */
  judge(read: Uint8Array | string | undefined, caller: unknown, parse?: Parse): unknown
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

/** A text as JSON; undefined where a judge has to read it in a way of its own. `isGiven`: the user gets this very value, or has read a clone. */
export type Parse = () => (Parsed & { readonly isGiven: boolean }) | undefined

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

const otherCharset = /charset\s*=\s*"?(?!utf-?8)/i

/** Parses a text when it is asked for, and once. As many characters as bytes are ASCII, which all charsets of JSON have in common. */
function parserOf(text: string, came: Uint8Array | string, { headers }: Response, isGiven: boolean): Parse {
  let found: ReturnType<Parse>
  return () => {
    if (found !== undefined || !/^[[{]/.test(text)) return found
    const isSame = text.length === came.length || !(text.includes('\uFFFD') || isOtherCharset(headers))
    try {
      if (isSame) found = { text, value: JSON.parse(text) as object, isGiven }
    } catch {
      // the judge reads it in another way, and the user is told
    }
    return found
  }
}

function isOtherCharset(headers: unknown): boolean {
  return otherCharset.test(readHeader(headers, 'content-type') ?? '')
}

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

  /** The platform's methods, where a class of the user's own has others in their place. */
  const overridden = Object.fromEntries(
    ['json', 'text', 'arrayBuffer', 'bytes', 'blob'].map((name) => {
      const methods = methodsOf(base, name)
      return [name, methods.length > 1 ? methods.at(-1) : undefined]
    }),
  )
  /**
   * Reads by a method of the class, in one step: each `await` more is felt. A failure is told, unless the caller had begun to read before:
   * that is his mistake. `caller` waits for it, so that errors can begin their stack above.
   */
  async function read<T, R>(
    response: Response,
    name: string,
    caller: unknown,
    end: (response: Response, came: T, caller: unknown) => R | Promise<R>,
  ): Promise<R> {
    const told = of(response)
    const body = bodyOf(base, response)
    // Bytes where they can be had: their charset may be another than the UTF-8 that `text` reads.
    const reads = name === 'text' && typeof body?.getReader === 'function' ? 'arrayBuffer' : name
    const isInUse = response.bodyUsed || body?.locked === true
    if (!isInUse) told?.began?.()
    let came: T
    try {
      came = (await (overridden[reads] ?? given[reads])?.call(response)) as T
    } catch (error) {
      throw told === undefined ? error : told.cut(error, caller, isInUse)
    }
    return end(response, came, caller)
  }
  function judge<T extends Uint8Array | string>(response: Response, came: T, caller: unknown, parse?: Parse): T {
    const told = of(response)
    const error = came.length > mostBytes ? told?.judge(undefined, caller) : told?.judge(came, caller, parse)
    if (error !== undefined) throw error
    return came
  }
  function bytesOf(response: Response, came: ArrayBuffer, caller: unknown): Uint8Array<ArrayBuffer> {
    return judge(response, new Uint8Array(came), caller)
  }
  /** A text, or JSON, of what was read. */
  function judgeText(isJson: boolean): (response: Response, came: ArrayBuffer | string, caller: unknown) => unknown {
    return (response, came, caller) => {
      const raw = typeof came === 'string' ? came : new Uint8Array(came)
      const text = typeof raw === 'string' ? raw : (utf8 ??= new TextDecoder()).decode(raw)
      const parse = parserOf(text, raw, response, isJson)
      judge(response, raw, caller, parse)
      return isJson ? (parse()?.value ?? JSON.parse(text)) : text
    }
  }
  const textOf = judgeText(false)
  const valueOf = judgeText(true)
  async function blobOf(response: Response, came: Blob, caller: unknown): Promise<Blob> {
    if (came.size > mostBytes) of(response)?.judge(undefined, caller)
    else judge(response, new Uint8Array(await came.arrayBuffer()), caller)
    return came
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
    text: async function text(this: Response): Promise<unknown> {
      return await read(this, 'text', text, textOf)
    },
    json: async function json(this: Response): Promise<unknown> {
      return await read(this, 'text', json, valueOf)
    },
    arrayBuffer: async function arrayBuffer(this: Response): Promise<ArrayBuffer> {
      return (await read(this, 'arrayBuffer', arrayBuffer, bytesOf)).buffer
    },
    bytes: async function bytes(this: Response): Promise<Uint8Array> {
      return await read(this, 'arrayBuffer', bytes, bytesOf)
    },
    blob: async function blob(this: Response): Promise<Blob> {
      return await read(this, 'blob', blob, blobOf)
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
      const isOwn = overridden[name] !== undefined
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
