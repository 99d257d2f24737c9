// Answers as the classifier takes them: judged by a look at the body before they are handed on, and late after it.
import { type ApiError, apiErrorOf, type Origin, originOf } from '@unifault/core'
import { type Call, decodeText, type Judging, type Kinds, type Parsed, readHeader } from '@unifault/core/adapter'
import { isEventStream, watchEvents } from './events.ts'
import { judgeReads, type Parse, type Readings } from './late.ts'
import { attachTo, judgedBy, observe, settleStacks } from './observe.ts'
import { mayTell, peek, type Seen } from './peek.ts'

/** A request as fetch was asked for it. */
export interface Asked {
  /** As it was asked, perhaps relative. */
  readonly url: string
  /** As the caller gave it; `GET` by default. */
  readonly method: string
  /** As the caller gave them. */
  readonly headers: unknown
  /** As the caller gave it. Streams are not read. */
  readonly body: unknown
  /** The caller's own signal. */
  readonly signal: AbortSignal | undefined
}

/** What adapters of fetch and its kin take beside the classifier's own options. */
export interface BodyOptions {
  /**
   * Whether errors are told that come after an answer had to be handed on: its `json()`, `text()`, `arrayBuffer()`, `bytes()` and
   * `blob()` reject with them, and `onError` is told with `late: true`. Default true.
   */
  readonly lateErrors?: boolean | undefined
  /**
   * `'watch'`: an error event in a stream of events or of lines of JSON fails the call, where it comes first and within 100 ms, and the
   * body later. The bytes pass as they are. By default such streams are not looked at.
   */
  readonly streams?: 'watch' | undefined
  /** `false`: no body is looked at; status and headers decide. Default true. */
  readonly bodies?: boolean | undefined
  /**
   * `'all'`: `originOf(error)` also gives the client's `error` and `response`, which keep the answer alive as long as the error, and in
   * ky the request. By default it gives headers, at most 64 KiB of text, and what fetch itself threw.
   */
  readonly keep?: 'all' | undefined
}

/** What these options may be. */
export const bodyOptionKinds: Kinds = { lateErrors: 'boolean', streams: ['watch'], bodies: 'boolean', keep: ['all'] }

/** What holds while one answer is judged. */
export interface Exam {
  /** Who judges. */
  readonly classify: Judging
  /** The request. */
  readonly asked: Asked
  /** Which URL has answered, where that is known. */
  readonly url?: string | undefined
  /** The call's own word, `accepted`, and the function above which an error's stack begins. */
  readonly call: Call
  /** What the adapter was told of bodies. */
  readonly options: BodyOptions
  /** The client's own error about the answer, where it has one. */
  readonly error?: unknown
  /** When the answer has to be handed on at the latest, by `performance.now()`, in ms. */
  readonly deadline?: number | undefined
  /** Told of errors that are found after the answer was handed on. */
  onLate?(error: ApiError): void
  /** What the caller gets for such an error, where that is not the ApiError; `cause` is what reading threw. */
  asThrown?(error: ApiError, response: Response, cause?: unknown): unknown
  /** Told the text that the user reads of an answer that is observed, as JSON: nobody else has the value. */
  onParsed?(parsed: Parsed): void
  /** Told that the answer is handed on, to be judged as it is read. */
  onSlow?(readings: Readings, response: Response): void
}

/** What became of an answer: the error in it, or the Response to hand on. */
export interface Examined {
  /** The error in the answer; undefined when there is none. */
  readonly error?: ApiError | undefined
  /** The answer to hand on. */
  readonly response: Response
  /** What the look has seen; undefined where there was none. */
  readonly seen?: Seen | undefined
}

/** The error in an answer as far as its body is at hand; with `undefined` status and headers decide. Tells the classifier's hooks. */
export function judgeAnswer(
  response: Response,
  body: unknown,
  exam: Exam,
  more?: Call & { event?: string | undefined; parsed?: Parsed | undefined },
): ApiError | undefined {
  const { status, headers } = response
  const { classify, asked, call } = exam
  return classify(
    {
      url: exam.url ?? answeringUrl(response, asked.url),
      requestUrl: asked.url,
      method: asked.method,
      status,
      headers,
      body,
      requestHeaders: asked.headers,
      requestBody: asked.body,
      event: more?.event,
      parsed: more?.parsed,
    },
    { ...call, ...more, origin: new AnswerOrigin(response, body, exam) },
  )
}

/** What `originOf` gives: headers and body are kept apart from the Response, which would keep the answer alive. */
class AnswerOrigin implements Origin {
  readonly error: unknown
  readonly response: Response | undefined
  readonly headers: Headers
  readonly #read: unknown

  constructor(response: Response, read: unknown, { options, error }: Exam) {
    const isAll = options.keep === 'all'
    this.error = isAll ? error : undefined
    this.response = isAll ? response : undefined
    this.headers = response.headers
    this.#read = read
  }

  /** Decoded when it is asked for. */
  get body(): unknown {
    const read = this.#read
    return read instanceof Uint8Array ? decodeText(read, readHeader(this.headers, 'content-type')) : read
  }
}

/** The error of a request that failed on the way; undefined when it is passed, or nobody judges its URL. */
export function judgeFailure(
  failure: Parameters<Judging['failure']>[0],
  { classify, asked, call, options }: Exam,
  came?: { readonly response: Response; readonly body?: unknown } & Call,
): ApiError | undefined {
  const { response, body, ...more } = came ?? {}
  const { url, method, headers: requestHeaders, body: requestBody } = asked
  const error = options.keep === 'all' || !hasRequest(failure.error) ? failure.error : failure.error.cause
  if (options.keep !== 'all') settleStacks(error)
  const origin = { error, headers: response?.headers, body, ...(options.keep === 'all' && { response }) }
  return classify.failure(failure, { url, method, requestHeaders, requestBody }, { ...call, ...more, origin })
}

/** ky's errors keep the request, and with it what it carried. */
function hasRequest(error: unknown): error is { readonly cause?: unknown } {
  return typeof error === 'object' && error !== null && 'request' in error
}

/** Looks at an answer, and arms its body's own methods where the look had to let it go. */
export async function examine(response: Response, exam: Exam): Promise<Examined> {
  const { asked, call, options, deadline } = exam
  const isFailed = response.status >= 400
  if (!isFailed && options.streams === 'watch' && isEventStream(response.headers)) return watch(response, exam, true)
  const seen = options.bodies === false ? undefined : await peek(response, { isFailed, deadline })
  if (seen?.why === 'cut') {
    if (isCancelled(seen.error, asked.signal)) {
      judgeReads(response, { judge: () => undefined, cut: (error) => endedBy(asked.signal, error) })
      return { response, seen } // its body tells so itself
    }
    // From 400 on the status is better evidence than a lost body.
    if (!isFailed) return { error: cutOff(response, seen.error, exam, { ...call, body: seen.body }), response, seen }
  }
  const error = judgeAnswer(response, isFailed || seen?.why === 'whole' ? seen?.body : undefined, exam)
  if (error === undefined && !isFailed && seen?.why === 'slow') judgeLate(response, exam)
  return { error, response, seen }
}

/** The error of a body that was cut, or that of a wrapped client inside this one, whose body fails with it. */
function cutOff(response: Response, error: unknown, exam: Exam, more: Call & { body?: unknown }): ApiError | undefined {
  return apiErrorOf(error) ?? judgeFailure({ kind: 'network', sent: true, error }, exam, { ...more, response })
}

/**
 * What the caller gets of a body that his own signal has ended. Once a Response was cloned, Node 22 calls such a body unusable, and does
 * not say why.
 */
function endedBy(signal: AbortSignal | undefined, error: unknown): unknown {
  return signal?.aborted === true && error instanceof TypeError ? (signal.reason as unknown) : error
}

/** Whether a body failed by the caller's own doing, or with what has been told already. */
function isTold(error: unknown, { asked }: Exam): boolean {
  return isCancelled(error, asked.signal) || apiErrorOf(error) !== undefined
}

/** The late verdict: one for an answer and all its clones, told once. */
function judgeLate(response: Response, exam: Exam): void {
  const { classify, asked, options } = exam
  if (options.lateErrors === false) {
    const { status, headers } = response
    return classify.unjudged(
      { url: exam.url ?? answeringUrl(response, asked.url), method: asked.method, status, headers },
      'slow',
    )
  }
  const told = { ...exam.call.told, late: true }
  let found: { error: ApiError | undefined } | undefined
  const once = (find: () => ApiError | undefined): ApiError | undefined => {
    if (found === undefined) {
      found = { error: find() }
      if (found.error !== undefined) exam.onLate?.(found.error)
    }
    return found.error
  }
  const thrown = (error: ApiError | undefined, cause?: unknown): unknown =>
    error && (exam.asThrown?.(error, response, cause) ?? error)
  const judged = (read: Seen['body'], caller?: unknown, parse?: Parse): ApiError | undefined =>
    judgeAnswer(response, read, exam, { told, caller, parsed: parse?.() })
  const readings: Readings = {
    judge: (read, caller, parse) => (read === undefined ? undefined : thrown(once(() => judged(read, caller, parse)))),
    judgeOther(text) {
      if (found?.error !== undefined && originOf(found.error).body === text) return thrown(found.error)
      const error = judged(text)
      if (error !== undefined) exam.onLate?.(error)
      return thrown(error)
    },
    cut: (error, caller, isInUse) =>
      isInUse || isTold(error, exam)
        ? endedBy(asked.signal, error)
        : (thrown(
            once(() => cutOff(response, error, exam, { told, caller })),
            error,
          ) ?? error),
  }
  judgeReads(response, readings)
  exam.onSlow?.(readings, response)
}

/** Watches a stream of events; `isFailing` is false where it is only observed. */
async function watch(response: Response, exam: Exam, isFailing: boolean): Promise<Examined> {
  const error = judgeAnswer(response, undefined, exam)
  if (error !== undefined && isFailing) return { error, response }
  const on: { handed?: Response; first: ApiError | undefined } = { first: error }
  const found = (find: (more: Call | undefined) => ApiError | undefined): ApiError | undefined => {
    const error = find(on.handed && { told: { ...exam.call.told, late: true }, caller: undefined })
    if (error === undefined) return undefined
    if (on.handed === undefined) on.first = error
    else {
      exam.onLate?.(error)
      if (!isFailing) attachTo(on.handed, error)
    }
    return error
  }
  const watched = await watchEvents(response, {
    isFailing,
    judgeEvent: ({ name, data }, delivered) =>
      found((more) => judgeAnswer(response, data, exam, { ...more, delivered, event: name ?? '' })),
    cut(error, delivered) {
      if (isTold(error, exam)) return error
      const cut = found((more) => cutOff(response, error, exam, { ...more, delivered }))
      return cut && isFailing ? (exam.asThrown?.(cut, response, error) ?? cut) : error
    },
    asThrown: (error) => exam.asThrown?.(error, response) ?? error,
  })
  on.handed = watched.response
  if (isFailing) return watched
  if (watched.first !== undefined) judgedBy(on.handed, watched.first)
  return { response: on.handed, error: on.first }
}

/** Observes an answer, which goes on as it is: from 400 on when the look has ended, below it at once. Returns the error that is known. */
export function observeAnswer(response: Response, exam: Exam): Examined | Promise<Examined> {
  const { options } = exam
  const judged = (body?: Seen['body']): Examined => ({ error: judgeAnswer(response, body, exam), response })
  if (options.bodies === false) return judged()
  if (response.status >= 400) {
    const end = (seen: Seen): Examined =>
      seen.why === 'cut' && isCancelled(seen.error, exam.asked.signal) ? { response } : judged(seen.body)
    return Promise.resolve(peek(response, { isFailed: true, deadline: exam.deadline })).then(end)
  }
  if (options.streams === 'watch' && isEventStream(response.headers)) return watch(response, exam, false)
  if (response.body === null || !mayTell(response.headers)) return judged()
  const tell = (error: ApiError | undefined): ApiError | undefined => (error && exam.onLate?.(error), error)
  observe(response, {
    judge(body, parse) {
      const parsed = parse?.()
      if (parsed?.isGiven === false) exam.onParsed?.(parsed)
      return tell(judgeAnswer(response, body, exam, { parsed }))
    },
    cut: (error) => (isTold(error, exam) ? apiErrorOf(error) : tell(cutOff(response, error, exam, {}))),
  })
  return { response }
}

/** Which URL has answered. Asking a Response costs some microseconds; without a redirect it says what was asked. */
export function answeringUrl(response: Response, asked: string): string {
  try {
    const { redirected } = response as { redirected?: boolean } // polyfills don't tell it
    return redirected === false && /^https?:/i.test(asked) ? asked : response.url || asked
  } catch {
    return asked
  }
}

/** Whether a request ended by the caller's own signal, `AbortSignal.timeout` included, or by an abort of the runtime's. */
export function isCancelled(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true || (error as { name?: unknown } | null | undefined)?.name === 'AbortError'
}
