// How a request failed that got no whole answer, in a browser: no system's code tells why.
import type { AxiosError } from 'axios'

/** What becomes of a failed request: `sent: false` says that it provably never left. */
export interface Failure {
  readonly kind: 'network' | 'timeout'
  readonly sent?: boolean
  readonly error?: unknown
}

/** How fetch and its mocks word that no answer came, in an error without a code. */
export const fetchWords: RegExp = /fetch|network|terminated|load failed|socket|connection/i

/**
 * How a request failed that got no answer; `failure.ts` does so everywhere else.
 *
 * @returns undefined when that is the user's own doing (mistakes, limits, an upload that failed), or no failure of the way at all
 */
export function failureOf(error: AxiosError): Failure | undefined {
  const { code, message, request, response, cause, config } = error
  const network: Failure = { kind: 'network', error }
  const isCodeless = code === undefined || code === ''
  if (response) return undefined
  if (code === 'ECONNABORTED' || code === 'ETIMEDOUT')
    return message === 'Request aborted' ? network : { kind: 'timeout', error }
  if (!isCodeless && code !== 'ERR_NETWORK') return code.startsWith('ERR_') ? undefined : network
  // What a stream of the user's fails with is no word of fetch's.
  const data: unknown = config?.data
  const isOwn =
    cause instanceof Error &&
    typeof data === 'object' &&
    data !== null &&
    isProducer(data) &&
    !fetchWords.test(cause.message)
  // The fetch adapter has no code for a body that broke off: then a request was made, unlike after a mistake in its arguments.
  return isOwn || !(code || request || message === 'Network Error') ? undefined : network
}

/** Nothing need be noted: a browser's forms keep what was put into them, and its adapters tell a time-out from a break. */
export function noteRequest(_config: object): void {}

/** Whether a body is produced while it is sent: a stream, an iterator, a Blob, or a form of such. */
export function isProducer(data: object): boolean {
  return (
    'pipe' in data ||
    'getReader' in data ||
    Symbol.asyncIterator in data ||
    /^(?:FormData|Blob|File)$/.test(Object.prototype.toString.call(data).slice(8, -1))
  )
}
