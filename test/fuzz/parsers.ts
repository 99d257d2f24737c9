import { createClassifier, defineProvider, form, gb18030, html, jsonp, sse, xmlTags } from '@unifault/core'
import { decodeText } from '@unifault/core/adapter'
import { deep } from '@unifault/core/redact-deep'

type Parser = (text: string, bytes: Uint8Array) => unknown
type Redact = (text: string, most?: number) => string

const core = new URL('../../packages/core/src/', import.meta.url).href

async function internal<T>(path: string): Promise<T> {
  return (await import(core + path)) as T
}

const { parseJson } = await internal<{ parseJson: Parser }>('json.ts')
const { compileGlob } = await internal<{ compileGlob: (pattern: string) => (text: string) => boolean }>('place.ts')
const { headerWait, parseWait } = await internal<{
  headerWait: (header: () => string, limited: boolean, now: number) => number | undefined
  parseWait: (value: unknown, unit: string, now: number) => number | undefined
}>('wait.ts')
const { oneLine, cleanId } = await internal<Record<'oneLine' | 'cleanId', Parser>>('redact/find.ts')
const { fold, unescapeAll, eachValue } = await internal<{
  fold: Parser
  unescapeAll: (text: string, fill?: string) => string
  eachValue: (text: string, visit: () => void) => void
}>('redact/find.ts')
const { rank, isOpaque } = await internal<Record<'rank' | 'isOpaque', Parser>>('redact/request.ts')
const { redactor: small } = await internal<{ redactor: (request: object) => Redact }>('redact/small.ts')

const now = Date.UTC(2026, 0, 1)
const large = createClassifier(defineProvider({ id: 'large', dialects: [{ code: 'id' }] }))

/** What both redactions make of a text beside a request. */
function redacted(text: string, request: { url?: URL | undefined; headers?: unknown; body?: unknown }): void {
  for (const make of [deep, small]) if (make(request)(text).length > 512) throw new Error('too long')
}

/** Every reader and parse function by itself: none may throw on any text or bytes. */
export const parsers: Readonly<Record<string, Parser>> = {
  parseJson,
  jsonp: (text) => jsonp.read?.(text),
  form: (text) => form.read?.(text),
  xmlTags: (text) => xmlTags.read?.(text),
  html: (text) => html.read?.(text),
  sse: (text) => sse.read?.(text),
  gb18030: (_text, bytes) => gb18030.decode?.(bytes),
  decodeText: (text, bytes) => decodeText(bytes, `text/plain; charset=${text.slice(0, 20)}`),
  largeIntegers: (text) =>
    large({ url: undefined, method: 'GET', status: 400, headers: {}, body: `{"id":9007199254740993,"a":${text}}` }),
  parseWait: (text) => ['ms', 's', 'epoch-ms', 'epoch-s', 'duration', 'date'].map((unit) => parseWait(text, unit, now)),
  headerWait: (text) => headerWait(() => text, true, now),
  compileGlob: (text) => compileGlob(text.slice(0, 20))(text),
  oneLine,
  cleanId,
  fold,
  unescapeAll: (text) => {
    if (unescapeAll(text, '\0').length !== text.length) throw new Error('a character has lost its place')
  },
  eachValue: (text) => eachValue(text, () => undefined),
  rank,
  isOpaque,
  requestBody: (text) => redacted('the words of a message', { body: text }),
  requestHeaders: (text) => redacted(text, { headers: { authorization: text, cookie: text } }),
  requestUrl: (text) => redacted(text, { url: URL.parse(text, 'https://a.test') ?? undefined }),
}
