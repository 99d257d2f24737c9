// One call of ky and all its attempts: what is put in the place of its fetch and of its parser.
import { type ApiError, type ClassifierOptions, originOf, type PerCallOptions, type Told } from '@unifault/core'
import { attachApiError, type Judging, type Parsed, type Recoverer, setOrigin, settle } from '@unifault/core/adapter'
import {
  answeringUrl,
  answerOf,
  type Asked,
  attachTo,
  type BodyOptions,
  type Exam,
  examine,
  type Examined,
  isAnswer,
  observeAnswer,
  type Readings,
  readingsOf,
  readRequest,
  releaseBody,
  urlOf,
} from '@unifault/fetch/adapter'
import { HTTPError, type NormalizedOptions, type Options } from 'ky'

/** How errors reach the caller. */
export type Mode = 'replace' | 'attach' | 'observe' | 'parseJson'

/** What a wrapping was given. */
export interface Settings {
  readonly classify: Judging
  readonly mode: Mode
  readonly maxWaitMs: number
  readonly recovery: Recoverer | undefined
  /** The one provider's, when the instance has only one. */
  readonly bound: { readonly provider: string; readonly idempotencyHeader: string | undefined } | undefined
  readonly onError: ClassifierOptions['onError']
  readonly report: (error: unknown, at: string) => void
  readonly hasOnUnjudged: boolean
  readonly body: BodyOptions
  /** Names in `context` that were told to `onDefect` already. */
  readonly nearMisses: Set<string>
}

/** One call and all its attempts. */
export interface Call {
  readonly settings: Settings
  readonly perCall: PerCallOptions
  /** ky's options of this call, which later init hooks may still change. */
  readonly options: Options
  /** The parser that the user has given. */
  readonly parseJson: Options['parseJson']
  /** Puts the user's parser back, where an attempt has put another in its place. */
  restoreParser?: (() => void) | undefined
  /** When it began, by `performance.now()`. */
  readonly start: number
  /** How many requests have been sent. */
  attempts: number
  /** What was found in the answer of a failed status, and in which. */
  verdict?: { readonly response: Response; readonly error: ApiError | undefined }
  /** ky's own error for a body, in mode attach. */
  bodyError?: Error
  /** The last failure of an attempt without an answer, and what it means. */
  failure?: { readonly of: Error; readonly error: ApiError | undefined }
  /** The last error that was made here, and the last that `onError` was told. */
  made?: ApiError | undefined
  told?: ApiError
}

export type Fetch = NonNullable<Options['fetch']>
type ParseJson = NonNullable<Options['parseJson']>

/** ky's way of saying that nothing of a failed status shall be thrown; what is only observed is told all the same. */
export function isOff({ options, settings }: Call): boolean {
  return options.throwHttpErrors === false && settings.mode !== 'observe'
}

/** Tells `onError` of an error of this call, once; errors of a wrapped client inside it have been told there. */
export function tell(call: Call, error: ApiError | undefined, told: Told): void {
  const { onError, report } = call.settings
  if (error === undefined || error !== call.made || error === call.told) return
  call.told = error
  try {
    settle(onError?.(error, { attempt: call.attempts, ...told }), (rejected) => report(rejected, 'onError'))
  } catch (thrown) {
    report(thrown, 'onError')
  }
}

/** One answer of a call, while it is judged. */
export class Attempt implements Exam {
  readonly classify: Judging
  readonly asked: Asked
  readonly call: Exam['call']
  readonly options: BodyOptions
  url: string | undefined
  error: unknown
  deadline: number | undefined
  private readonly of: Call
  private readonly input: unknown
  private readonly init: RequestInit | undefined

  constructor(
    of: Call,
    input: unknown,
    init: RequestInit | undefined,
    caller: unknown,
    accepted?: boolean,
    url?: string,
  ) {
    const { settings, options, perCall } = of
    const { method, headers, signal, ...asked } = readRequest(input, init, url)
    this.of = of
    this.input = input
    this.init = init
    this.classify = settings.classify
    // The body as it was before ky made a stream of it.
    this.asked = { url: asked.url, method, headers, signal, body: options.json ?? options.body ?? undefined }
    this.call = { ...perCall, accepted, caller }
    this.options = settings.body
  }

  onLate(error: ApiError): void {
    const { of } = this
    of.made = error
    tell(of, error, of.settings.mode === 'observe' ? {} : { late: true, willRetry: false })
  }

  /** In mode attach ky's classes stay: for a body that tells an error, and for one that is cut. */
  asThrown(error: ApiError, response: Response, cause?: unknown): unknown {
    if (this.of.settings.mode !== 'attach') return error
    if (typeof cause !== 'object' || cause === null)
      return bodyHttpError(this.of, error, response, this.input, this.init)
    attachApiError(cause, error)
    return cause
  }

  /** ky parses the text that `.json()` has read: what it was parsed to for us is given to it then, and once. */
  onParsed({ text, value }: Parsed): void {
    const { options } = this.of
    if (options.parseJson !== undefined) return
    const restore = (this.of.restoreParser = (): void => void delete options.parseJson)
    options.parseJson = (asked): unknown => (restore(), asked === text ? value : JSON.parse(asked))
  }

  /** A hook may hand on another Response: then what `.json()` parses tells it. The answer itself and its clones tell it as they are read. */
  onSlow(readings: Readings, response: Response): void {
    const { of } = this
    const { options } = of
    const { parseJson } = options
    const restore = (): void => void Object.assign(options, { parseJson })
    of.restoreParser = restore
    onEmptyText(response, restore)
    options.parseJson = (text, context): unknown => {
      const isTold = [...readingsOf(context.response)].includes(readings)
      const error = isTold ? undefined : readings.judgeOther?.(text)
      if (error !== undefined) throw error
      return parseJson === undefined ? JSON.parse(text) : parseJson(text, context)
    }
  }
}

/** Half of what is left of ky's own time-outs: the other half is for the body. */
function deadlineOf({ options, start }: Call, sent: number): number | undefined {
  const { timeout, totalTimeout } = options
  const end = Math.min(
    timeout === false ? Infinity : sent + (timeout ?? 10_000),
    typeof totalTimeout === 'number' ? start + totalTimeout : Infinity,
  )
  return end === Infinity ? undefined : (performance.now() + end) / 2
}

/**
 * ky's fetch, which throws when a body tells an error. A failed status is left to ky, with the verdict kept: ky's HTTPError has no text
 * of a body that it could not parse.
 */
export function attemptOf(call: Call): Fetch {
  const { options, perCall, settings } = call
  const { classify, mode, hasOnUnjudged } = settings
  // Looked up at each call, so that what replaces the global fetch later is used.
  const inner: Fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init))

  return async function attempt(input, init) {
    const sent = performance.now()
    call.attempts++
    call.restoreParser?.()
    const response = await inner(input, init)
    if (isOff(call) || !isAnswer(response)) return response
    if (mode === 'parseJson') return onEmptyText(response, () => Object.assign(options, { parseJson: call.parseJson }))
    const { ok, status, headers } = response
    const asked = urlOf(input)
    const url = answeringUrl(response, asked)
    const who = classify.judges(url, perCall)
    if (who === false || (who === 'failures' && status < 400)) {
      if (hasOnUnjudged) classify.unjudged({ url, method: (input as Request).method, status, headers }, 'host')
      return response
    }
    const accepted = acceptsStatus(options, response)
    const exam = new Attempt(call, input, init, attempt, accepted, asked)
    exam.url = url
    exam.deadline = deadlineOf(call, sent)
    if (mode === 'observe') {
      const observed = observeAnswer(response, exam)
      return observedAnswer(call, observed instanceof Promise ? await observed : observed, accepted)
    }
    const examined = await examine(response, exam)
    const { error } = examined
    if (!ok && !accepted) return failedAnswer(call, examined)
    if (error === undefined) return examined.response
    call.made = error
    releaseBody(examined, mode === 'attach' ? { keep: 'all' } : settings.body)
    if (mode !== 'attach') throw error
    const { seen } = examined
    const thrown = exam.asThrown(error, response, seen?.why === 'cut' ? seen.error : undefined)
    if (thrown instanceof HTTPError) {
      thrown.data = await dataOf(error, thrown, options.parseJson)
      call.bodyError = thrown
    }
    throw thrown
  }
}

/** Whether `throwHttpErrors`, as a function, accepted a failed status. */
export function acceptsStatus({ throwHttpErrors }: Options, { ok, status }: Response): boolean {
  return !ok && typeof throwHttpErrors === 'function' && !throwHttpErrors(status)
}

function observedAnswer(call: Call, { error, response }: Examined, accepted: boolean): Response {
  if (error !== undefined) {
    call.made = error
    attachTo(response, error)
    // What ky throws is told with what becomes of it.
    if (response.ok || accepted || call.options.throwHttpErrors === false) tell(call, error, {})
  }
  if (!response.ok) call.verdict = { response, error }
  return response
}

/** The answer of a failed status, for ky to throw. ky would read a body that stalls for its whole `timeout`: it gets what has come. */
function failedAnswer(call: Call, examined: Examined): Response {
  const { error, seen } = examined
  let { response } = examined
  call.made = error
  if (
    error !== undefined &&
    call.settings.mode === 'replace' &&
    seen !== undefined &&
    seen.why !== 'unfit' &&
    !(seen.why === 'whole' && seen.isEnded)
  ) {
    response = answerOf(response, seen.body)
    if (response !== examined.response) releaseBody(examined, call.settings.body)
  }
  if (error !== undefined) attachTo(response, error)
  call.verdict = { response, error }
  return response
}

/** With a parser ky asks it for an empty text too; without one, `.json(schema)` gives the schema `undefined`. It shall do so still. */
function onEmptyText(response: Response, restoreParser: () => void): Response {
  const text = response.text.bind(response)
  const value = async (): Promise<string> => {
    const read = await text()
    if (read === '') restoreParser()
    return read
  }
  Reflect.defineProperty(response, 'text', { value, configurable: true, writable: true })
  return response
}

/** ky's own error for an error that a body tells. The response stays readable. */
function bodyHttpError(
  { options }: Call,
  found: ApiError,
  response: Response,
  input: unknown,
  init?: RequestInit,
): HTTPError {
  const request = input instanceof Request ? input : new Request(input as string, init)
  const { method, headers } = request
  // ky normalises its options for hooks alone: `beforeError` puts those in the place of these.
  const error = new HTTPError(response, request, { ...options, method, headers } as unknown as NormalizedOptions)
  attachApiError(error, found)
  setOrigin(found, { ...originOf(found), error, response })
  return error
}

/** As ky fills `data`: by its parser where the type is JSON, else the text. */
async function dataOf(
  found: ApiError,
  { request, response }: HTTPError,
  parseJson: ParseJson = (text) => JSON.parse(text) as unknown,
): Promise<unknown> {
  const { body } = originOf(found)
  if (typeof body !== 'string' || body === '') return undefined
  const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';', 1)
  if (!/[/+.-]json$/i.test(mediaType.trimEnd())) return body
  try {
    return await parseJson(body, { request, response })
  } catch {
    return undefined
  }
}
