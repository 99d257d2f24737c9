import { form, gb18030, html, jsonp, xmlTags } from '@unifault/core'

type Parser = (text: string, bytes: Uint8Array) => unknown

const core = new URL('../../packages/core/src/', import.meta.url).href

async function internal<T>(path: string): Promise<T> {
  return (await import(core + path)) as T
}

const { parseJson } = await internal<{ parseJson: Parser }>('reading/parse-json.ts')
const { decodeText } = await internal<{ decodeText: (bytes: Uint8Array, type: string, readers: unknown[]) => string }>(
  'reading/decode-text.ts',
)
const { exactInteger } = await internal<{ exactInteger: (value: number, key: string, text: string) => unknown }>(
  'reading/exact-integer.ts',
)
const { parseHttpDate } = await internal<{ parseHttpDate: (text: string, now: number) => number | undefined }>(
  'reading/http-date.ts',
)
const { headerWait } = await internal<{
  headerWait: (header: () => string, limited: boolean, now: number) => number | undefined
}>('reading/header-wait.ts')
const { compileGlob } = await internal<{ compileGlob: (pattern: string) => (text: string) => boolean }>(
  'reading/glob.ts',
)
const { plainText } = await internal<{ plainText: (text: string) => string }>('error/plain-text.ts')
const { redactTokens } = await internal<{ redactTokens: (text: string) => string }>('error/redact-tokens.ts')
const { bareText } = await internal<{ bareText: (text: string) => string }>('error/bare-text.ts')
const { secretForms } = await internal<{ secretForms: (text: string) => Set<string> }>('error/secret-forms.ts')
const { isSensitiveName } = await internal<{ isSensitiveName: (text: string) => boolean }>('error/sensitive-name.ts')
const { scrubber } = await internal<{ scrubber: (request: object) => (text: string) => string }>('error/scrubber.ts')

const now = Date.UTC(2026, 0, 1)

/** Every reader and parse function by itself: none may throw on any text or bytes. */
export const parsers: Readonly<Record<string, Parser>> = {
  parseJson,
  jsonp: (text) => jsonp.read?.(text),
  form: (text) => form.read?.(text),
  xmlTags: (text) => xmlTags.read?.(text),
  html: (text) => html.read?.(text),
  gb18030: (_text, bytes) => gb18030.decode?.(bytes),
  decodeText: (text, bytes) => decodeText(bytes, `text/plain; charset=${text.slice(0, 20)}`, [gb18030]),
  exactInteger: (text) => exactInteger(2 ** 60, text.slice(0, 8), text),
  parseHttpDate: (text) => parseHttpDate(text, now),
  headerWait: (text) => headerWait(() => text, true, now),
  compileGlob: (text) => compileGlob(text.slice(0, 20))(text),
  plainText,
  redactTokens,
  bareText,
  secretForms: (text) => secretForms(text.slice(0, 192)).size,
  isSensitiveName,
  requestBody: (text) => scrubber({ method: 'POST', url: undefined, body: text })('words'),
  requestHeaders: (text) =>
    scrubber({ method: 'POST', url: undefined, headers: { authorization: text, cookie: text } })(text),
  requestUrl: (text) => scrubber({ method: 'POST', url: URL.parse(text, 'https://a.test') ?? undefined })(text),
}
