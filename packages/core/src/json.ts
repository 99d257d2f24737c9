// Bodies as they are found on the wire: bytes as text, JSON, and the media types that promise it or another text.
import type { Reader } from './answer.ts'

const texty =
  /^\s*(?:application\/(?:[\w.+-]+\+)?(?:json|xml)|application\/x-amz-json-[\d.]+|application\/(?:x-)?javascript|application\/x-www-form-urlencoded|text\/(?:json|plain|html|xml|javascript))\s*(?:;|$)/i
const jsonType = /^\s*[\w.+-]+\/(?:[\w.+-]+\+)?json(?![\w.+-])/i

/** Whether bodies of a media type are texts that may tell an error. Not event streams, NDJSON, multipart or binary types. */
export function isTexty(mediaType: string): boolean {
  return texty.test(mediaType)
}

/** Whether a media type promises JSON. */
export function isJsonType(mediaType: string): boolean {
  return jsonType.test(mediaType)
}

/** Prefixes against cross-site script inclusion: AngularJS and Google, Facebook, Jackson's. */
const guard = /^(?:\)\]\}'?,?|(?:while|for)\s*\((?:1|;;)\);?|\{\}&&)\s*/

/** Where the first JSON value of a text ends, or -1. Scans strings and depth, not grammar. */
function endOfFirst(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 0x22) {
      for (at++; at < text.length && text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at++
    } else if (character === 0x7b || character === 0x5b) depth++
    else if ((character === 0x7d || character === 0x5d) && --depth === 0) return at + 1
  }
  return -1
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * JSON as it is found on the wire: with a byte order mark, behind a script guard, as the first of two documents in one body
 * (Bilibili, April 2023), or as a document inside a JSON string (one level). Undefined when there is none; never throws.
 */
export function parseJson(text: string): unknown {
  const value = parse(text)
  if (typeof value === 'string') {
    const inner = value.trimStart()
    return inner.startsWith('{') || inner.startsWith('[') ? (parse(inner) ?? value) : value
  }
  if (value !== undefined) return value
  const bare = text.replace(/^[\uFEFF\s]+/, '').replace(guard, '')
  if (!bare.startsWith('{') && !bare.startsWith('[')) return undefined
  const whole = parse(bare)
  if (whole !== undefined) return whole
  const end = endOfFirst(bare)
  return end > 0 && end < bare.length ? parse(bare.slice(0, end)) : undefined
}

/** Made at first use, and once: making one costs more than reading a small body with it. */
let utf8: InstanceType<typeof TextDecoder> | undefined

/**
 * Bytes as text: by the charset of the content type, else by the byte order mark, else UTF-8. Where that does not read them,
 * the decoders of the readers are asked. An unknown label is read as UTF-8 (RFC 9110 leaves the choice to the recipient).
 */
export function decodeText(
  bytes: Uint8Array,
  contentType: string | undefined,
  readers: readonly Reader[] = [],
): string {
  const declared = /charset\s*=\s*"?([\w:.-]{1,40})/i.exec(contentType ?? '')?.[1]
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  const label = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : declared
  if (label !== undefined && !/^utf-?8$/i.test(label))
    try {
      return new TextDecoder(label).decode(bytes)
    } catch {
      // a label that nobody knows
    }
  const text = (utf8 ??= new TextDecoder()).decode(bytes)
  if (text.includes('\uFFFD'))
    for (const reader of readers) {
      const other = readBy(reader, 'decode', bytes)
      if (typeof other === 'string') return other
    }
  return text
}

/** Asks a reader; one that throws has read nothing. */
export function readBy(reader: Reader, how: 'read' | 'decode', input: string | Uint8Array): unknown {
  try {
    const step = (Object.hasOwn(reader, how) ? reader[how] : undefined) as ((input: unknown) => unknown) | undefined
    return step?.call(reader, input)
  } catch {
    return undefined
  }
}
