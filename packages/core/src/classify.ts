// The classifier as users make it: what judges answers and failures, and two further ways to ask it.
import { type Answer, isRecord, own, ownOptions, type RawResponse, ReceivedAnswer } from './answer.ts'
import type { ApiError } from './api-error.ts'
import { createJudging, type Judging } from './judging.ts'
import type { Call, ClassifierOptions } from './options.ts'
import { compilePlace, type Place, readPath } from './place.ts'
import { apiErrorOf } from './origin.ts'
import type { Provider } from './provider.ts'

/** Makes ApiErrors of answers and failures: pure, synchronous, and it never throws. */
export interface Classifier extends Judging {
  /** A verdict for each answer inside an answer, where a dialect names the list; empty where none does. */
  batch(raw: RawResponse, call?: Call): (ApiError | undefined)[]
  /**
   * The error behind an error of an SDK: the attached one, else its status, headers and body are judged anew (`status` or `statusCode`,
   * `headers` or `responseHeaders`, and `error`, `raw`, `response.data`, `responseBody`, `body` or `data`), or those of the errors inside
   * it (`lastError`, `cause`, `errors` and their kin). A body without a status is judged by what it says: it may come out of a stream.
   * Where no answer came, the system's code tells, or the words of runtimes that have none. A request whose method is not told counts as one that must not be repeated.
   * Few errors tell a URL: a list of providers then asks none, so bind the classifier to one, or name it in the call.
   */
  from(sdkError: unknown, call?: Call): ApiError | undefined
}

/**
 * A classifier for one provider, which judges every URL, or for a list, which is asked by host.
 *
 * @throws TypeError that names the option, the value and what was expected
 * @example
 * const classify = createClassifier([bilibili, baidu], { fallback: generic })
 * const error = classify({ url, method: 'GET', status: 200, headers, body: '{"code":-101,"message":"账号未登录"}' })
 */
export function createClassifier(providers: Provider | readonly Provider[], options?: ClassifierOptions): Classifier {
  const { classify, ask, readersOf, report } = createJudging(providers, options)
  return Object.assign(classify, {
    batch(raw: RawResponse, call?: Call): (ApiError | undefined)[] {
      try {
        const ofCall = ownOptions(call ?? {})
        const selected = ask(raw.url, ofCall)
        for (const judge of [selected?.judge, readersOf(ofCall).fallback])
          if (typeof judge === 'object') {
            const answer = new ReceivedAnswer(raw, judge.readers, selected?.prefix)
            for (const { batch } of judge.dialects) {
              const items = batch && itemsOf(answer, raw, batch)
              if (items !== undefined) return items.map((item) => classify(item, call))
            }
          }
      } catch (error) {
        report(error, 'classify.batch')
      }
      return []
    },
    from(sdkError: unknown, call?: Call): ApiError | undefined {
      const known = apiErrorOf(sdkError)
      if (known !== undefined) return known
      try {
        return judgeKept(errorsIn(sdkError))
      } catch (error) {
        report(error, 'classify.from')
        return undefined
      }

      function judgeKept(errors: readonly Kept[]): ApiError | undefined {
        for (const one of errors) {
          const known = apiErrorOf(one)
          if (known !== undefined) return known
        }
        const answers = errors.map(answerIn)
        for (const answer of answers)
          if (answer.body !== undefined || (answer.headers !== undefined && answer.status >= 100)) {
            const found = classify(answer, call)
            // What has no status may have come out of a stream, or be no answer at all.
            if (found !== undefined || answer.status >= 100) return found
          }
        // Some SDKs make up a status where no answer came.
        const lost = errors.find(isOfTransport)
        const bare = answers.find(({ status }) => status >= 100)
        const { url, method } = answers.find((answer) => answer.url !== undefined) ?? { url: undefined, method: '' }
        if (lost !== undefined) {
          const kind = member(lost, 'name') === 'TimeoutError' ? 'timeout' : 'network'
          return classify.failure({ kind, error: lost }, { url, method }, call)
        }
        return bare && classify(bare, call)
      }
    },
  })
}

type Kept = Record<string, unknown>

const mostErrors = 32
/** Where an error keeps the one that it was made of. */
const inner = ['lastError', 'cause', 'detail', 'originalError', 'networkError', 'error']
const bodies = ['responseBody', 'body', 'bodyText', 'data', '_data']
/** Codes of failures on the way that systems and runtimes tell. */
const ofTransport =
  /^(?:E(?:CONN|HOST|NET|AI_|PIPE|PROTO|TIMEDOUT|NOTFOUND)|UND_ERR_(?!REQ|INVALID|ABORT)|ERR_(?:TLS_|SSL_|NETWORK$|HTTP2_(?:GOAWAY|STREAM)_|SOCKET_CONNECTION)|HPE_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:GET|VERIFY)_|Connection(?:Refused|Closed|Reset)$|FailedToOpen)/
/** What runtimes say that have no codes: browsers, React Native, Cloudflare's workers, Deno. */
const wordsOfTransport =
  /^(?:(?:failed to fetch|fetch failed|load failed|terminated|network error)(?: \(.{0,64}\))?$|NetworkError when |Network (?:request (?:failed|timed out)|connection lost)|The Internet connection |error sending request for url )/i

/** A member; what a polluted prototype gives every object is none. */
function member(holder: unknown, name: string): unknown {
  return isRecord(holder) ? ((name in Object.prototype ? own(holder, name) : holder[name]) ?? undefined) : undefined
}

function pick(
  holders: readonly unknown[],
  names: readonly string[],
  isFit: (value: unknown) => boolean = (value) => value !== undefined,
): unknown {
  return holders.flatMap((holder) => names.map((name) => member(holder, name))).find(isFit)
}

/** An error and those inside it, the outermost first. */
function errorsIn(sdkError: unknown): readonly Kept[] {
  const found = isRecord(sdkError) ? [sdkError] : []
  for (let at = 0; at < found.length; at++) {
    const errors = member(found[at], 'errors')
    const next = [
      ...inner.map((name) => member(found[at], name)),
      ...(Array.isArray(errors) ? errors.slice(0, mostErrors) : []),
    ]
    for (const one of next) if (isError(one) && !found.includes(one) && found.length < mostErrors) found.push(one)
  }
  return found
}

function isError(value: unknown): value is Kept {
  return isRecord(value) && 'stack' in value
}

function isOfTransport(error: Kept): boolean {
  const message = member(error, 'message')
  return (
    ofTransport.test(String(member(error, 'code'))) ||
    member(error, 'name') === 'TimeoutError' ||
    (typeof message === 'string' && message.length <= 512 && wordsOfTransport.test(message))
  )
}

/** The answer that an error tells of; the status is NaN where it tells none. */
function answerIn(error: Kept): RawResponse {
  const response = member(error, 'response')
  const request = member(error, 'request')
  const asked = [request, member(error, 'config'), member(error, 'options')]
  const url = pick([response, request, error, ...asked], ['url']) ?? request
  const method = pick(asked, ['method'])
  return {
    url: typeof url === 'string' || url instanceof URL ? url : undefined,
    // Of one that is not told nobody knows whether it may be repeated.
    method: typeof method === 'string' ? method : '',
    status: Number(pick([error, response], ['status', 'statusCode'], (value) => Number(value) >= 100)),
    headers: pick([error, response], ['headers', 'responseHeaders']),
    body: bodyIn(error, response),
    requestHeaders: pick(asked, ['headers']),
  }
}

function bodyIn(error: Kept, response: unknown): unknown {
  // What GraphQL answers has a list of errors, which are none of the program's.
  const result = [error, response].find((holder) => {
    const errors = member(holder, 'errors')
    return Array.isArray(errors) && isRecord(errors[0]) && !isError(errors[0])
  })
  if (result !== undefined) return { errors: member(result, 'errors'), data: member(result, 'data') }
  const kept = pick([error], ['error', 'raw'], (value) => value !== undefined && !isError(value))
  const body = kept ?? pick([error, response], bodies, isBody)
  // Some keep the whole body (Anthropic), others what stands in it under `error` (OpenAI, Stripe): that is read as both.
  const isPart = kept !== undefined || (response === undefined && body === error['data'])
  return isPart && isRecord(body) && !isRecord(own(body, 'error')) ? { ...body, error: body } : body
}

/** Streams are the caller's to read. */
function isBody(value: unknown): boolean {
  return value !== undefined && !(isRecord(value) && ('getReader' in value || 'pipe' in value))
}

// ── Answers that carry other answers ──────────────────────────────────────────────────────────────────────────────────

/**
 * Where a dialect's list of answers stands (`$value`: the body itself), and what stands where in an item: paths of names, `*` for an
 * item's only member. What is left out is that of the whole answer; without `body` the item itself is judged.
 */
export interface Batch {
  /** Where the list stands. */
  readonly at: Place
  /** The HTTP status of an item. */
  readonly status?: string | undefined
  /** The headers of an item: a record, or a list of names and values. */
  readonly headers?: string | undefined
  /** The body of an item. */
  readonly body?: string | undefined
}

/** Enough for any batch that a platform takes. */
const mostItems = 1000

/** The answers in an answer; undefined when the list is not there. */
function itemsOf(answer: Answer, raw: RawResponse, batch: Batch): RawResponse[] | undefined {
  const list = compilePlace(batch.at)(answer)
  if (!Array.isArray(list)) return undefined
  return list.slice(0, mostItems).map((item: unknown) => {
    const read = (path: string | undefined): unknown => (path === undefined ? undefined : readPath(item, path))
    const status = Number(read(batch.status) ?? raw.status)
    const headers = read(batch.headers)
    return {
      ...raw,
      status: status >= 100 ? status : raw.status,
      // Meta lists its headers as records of name and value.
      headers: Array.isArray(headers) ? headers.map((one) => [own(one, 'name'), own(one, 'value')]) : (headers ?? {}),
      body: batch.body === undefined ? item : read(batch.body),
    }
  })
}
