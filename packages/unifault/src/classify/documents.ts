// Answers from JSON documents that are read piece by piece: HAR files, arrays of records, records over several lines.
import { pipeline } from 'node:stream/promises'
import type { TransportFailure } from '@unifault/core'
import { UserError } from '../errors.ts'
import { isRecord, statusOf } from './members.ts'
import { type Exchange, headersOf } from './record.ts'

/**
 * The values of a document, one at a time; only the value that is being read is in memory.
 *
 * @param path where the array stands; undefined for an array that is the document, or for values that follow each other
 * @throws UserError where the document breaks off or is none
 */
export async function eachValue(
  source: AsyncIterable<Buffer>,
  file: string,
  path: string | undefined,
  isArray: boolean,
  take: (value: unknown) => void,
): Promise<void> {
  let count = 0
  const sink = async (values: AsyncIterable<{ value: unknown }>): Promise<void> => {
    for await (const { value } of values) {
      count++
      take(value)
    }
  }
  try {
    if (path !== undefined) {
      const [{ pick }, { streamArray }] = await Promise.all([
        import('stream-json/filters/pick.js'),
        import('stream-json/streamers/stream-array.js'),
      ])
      await pipeline(source, pick.withParserAsStream({ filter: path }), streamArray.asStream(), sink)
    } else if (isArray) {
      const { streamArray } = await import('stream-json/streamers/stream-array.js')
      await pipeline(source, streamArray.withParserAsStream(), sink)
    } else {
      const { streamValues } = await import('stream-json/streamers/stream-values.js')
      await pipeline(source, streamValues.withParserAsStream({ jsonStreaming: true }), sink)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error
    throw new UserError(`is no whole JSON document: ${(error as Error).message} (behind ${count} entries)`, { file })
  }
}

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
