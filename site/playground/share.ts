// An answer as a link: everything stands in the fragment, which browsers never send.
import type { PastedAnswer } from './read-pasted.ts'

export interface Shared {
  readonly answer: PastedAnswer
  /** The id of the provider that is bound; undefined: by host. */
  readonly provider?: string | undefined
}

/** Headers that open doors, and what only weighs. */
const leftOut =
  /token|secret|session|csrf|auth|policy|^access-control-|^(?:(?:set-)?cookie2?|content-length|transfer-encoding|alt-svc|report-to|nel|vary|via|server|date|expires|age|etag|last-modified|accept-ranges|strict-transport-security)$/i
/** Longer links are cut off by chats. */
const mostSigns = 8000

/** An answer without what no reader of a link should have: user info and query of the URL, cookies, and headers with secrets. */
export function withoutSecrets(answer: PastedAnswer): PastedAnswer {
  return {
    ...answer,
    url: answer.url?.replace(/^(https?:\/\/)[^/@]*@/i, '$1').replace(/[?#].*$/s, ''),
    headers: answer.headers.filter(([name]) => !leftOut.test(name)),
  }
}

/** A name with a value. It begins where a word does: else a body of a stranger's link would be read once for each of its signs. */
const named = /(?<![\w-])-*([\w-]+)["']?\s*[:=]\s*["']?[^\s"',}]{4,}/g
const secretName =
  /passw(?:or)?d|secret|token|api[_-]?key|authorization|cookie|session|signature|credential|private[_-]?key|otp|phone|mobile|email/i

/** Names in a body whose values may be secret or personal: people are asked to look at them before they share. */
export function suspectsIn(body: string): string[] {
  const names = [...body.matchAll(named)].map(([, name = '']) => name)
  return [...new Set(names.filter((name) => secretName.test(name)))].slice(0, 8)
}

/** @returns undefined when it would be too long for a link */
export async function toFragment({ answer, provider }: Shared): Promise<string | undefined> {
  const { url, method, status, headers, body, failure } = withoutSecrets(answer)
  const packed = await through(
    new CompressionStream('deflate-raw'),
    encode([1, url, method, status, headers, body, failure, provider]),
  )
  const text = toBase64(packed)
  return text.length > mostSigns ? undefined : `#answer=${text}`
}

/** @returns undefined when the fragment holds no answer */
export async function fromFragment(fragment: string): Promise<Shared | undefined> {
  const [, text] = /^#answer=([\w-]+)$/.exec(fragment) ?? []
  if (text === undefined) return undefined
  try {
    const bytes = await through(new DecompressionStream('deflate-raw'), fromBase64(text))
    const fields: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return Array.isArray(fields) && fields[0] === 1 ? sharedOf(fields) : undefined
  } catch {
    return undefined
  }
}

/** Whoever made the link is a stranger: every field is checked. */
function sharedOf([, url, method, status, headers, body, failure, provider]: unknown[]): Shared | undefined {
  if (typeof method !== 'string' || typeof status !== 'number' || typeof body !== 'string') return undefined
  const pairs = Array.isArray(headers) ? (headers as unknown[]).filter(isPair) : []
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  const answer = { url: text(url), method, status, headers: pairs, body }
  const failed = text(failure)
  return { answer: failed === undefined ? answer : { ...answer, failure: failed }, provider: text(provider) }
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string'
}

function encode(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** A link may unpack to much more than it weighs: what is beyond this is refused. */
const mostBytes = 1_000_000

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = new Blob([bytes]).stream().pipeThrough(stream)
  const chunks: BlobPart[] = []
  let length = 0
  const reader = source.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
    length += value.length
    if (length > mostBytes) throw new RangeError('The link holds too much')
    chunks.push(value)
  }
}

function toBase64(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
}
