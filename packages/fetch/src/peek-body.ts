import { isTexty } from '@unifault/core/adapter'

/** A larger body is no error envelope; it streams on unread. */
const most = 65_536

/** Whether a body is worth a look before the user reads it. A body without a media type is, when it says that it is small. */
function isWorthALook({ headers, body, bodyUsed }: Response): boolean {
  // node-fetch has streams of Node's here, whose clones stall when only one of them is read.
  if (bodyUsed || body === null || (body !== undefined && typeof body.getReader !== 'function') || body?.locked)
    return false
  const length = headers.get('content-length')
  if (length !== null && Number(length) > most) return false
  const type = headers.get('content-type')
  return type === null ? length !== null : isTexty(type)
}

/**
 * The first bytes of a body, read from a clone: the response itself stays unread.
 *
 * @returns the whole body, or undefined when it was not looked at or is larger than 64 KiB
 * @throws what reading the body throws
 */
export async function peekBody(response: Response): Promise<Uint8Array | undefined> {
  if (!isWorthALook(response)) return undefined
  if (response.body === undefined) return bufferedBody(response)
  const reader = (response.clone().body as ReadableStream<Uint8Array>).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > most) {
      // Not awaited: cancelling one branch of a tee settles only when the other is cancelled too.
      reader.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(value)
  }
  const [only] = chunks
  if (chunks.length === 1 && only !== undefined) return only
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** React Native has no streams: there a body is in memory as a whole before the response is. */
async function bufferedBody(response: Response): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(await response.clone().arrayBuffer())
  return bytes.byteLength > most ? undefined : bytes
}
