import type { TransportFailure } from '@unifault/core'
import type { AxiosError } from 'axios'

/** What the system says of a failed call; several attempts to connect are one error that lists them. */
type SystemError = { readonly syscall?: unknown; readonly errors?: readonly SystemError[] } | undefined

/** The user's own limits (`maxContentLength`, `maxBodyLength`, `maxRedirects`) and mistakes (options, URL, headers, encoding): no API's fault. */
const ownFault =
  /^ERR_(?:BAD_|INVALID_|UNESCAPED_|UNKNOWN_|DEPRECATED|NOT_SUPPORT|FORM_DATA_|FR_|HTTP_|OUT_OF_RANGE|STRING_TOO_LONG|BUFFER_TOO_LARGE)/

/** What breaks off or garbles a body that was on its way: the system's codes, and those of zlib and streams. */
const brokenBody = /^(?:E(?!RR_)[A-Z]|Z_|ZSTD_|ERR_(?:_|BROTLI|ZLIB|STREAM_))/

/** How a request failed that got no answer, or no whole one; undefined when that is the user's own doing, or no failure of the way at all. */
export function failureOf(error: AxiosError): TransportFailure | undefined {
  const { code, message, request, response } = error
  const network = { kind: 'network', error } as const
  if (message === 'stream has been aborted') return { kind: isOverdue(error) ? 'timeout' : 'network', sent: true }
  if (response) return code !== undefined && brokenBody.test(code) ? { ...network, sent: true } : undefined
  if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
    const syscall = syscallOf(error)
    // Without a system call it is `config.timeout`; a browser that leaves the page uses the same code.
    if (syscall === undefined) return message === 'Request aborted' ? network : { kind: 'timeout', error }
    return syscall === 'connect' ? { ...network, sent: false } : network
  }
  // The fetch adapter has no code for a body that broke off: then a request was made, unlike after a mistake in its arguments.
  if (code === undefined) return request || message === 'Network Error' ? network : undefined
  return ownFault.test(code) ? undefined : network
}

/** The http adapter has one error, of one code, for a body that broke off and for one that made `config.timeout` run out. */
function isOverdue({ config, response }: AxiosError): boolean {
  const timeout = Number(config?.timeout)
  return timeout > 0 && (response?.duration ?? 0) >= timeout
}

function syscallOf(error: AxiosError): unknown {
  const cause = error.cause as SystemError
  return (error as SystemError)?.syscall ?? cause?.syscall ?? cause?.errors?.[0]?.syscall
}
