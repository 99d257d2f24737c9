// One call of ky and all its attempts: what is put in the place of its fetch and of its parser.
import {
  type ApiError,
  type Classifier,
  type ClassifierOptions,
  originOf,
  type PerCallOptions,
  type Told,
} from '@unifault/core'
import { attachApiError, own, setOrigin } from '@unifault/core/adapter'
import {
  answeringUrl,
  answerOf,
  attachTo,
  type BodyOptions,
  type Exam,
  examine,
  type Examined,
  isAnswer,
  judgeAnswer,
  observeAnswer,
  readRequest,
  releaseBody,
} from '@unifault/fetch/adapter'
import { HTTPError, type NormalizedOptions, type Options } from 'ky'

/** How errors reach the caller. */
export type Mode = 'replace' | 'attach' | 'observe' | 'parseJson'

/** What a wrapping was given. */
export interface Settings {
  readonly classify: Classifier
  readonly mode: Mode
  readonly maxWaitMs: number
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

type Fetch = NonNullable<Options['fetch']>
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
    const result: unknown = onError?.(error, { attempt: call.attempts, ...told })
    if (typeof own(result, 'then') === 'function' || result instanceof Promise)
      Promise.resolve(result).then(undefined, (rejected: unknown) => report(rejected, 'onError'))
  } catch (thrown) {
    report(thrown, 'onError')
  }
}

/** What is judged, with the body as it was before ky made a stream of it. */
export function examOf(
  call: Call,
  input: unknown,
  init: RequestInit | undefined,
  more: Partial<Exam> & { accepted?: boolean; caller?: unknown },
): Exam {
  const { accepted, caller, ...others } = more
  const { settings, options, perCall } = call
  const { classify, body: bodyOptions } = settings
  const asked = { ...readRequest(input, init), body: options.json ?? options.body ?? undefined }
  return { classify, asked, options: bodyOptions, call: { ...perCall, accepted, caller }, ...others }
}

/** Half of what is left of ky's own time-outs: the other half is for the body. */
function deadlineOf({ options, start }: Call, sent: number): number | undefined {
  const { timeout = 10_000, totalTimeout = false } = options as {
    timeout?: number | false
    totalTimeout?: number | false
  }
  const ends = [timeout === false ? Infinity : sent + timeout, totalTimeout === false ? Infinity : start + totalTimeout]
  const end = Math.min(...ends)
  const now = performance.now()
  return end === Infinity ? undefined : now + (end - now) / 2
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
  const { parseJson } = options

  return async function attempt(input, init) {
    const sent = performance.now()
    call.attempts++
    const response = await inner(input, init)
    if (isOff(call) || !isAnswer(response)) return response
    if (mode === 'parseJson') return noteEmptyText(response, options, parseJson)
    const { ok, status, headers } = response
    const url = answeringUrl(response, input)
    const who = classify.judges(url, perCall)
    if (who === false || (who === 'failures' && status < 400)) {
      if (hasOnUnjudged) classify.unjudged({ url, method: (input as Request).method, status, headers }, 'host')
      return response
    }
    const accepted = acceptsStatus(options, response)
    const found = (error: ApiError): void => tell(call, (call.made = error), { late: true, willRetry: false })
    const exam = examOf(call, input, init, {
      url,
      accepted,
      caller: attempt,
      deadline: deadlineOf(call, sent),
      onLate: found,
      onSlow(readings) {
        // A hook may hand on a clone or another Response: then what `.json()` parses tells it.
        noteEmptyText(response, options, parseJson)
        options.parseJson = (text, context): unknown => {
          const error = readings.judge(text, undefined)
          if (error !== undefined) throw error
          return parseJson === undefined ? JSON.parse(text) : parseJson(text, context)
        }
      },
    })
    if (mode === 'observe')
      return observeAttempt(call, response, { ...exam, onLate: (error) => tell(call, (call.made = error), {}) })
    const examined = await examine(response, exam)
    const { error } = examined
    if (!ok && !accepted) return failedAnswer(call, examined)
    if (error === undefined) return examined.response
    call.made = error
    releaseBody(examined, mode === 'attach' ? { keep: 'all' } : settings.body)
    throw mode === 'attach' ? await bodyHttpError(call, error, response, input, init) : error
  }
}

/** Whether `throwHttpErrors`, as a function, accepted a failed status. */
function acceptsStatus({ throwHttpErrors }: Options, { ok, status }: Response): boolean {
  return !ok && typeof throwHttpErrors === 'function' && !throwHttpErrors(status)
}

async function observeAttempt(call: Call, response: Response, exam: Exam): Promise<Response> {
  const { error, response: handed } = await observeAnswer(response, exam)
  if (error !== undefined) {
    call.made = error
    attachTo(handed, error)
    // What ky throws is told with what becomes of it.
    if (response.ok || exam.call.accepted === true || call.options.throwHttpErrors === false) tell(call, error, {})
  }
  if (!response.ok) call.verdict = { response: handed, error }
  return handed
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

/** ky's parser, which throws when the body tells an error. For a failed status ky throws by itself and only wants the data. */
export function parseJsonOf(call: Call, given: ParseJson | undefined): ParseJson {
  return function parseJson(text, context) {
    const { response, request } = context
    // A parser of the user's own may give the members other names: then the text is judged.
    const value: unknown = given === undefined ? parsed(text) : undefined
    if (!isOff(call)) {
      const accepted = acceptsStatus(call.options, response)
      const error = judgeAnswer(
        response,
        value ?? text,
        examOf(call, request, undefined, { accepted, caller: parseJson }),
      )
      call.made = error
      if (!response.ok && !accepted) call.verdict = { response, error }
      else if (error !== undefined) {
        tell(call, error, { willRetry: false })
        throw error
      }
    }
    if (given !== undefined) return given(text, context)
    return value === undefined ? JSON.parse(text) : value
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the text is judged first; then the parser throws once more, as it does without us
  }
}

/** With a parser ky asks it for an empty text too; without one, `.json(schema)` gives the schema `undefined`. It shall do so still. */
function noteEmptyText(response: Response, options: Options, given: ParseJson | undefined): Response {
  const text = response.text.bind(response)
  const value = async (): Promise<string> => {
    const read = await text()
    if (read === '') Object.assign(options, { parseJson: given })
    return read
  }
  Reflect.defineProperty(response, 'text', { value, configurable: true, writable: true })
  return response
}

/** ky's own error for an error that a body tells, with `data` as ky fills it. The response stays readable. */
async function bodyHttpError(
  call: Call,
  apiError: ApiError,
  response: Response,
  input: unknown,
  init?: RequestInit,
): Promise<HTTPError> {
  const request = input instanceof Request ? input : new Request(input as string, init)
  const { method, headers } = request
  // ky normalises its options for hooks alone: `beforeError` puts those in the place of these.
  const error = new HTTPError(response, request, { ...call.options, method, headers } as unknown as NormalizedOptions)
  const origin = originOf(apiError)
  error.data = await dataOf(origin.body, request, response, call.options)
  attachApiError(error, apiError)
  setOrigin(apiError, { ...origin, error, response })
  call.bodyError = error
  return error
}

async function dataOf(body: unknown, request: Request, response: Response, { parseJson }: Options): Promise<unknown> {
  if (typeof body !== 'string' || body === '') return undefined
  const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';', 1)
  if (!/[/+.-]json$/i.test(mediaType.trimEnd())) return body
  try {
    return await (parseJson === undefined ? JSON.parse(body) : parseJson(body, { request, response }))
  } catch {
    return undefined
  }
}
