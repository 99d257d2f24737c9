import { given } from './own.ts'
import type { Reader } from './reader.ts'

/** Made at first use, and once: making one costs more than reading a small body with it. */
let utf8: InstanceType<typeof TextDecoder> | undefined

/**
 * Bytes as text: by the charset of the content type, else by the byte order mark, else UTF-8.
 * A provider's decoders are asked when nothing is declared and the bytes are not UTF-8. An unknown label is read as UTF-8.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined, readers: readonly Reader[]): string {
  const declared = /charset\s*=\s*"?([\w:.-]{1,40})/i.exec(contentType ?? '')?.[1]
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) {
    try {
      return new TextDecoder(declared).decode(bytes)
    } catch {
      // a label that nobody knows: RFC 9110 leaves the choice to the recipient
    }
  }
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes)
  const text = (utf8 ??= new TextDecoder()).decode(bytes)
  if (text.includes('\uFFFD'))
    for (const reader of readers) {
      const other = given(reader, 'decode')?.call(reader, bytes)
      if (other !== undefined) return other
    }
  return text
}
