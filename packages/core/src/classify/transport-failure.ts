import { isRecord } from '../reading/is-record.ts'
import type { Reason } from '../taxonomy/reason.ts'
import type { Retry } from '../taxonomy/retry.ts'

/** Why no answer came, as an adapter knows it. */
export interface TransportFailure {
  readonly kind: 'network' | 'timeout' | 'cancelled'
  /** False when the request provably never left. */
  readonly sent?: boolean
  /** The client's own error; its `code`, or that of its causes, is shown. */
  readonly error?: unknown
}

/** Codes of Node, undici, Bun and Deno for requests that never left: refused, no route, no name, no connection in time. */
const neverSent =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/
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
}

function systemError(error: unknown): SystemError {
  const found: SystemError = { code: undefined, isConnect: false }
  try {
    let one = error
    for (let depth = 0; depth < mostCauses && isRecord(one); depth++) {
      const own = one['code']
      if (typeof own === 'string' && /^[A-Za-z][\w-]{2,63}$/.test(own)) found.code = own
      if (one['syscall'] === 'connect') found.isConnect = true
      const { errors } = one
      one = one['cause'] ?? (Array.isArray(errors) ? (errors as unknown[]).at(0) : undefined)
    }
  } catch {
    return { code: undefined, isConnect: false } // a getter of the client's error that throws
  }
  return found
}

/** What a failure without an answer means. */
export function readFailure(failure: TransportFailure): { reason: Reason; retry: Retry; code: string | undefined } {
  const { code, isConnect } = systemError(failure.error)
  const neverLeft = isConnect || (code !== undefined && neverSent.test(code))
  const isUnsent = failure.sent === false || (failure.sent === undefined && neverLeft)
  const reason = failure.kind === 'timeout' && code !== 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'network'
  if (code !== undefined && certificate.test(code)) return { reason, retry: 'never', code }
  return { reason, retry: reason === 'network' && isUnsent ? 'after-wait' : 'if-idempotent', code }
}
