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

/** The system's code in an error or its causes: the innermost, since clients wrap it in codes of their own. */
function systemCode(error: unknown): string | undefined {
  let code: string | undefined
  let one = error
  for (let depth = 0; depth < mostCauses && isRecord(one); depth++) {
    const own = one['code']
    if (typeof own === 'string' && /^[A-Za-z][\w-]{2,63}$/.test(own)) code = own
    const { errors } = one
    one = one['cause'] ?? (Array.isArray(errors) ? (errors as unknown[]).at(0) : undefined)
  }
  return code
}

/** What a failure without an answer means. */
export function readFailure(failure: TransportFailure): { reason: Reason; retry: Retry; code: string | undefined } {
  let code: string | undefined
  try {
    code = systemCode(failure.error)
  } catch {
    code = undefined // a getter of the client's error that throws
  }
  const isUnsent = failure.sent === false || (failure.sent === undefined && code !== undefined && neverSent.test(code))
  const reason = failure.kind === 'timeout' && code !== 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'network'
  if (code !== undefined && certificate.test(code)) return { reason, retry: 'never', code }
  return { reason, retry: reason === 'network' && isUnsent ? 'after-wait' : 'if-idempotent', code }
}
