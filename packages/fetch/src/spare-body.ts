/** A larger body of a Request is sent once only: a spare copy would have to be kept in memory. */
const most = 65_536

/** A copy of a Request's body, for a second sending. */
export interface SpareBody {
  /** The bytes; undefined when there are too many, or not all have come yet. */
  readonly bytes: () => Uint8Array<ArrayBuffer> | undefined
  /** The same, once it is known. */
  readonly whole: Promise<Uint8Array<ArrayBuffer> | undefined>
}

/**
 * Reads along with the sending of a Request, from a clone: the Request itself stays as it is.
 *
 * @returns undefined when there is no body, or it has been read already
 */
export function spareBody(request: Request): SpareBody | undefined {
  // Firefox has no `body` here, though there may be one.
  if (request.bodyUsed || request.body === null || /^(?:GET|HEAD)$/.test(request.method)) return undefined
  let bytes: Uint8Array<ArrayBuffer> | undefined
  const whole = read(request.clone()).then(
    (found) => (bytes = found),
    () => undefined, // the sending tells of it
  )
  return { bytes: () => bytes, whole }
}

async function read(copy: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const stream = copy.body as ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined
  if (!stream) {
    const all = new Uint8Array(await copy.arrayBuffer())
    return all.byteLength > most ? undefined : all
  }
  const reader = stream.getReader()
  let all = new Uint8Array(0)
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return all
    if (all.byteLength + value.byteLength > most) {
      // Not awaited: cancelling one branch of a tee settles only when the other is cancelled too.
      void reader.cancel().catch(() => undefined)
      return undefined
    }
    const longer = new Uint8Array(all.byteLength + value.byteLength)
    longer.set(all)
    longer.set(value, all.byteLength)
    all = longer
  }
}
