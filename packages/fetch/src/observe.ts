// Observing answers that go on untouched: judged when the user reads them, or looked at beside the way.
import { type ApiError, apiErrorOf } from '@unifault/core'
import { attachApiError } from '@unifault/core/adapter'
import { within } from './events.ts'
import { bareOf, judgeReads, type Parse, type Readings, readingsOf } from './late.ts'
import { peek, type Seen } from './peek.ts'

/** How long `observed` waits for the first piece of a stream, in ms. */
const mostPatience = 10_000

/** What observing asks of its adapter, which tells the hooks. */
export interface Observer {
  judge(body: Uint8Array | string | undefined, parse?: Parse): ApiError | undefined
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
  private readonly turn: ReturnType<typeof nextTurn>
  private waiting: ((error: ApiError | undefined) => void)[] | undefined

  constructor(response: Response, observer: Observer) {
    this.response = response
    this.base = Object.getPrototypeOf(response) as object
    this.observer = observer
    this.turn = nextTurn(this)
  }

  /** What the user reads is judged; no clone is needed. */
  began(): void {
    this.isLooking = true
    stopTurn(this.turn)
  }

  bodyAsked(): void {
    this.look()
  }

  judge(read: Uint8Array | string | undefined, _caller?: unknown, parse?: Parse): undefined {
    if (!this.isDone) this.finish(this.observer.judge(read, parse))
  }

  cut(error: unknown, _caller?: unknown, isInUse?: boolean): unknown {
    if (!this.isDone && !isInUse) this.finish(this.observer.cut(error))
    return error
  }

  ofClone(): Readings {
    // What is read of a clone says nothing of what the caller will read.
    return {
      judge: (read, caller, parse) => this.judge(read, caller, parse && (() => asGiven(parse()))),
      cut: (...given) => this.cut(...given),
    }
  }

  look(): void {
    if (this.isLooking || this.isDone) return
    this.isLooking = true
    const { response, base } = this
    let bare = response
    try {
      bare = bareOf(base, response)
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
    stopTurn(this.turn)
    this.error = error
    if (error !== undefined) attachTo(this.response, error)
    this.waiting?.forEach((resolve) => resolve(error))
  }
}

function asGiven(parsed: ReturnType<Parse>): ReturnType<Parse> {
  return parsed && { ...parsed, isGiven: true }
}

function look(observation: Observation): void {
  observation.look()
}

/** Looks in the next turn of the event loop: in servers by what costs a tenth of a timer. */
function nextTurn(observation: Observation): NodeJS.Immediate | ReturnType<typeof setTimeout> {
  return typeof setImmediate === 'function' ? setImmediate(look, observation) : setTimeout(look, 0, observation)
}

function stopTurn(turn: ReturnType<typeof nextTurn>): void {
  if (typeof clearImmediate === 'function') clearImmediate(turn as NodeJS.Immediate)
  else clearTimeout(turn as ReturnType<typeof setTimeout>)
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

/** When the first piece of a stream that is watched is judged. */
const streams = /* @__PURE__ */ new WeakMap<object, Promise<void>>()

/** Lets `observed` wait for the first piece of a stream. */
export function judgedBy(response: Response, first: Promise<void>): void {
  streams.set(response, first)
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
export async function observed(response: Response): Promise<ApiError | undefined> {
  for (const told of readingsOf(response)) if (told instanceof Observation) return told.wait()
  const first = streams.get(response)
  if (first !== undefined) await within(first, mostPatience)
  return apiErrorOf(response)
}
