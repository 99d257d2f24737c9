// Judging what a user reads: the late verdict on an answer that had to be handed on unread, and the observing of answers that go on
// untouched. The answer stays the very Response that came; its own methods are put before those of its class.
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
  /** Told that reading begins. */
  readonly began?: () => void
  /** The Response's `body` as it is; `undefined` in runtimes without streams. */
  readonly bodyOf?: () => unknown
}

type Method = (...given: never[]) => unknown

/**
 * Puts `json`, `text`, `arrayBuffer`, `bytes`, `blob` and `clone` of its own on a Response, which tell what they read. They give what
 * the methods of its class give; the raw `body` stays as it is.
 */
export function judgeReads(response: Response, readings: Readings): void {
  const { text, arrayBuffer, blob, bytes, clone } = response as unknown as Record<string, Method | undefined>
  const bodyOf = readings.bodyOf ?? (() => response.body as unknown)
  const hasStream = typeof (bodyOf() as ReadableStream | null | undefined)?.getReader === 'function'

  async function read<T>(method: Method | undefined, caller: unknown): Promise<T> {
    const isInUse = response.bodyUsed || (bodyOf() as ReadableStream | null | undefined)?.locked === true
    if (!isInUse) readings.began?.()
    try {
      return (await method?.call(response)) as T
    } catch (error) {
      throw isInUse ? error : readings.cut(error, caller) // a body that is used already is the caller's mistake
    }
  }
  function judge<T extends Uint8Array | string>(came: T, caller: unknown): T {
    const error = readings.judge(came.length > mostBytes ? undefined : came, caller)
    if (error !== undefined) throw error
    return came
  }
  async function readBytes(caller: unknown): Promise<Uint8Array<ArrayBuffer>> {
    return judge(new Uint8Array(await read<ArrayBuffer>(arrayBuffer, caller)), caller)
  }
  async function readText(caller: unknown): Promise<string> {
    // As bytes where they can be had: their charset may be another than the UTF-8 that `text` reads.
    if (hasStream && arrayBuffer !== undefined) return new TextDecoder().decode(await readBytes(caller))
    return judge(await read<string>(text, caller), caller)
  }
  const own: Record<string, Method> = {}
  if (text !== undefined) {
    own['text'] = () => readText(own['text'])
    own['json'] = async () => JSON.parse(await readText(own['json'])) as unknown
  }
  if (hasStream) {
    own['arrayBuffer'] = async () => (await readBytes(own['arrayBuffer'])).buffer
    if (bytes !== undefined) own['bytes'] = () => readBytes(own['bytes'])
    own['blob'] = async () => {
      const came = await read<Blob>(blob, own['blob'])
      if (came.size > mostBytes) readings.judge(undefined, own['blob'])
      else judge(new Uint8Array(await came.arrayBuffer()), own['blob'])
      return came
    }
  }
  own['clone'] = () => {
    const copy = clone?.call(response) as Response
    judgeReads(copy, { judge: readings.judge, cut: readings.cut })
    return copy
  }
  const shown: PropertyDescriptorMap = {}
  for (const name of Object.keys(own)) shown[name] = { value: own[name], configurable: true, writable: true }
  try {
    Object.defineProperties(response, shown)
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
  const parent: unknown = Object.getPrototypeOf(response)
  const clone = response.clone as unknown as Method
  const given = Object.getOwnPropertyDescriptor(response, 'body')
  const bodyOf = (): unknown =>
    given === undefined ? Reflect.get(parent as object, 'body', response) : (given.value ?? given.get?.call(response))
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
      const bare = { headers, bodyUsed, body: bodyOf(), clone: () => clone.call(response) }
      void Promise.resolve(peek(bare as unknown as Response, { isFailed: false, isBeside: true })).then(end)
    },
  }
  observations.set(response, observation)
  judgeReads(response, {
    bodyOf,
    began: () => void (isLooking = true), // what the user reads is judged; no clone is needed
    judge: (read) => finish(() => judge(read)),
    cut: (error) => (finish(() => cut(error)), error),
  })
  try {
    Object.defineProperty(response, 'body', {
      configurable: true,
      get() {
        observation.look()
        return bodyOf()
      },
    })
  } catch {
    // a frozen Response: the look of the next turn sees it
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
  const observation = observations.get(response)
  if (observation === undefined) return Promise.resolve(apiErrorOf(response))
  observation.look()
  if (observation.isDone) return Promise.resolve(observation.error)
  return new Promise((resolve) => observation.waiting.push(resolve))
}
