// How a request failed that got no whole answer, where the system tells by codes.
import type { AxiosError } from 'axios'
import { type Config, isOverdue } from './answer.ts'
import { type Failure, fetchWords, isProducer } from './failure-browser.ts'

export { noteRequest } from './answer.ts'

/** What the system says of a failed call; several attempts to connect are one error that lists them. */
interface SystemError {
  readonly name?: unknown
  readonly message?: unknown
  readonly code?: unknown
  readonly syscall?: unknown
  readonly cause?: unknown
  readonly errors?: readonly SystemError[]
}

/** The user's own limits (`maxContentLength`, `maxBodyLength`, `maxRedirects`) and mistakes (options, URL, headers, encoding): no API's fault. */
const ownFault =
  /^ERR_(?:BAD_|INVALID_|UNESCAPED_|UNKNOWN_|DEPRECATED|NOT_SUPPORT|FORM_DATA_|FR_|HTTP_|OUT_OF_RANGE|STRING_TOO_LONG|BUFFER_TOO_LARGE)/

/** What breaks off or garbles a body that was on its way: the system's codes, and those of zlib and streams. */
const brokenBody = /^(?:E(?!RR_)[A-Z]|Z_|ZSTD_|ERR_(?:_|BROTLI|ZLIB|STREAM_))/

/** System calls on files; `read` is one of sockets too. */
const fileCall = /^(?:open|opendir|access|l?stat|fstat|scandir|readlink|realpath)$/
const fileReadCode = /^E(?:ISDIR|BADF|IO|INVAL|ACCES|PERM)$/

/**
 * How a request failed that got no answer, or no whole one.
 *
 * @returns undefined when that is the user's own doing (limits, mistakes, an upload that failed), or no failure of the way at all
 */
export function failureOf(error: AxiosError): Failure | undefined {
  const { code, message, request, response } = error
  const config = error.config as Config | undefined
  const network: Failure = { kind: 'network', error }
  // The http adapter has one error, of one code, for a body that broke off and for one that made `config.timeout` run out.
  if (message === 'stream has been aborted')
    return { kind: isOverdue(config, response?.duration) ? 'timeout' : 'network', sent: true }
  if (response) return code !== undefined && brokenBody.test(code) ? { ...network, sent: true } : undefined
  if (isOwnUpload(error, config?.data)) return undefined
  if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
    const syscall = syscallOf(error)
    // Without a system call it is `config.timeout`; a browser that leaves the page uses the same code.
    if (syscall === undefined) return message === 'Request aborted' ? network : { kind: 'timeout', error }
    return syscall === 'connect' ? { ...network, sent: false } : network
  }
  // The fetch adapter has no code for a body that broke off: then a request was made, unlike after a mistake in its arguments.
  if (typeof code !== 'string' || code === '') return request || message === 'Network Error' ? network : undefined
  return ownFault.test(code) ? undefined : network
}

function syscallOf(error: AxiosError): unknown {
  const cause = error.cause as SystemError | undefined
  return (error as SystemError).syscall ?? cause?.syscall ?? cause?.errors?.[0]?.syscall
}

/**
 * Whether it was the user's upload that failed: a file that is missing or a folder, a generator that throws, a request passed on whose
 * sender hung up. Told by the stream itself, by the system call, or by an error that nothing on the way to a server words so.
 */
function isOwnUpload(error: AxiosError, data: unknown): boolean {
  const upload = typeof data === 'object' && data !== null ? (data as { readonly errored?: unknown }) : undefined
  let deepest: SystemError = error as SystemError
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 4; depth++) {
    deepest = each
    const { code, syscall } = deepest
    if (upload !== undefined && upload.errored === each) return true
    if (typeof syscall !== 'string') each = deepest.cause
    else return fileCall.test(syscall) || (syscall === 'read' && fileReadCode.test(String(code)))
  }
  return (
    upload !== undefined &&
    deepest !== error &&
    (typeof error.code !== 'string' || error.code === 'ERR_NETWORK') &&
    isProducer(upload) &&
    typeof deepest.code !== 'string' &&
    !fetchWords.test(String(deepest.message))
  )
}
