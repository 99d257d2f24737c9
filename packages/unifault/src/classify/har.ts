// An entry of a HAR, what browsers save of their network panel, as the answer that it tells of.
import type { TransportFailure } from '@unifault/core'
import { isRecord, statusOf } from './members.ts'
import { type Exchange, headersOf } from './record.ts'

/** As much of a body as the classifier reads. */
const mostText = 1_048_576

/** An entry of a HAR. https://w3c.github.io/web-performance/specs/HAR/Overview.html */
export function exchangeOfEntry(entry: unknown): Exchange | undefined {
  const { request, response } = isRecord(entry) ? entry : {}
  if (!isRecord(request) || !isRecord(response) || typeof request['url'] !== 'string') return undefined
  const status = statusOf(response['status'])
  const failure = Number.isNaN(status) ? failureOf(response['_error']) : undefined
  if (Number.isNaN(status) && failure === undefined) return undefined
  const content = isRecord(response['content']) ? response['content'] : {}
  const { text, encoding } = content
  const post = request['postData']
  return {
    url: request['url'],
    method: typeof request['method'] === 'string' ? request['method'] : '',
    status,
    headers: headersOf(response['headers']),
    body:
      typeof text !== 'string'
        ? undefined
        : encoding === 'base64' && text.length <= mostText * 1.4
          ? Buffer.from(text, 'base64')
          : text,
    requestHeaders: headersOf(request['headers']),
    requestBody: isRecord(post) ? post['text'] : undefined,
    ...(failure && { failure }),
  }
}

/** What Chromium writes where no answer came, such as `net::ERR_CONNECTION_REFUSED`. */
function failureOf(error: unknown): TransportFailure | undefined {
  const code = typeof error === 'string' ? /\bERR_\w+/.exec(error)?.[0] : undefined
  if (code === undefined) return undefined
  if (/ABORTED|BLOCKED_BY/.test(code)) return { kind: 'cancelled' }
  return {
    kind: /TIMED_OUT/.test(code) ? 'timeout' : 'network',
    sent: /REFUSED|NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|CERT/.test(code) ? false : undefined,
    error: { code },
  }
}
