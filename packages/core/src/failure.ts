// A request that got no answer: what its failure means.
import { isRecord } from './answer.ts'
import { timedOut } from './browser.ts'
import type { Reason, Retry } from './reasons.ts'

/** Why no answer came, as an adapter knows it. */
export interface TransportFailure {
  /** `cancelled`: the user's own doing, which is never an ApiError. */
  readonly kind: 'network' | 'timeout' | 'cancelled'
  /** False when the request provably never left. */
  readonly sent?: boolean | undefined
  /** The client's own error; its `code`, or that of its causes, is shown. */
  readonly error?: unknown
}

/** What a failure without an answer means. `code` is the system's, such as `ECONNREFUSED`. */
export interface Failure {
  readonly reason: Reason
  readonly retry: Retry
  readonly code: string | undefined
}

/** Codes of Node, undici, Bun and Deno for requests that never left: refused, no route, no name, no connection in time. */
const neverSent =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|ERR_SOCKET_CONNECTION_TIMEOUT)$/
/** Time-outs while connecting: the network's, since nothing was asked yet. */
const connectTimeout = /^(?:UND_ERR_CONNECT_TIMEOUT|ERR_SOCKET_CONNECTION_TIMEOUT)$/
/** Time-outs of the runtime while an answer was awaited. */
const answerTimeout = /^(?:UND_ERR_(?:HEADERS|BODY)_TIMEOUT|TimeoutError)$/
/** OpenSSL's verification errors and Node's own: the same certificate will not become valid by asking again. */
const certificate =
  /CERT|^(?:UNABLE_TO_(?:GET|DECRYPT|DECODE|VERIFY)_\w+|HOSTNAME_MISMATCH|ERR_TLS_(?!HANDSHAKE)\w+|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/

const mostCauses = 10

/** What an error and its causes say of the system. */
interface SystemError {
  /** The innermost, since clients wrap it in codes of their own. */
  code: string | undefined
  /** It was the call to connect that failed: a time-out of the system's may come at any step. */
  isConnect: boolean
  isTimeout: boolean
  isCertificate: boolean
}

/** Words where no code tells it: Deno's, and those of a handshake that came to nothing. */
const neverConnected =
  /\bConnection refused\b|\bclient error \(Connect\)|\bbefore secure TLS connection\b|\bSSL routines:.{0,64}:(?:wrong version number|unsupported protocol|[\w/ ]{0,32}handshake failure)/

function systemError(error: unknown): SystemError {
  const found = nothingKnown()
  try {
    let one = error
    for (let depth = 0; depth < mostCauses && isRecord(one); depth++) {
      const { code, syscall, errors, name, message = one['errMsg'] } = one
      if (typeof code === 'string' && /^[A-Za-z][\w-]{2,63}$/.test(code)) found.code = code
      // Bun and Deno tell it by name or in words.
      const words = typeof message === 'string' ? message.slice(0, 512) : ''
      if (name === 'TimeoutError' || timedOut.test(words)) found.isTimeout = true
      if (syscall === 'connect' || neverConnected.test(words)) found.isConnect = true
      if (words.includes('invalid peer certificate')) found.isCertificate = true
      one = one['cause'] ?? (Array.isArray(errors) ? (errors as unknown[]).at(0) : undefined)
    }
  } catch {
    return nothingKnown() // a getter of the client's error that throws
  }
  return found
}

function nothingKnown(): SystemError {
  return { code: undefined, isConnect: false, isTimeout: false, isCertificate: false }
}

/** Reads what the system says of a failure. */
export function readFailure(failure: TransportFailure): Failure {
  const { code = '', isConnect, isTimeout, isCertificate } = systemError(failure.error)
  const isUntrusted = isCertificate || certificate.test(code)
  const isUnsent = failure.sent === false || (failure.sent === undefined && (isConnect || neverSent.test(code)))
  const isLate = failure.kind === 'timeout' || isTimeout || answerTimeout.test(code)
  const reason = isLate && !connectTimeout.test(code) ? 'timeout' : 'network'
  const retry = isUntrusted ? 'never' : reason === 'network' && isUnsent ? 'after-wait' : 'if-idempotent'
  return { reason: isUntrusted ? 'network' : reason, retry, code: code || undefined }
}

/** Codes of failures on the way; what a body of the caller's fails with has another, or none. */
const ofTransport =
  /^(?:E(?:CONN|HOST|NET|ADDR|AI_|PIPE|PROTO|TIMEDOUT|NOTFOUND)|UND_ERR_(?!REQ_CONTENT)|ERR_(?:TLS|SSL|HTTP2|STREAM_PREMATURE)|HPE_|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_)/

/** Whether a code is of a failure on the way. */
export function isTransportCode(code: string): boolean {
  return ofTransport.test(code)
}
