import { isTexty } from '@unifault/core/adapter'
import type { AxiosResponse } from 'axios'

/** As far as bytes are decoded: a larger body is no error envelope. */
const mostBytes = 65_536

const json = /^\s*[\w.+-]+\/(?:[\w.+-]+\+)?json\b/i

/** How text begins that was meant as a JSON document, a page, a guarded document or a JSONP call, and did not parse. */
const unparsed = /^\s*(?:\{\s*["}]|\[\s*[[\]{"\d-]|<|\)\]\}|[\w$.]{1,64}\s*\()/

/** Bodies that are for the user to read. The http adapter gives a string for `blob`: it counts as the Blob that the others give. */
const unread = new Set(['stream', 'blob', 'formdata', 'response'])

/**
 * A response's data as far as it may tell an error: what axios parsed, text, or small bytes of a texty media type.
 * Undefined leaves the status alone to decide, so that every adapter of axios gives the same error.
 */
export function readableBody({ data, headers, config }: AxiosResponse<unknown>): unknown {
  const type = config.responseType?.toLowerCase() ?? ''
  if (unread.has(type)) return undefined
  if (typeof data === 'string') {
    if (type !== '' && type !== 'json') return data
    // axios has parsed this: either it did not parse, or it was a JSON string. The latter must not be taken for broken JSON.
    return !json.test(contentType(headers)) || unparsed.test(data) ? data : undefined
  }
  if (typeof data !== 'object' || data === null) return undefined
  if (ArrayBuffer.isView(data) || tagOf(data) === 'ArrayBuffer') {
    const mediaType = contentType(headers)
    const { byteLength } = data as ArrayBufferLike | ArrayBufferView
    return byteLength <= mostBytes && (mediaType === '' || isTexty(mediaType)) ? data : undefined
  }
  const tag = tagOf(data)
  return tag === 'Object' || tag === 'Array' ? data : undefined
}

/** The tag is asked, not the class: jest and other realms have classes of their own. */
function tagOf(data: object): string {
  return Object.prototype.toString.call(data).slice(8, -1)
}

function contentType(headers: AxiosResponse['headers'] | undefined): string {
  const value: unknown = typeof headers?.get === 'function' ? headers.get('content-type') : headers?.['content-type']
  return typeof value === 'string' ? value : ''
}
