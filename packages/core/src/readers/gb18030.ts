import type { Reader } from '../answer.ts'

/** Chinese text in GBK or GB18030 that no content type declares. Undefined when the bytes are not valid in it. */
export const gb18030: Reader = {
  name: 'gb18030',
  decode(bytes) {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    } catch {
      return undefined
    }
  },
}
