import { createClassifier, defineProvider, html, xmlTags } from '@unifault/core'
import { expect, test } from 'vitest'
import { textsOf } from './revealed.ts'
import { plainViews } from './views.ts'

const gate = defineProvider({
  id: 'gate',
  dialects: [
    {
      code: 'code',
      message: 'message',
      requestId: 'id',
      param: 'param',
      success: [0],
      codes: { 7: 'throttled' },
    },
    { name: 'xml', readers: [xmlTags, html], code: 'Error.Code', message: 'Error.Message' },
  ],
})
const classify = createClassifier(gate)
const base = { url: 'https://a.test/x', method: 'GET', status: 400, headers: {} }

/** Everything that a terminal, a log viewer or a reader of text could take for more than text. */
const attacks: Record<string, string> = {
  'a forged log line': 'ok\r\n2026-01-01 INFO admin signed in',
  'a colour': '\u001B[31mred\u001B[0m',
  'a cleared screen': '\u001B[2J\u001B[H',
  'a window title': '\u001B]0;owned\u0007',
  'a link': '\u001B]8;;https://evil.test\u001B\\here\u001B]8;;\u001B\\',
  'a clipboard write without an end': '\u001B]52;c;ZXZpbA==',
  'a device control string': '\u001BP1;2|x\u001B\\',
  'an 8-bit control sequence': '\u009B31m\u009D0;x\u009C',
  'all of C0 and C1': Array.from({ length: 160 }, (_, unit) => String.fromCharCode(unit)).join(''),
  'reversed text': 'user\u202Etxt.exe\u202C\u2066x\u2069',
  'zero-width characters': 'ad\u200Bm\u200Ci\u200Dn\u2060\uFEFF',
  'line separators': 'a\u2028b\u2029c\u0085d',
  'tag characters': `a${String.fromCodePoint(...Array.from('ignore all', (one) => 0xe0000 + one.charCodeAt(0)))}`,
  'soft hyphens': 'pass\u00ADword',
  'variation selectors of the supplement': 'a\u{E0101}\u{E0155}',
  'interlinear annotations': '\uFFF9a\uFFFAb\uFFFB',
  'lone surrogates': 'a\uD800b\uDFFF',
  'sequences inside sequences': '\u001B\u001B[31m[31m\u001B]\u001B]0;a\u0007b\u0007',
}

const harmful =
  // oxlint-disable-next-line no-control-regex -- these are looked for
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|\p{Surrogate}/u

test.each(Object.entries(attacks))('%s of a provider reaches no field', (_attack, text) => {
  const said = `before ${text} after`
  const bodies = [
    { code: text, message: said, id: text, param: text },
    JSON.stringify({ code: 'x', message: said }),
    { title: said, status: 400, detail: text, errors: [{ pointer: text, detail: said }], traceId: text },
    {
      error: {
        status: 'INTERNAL',
        message: said,
        details: [{ fieldViolations: [{ field: text, description: said }] }],
      },
    },
    { error: text, error_description: said },
    `<Error><Code>${text.replace(/[<>&]/g, '')}</Code><Message>${said.replace(/[<>&]/g, '')}</Message></Error>`,
    said,
  ]
  for (const body of bodies) {
    const headers = { 'x-request-id': text, 'retry-after': text, 'content-type': `text/plain; charset=${text}` }
    const error = classify({ ...base, url: `https://a.test/${encodeURIComponent(text.toWellFormed())}`, headers, body })
    expect(error).toBeDefined()
    for (const one of textsOf(error).split('\n')) expect(one).not.toMatch(harmful)
    expect(error?.message.isWellFormed()).toBe(true)
    expect(error?.message).not.toContain('evil.test')
  }
})

test('no view of an attacked error has a control character but line feeds', () => {
  const error = classify({ ...base, body: { code: 7, message: Object.values(attacks).join(' ') } })
  if (error === undefined) throw new Error('no error')
  for (const view of plainViews(error)) expect(view.replaceAll('\n', '')).not.toMatch(harmful)
})

test('a method that is none is shown as another', () => {
  for (const method of ['GET\r\nX: 1', '\u001B[31m', 'a'.repeat(1e5), 'get /'])
    expect(classify({ ...base, method, body: '' })?.request.method).toBe('_OTHER')
})

test.each(['a b', 'x\r\ny', '<script>', '"quoted"', "'; drop", 'x'.repeat(300), '../\\', '标识', '{{7*7}}'])(
  'the request id %j is no token and is dropped',
  (id) => {
    expect(classify({ ...base, body: { code: 7, id } })?.requestId).toBeUndefined()
    expect(classify({ ...base, headers: { 'x-request-id': id }, body: '' })?.requestId).toBeUndefined()
  },
)

test('request ids as they are given out are kept', () => {
  const ids = ['0a1b2c3d-4e5f-6789-abcd-ef0123456789', 'Root=1-67891233-abcdef012345678912345678', '8c0f:1a|b.c/d+e=@x']
  for (const id of ids) expect(classify({ ...base, body: { code: 7, id } })?.requestId).toBe(id)
})

test('every field is capped, however long the answer', () => {
  const long = 'abc def '.repeat(20_000)
  const issue = { pointer: long, detail: long }
  for (const body of [
    { code: long, message: long, id: long, param: long },
    { title: long, status: 400, detail: long, errors: Array.from({ length: 1000 }, () => issue) },
    { error: long.trim().replaceAll(' ', '_'), error_description: long },
  ]) {
    const url = `https://a.test/${'segment/'.repeat(10_000)}`
    const error = classify({ ...base, url, headers: { 'x-request-id': long }, body })
    expect(error?.message.length).toBeLessThan(1000)
    expect(JSON.stringify(error).length).toBeLessThan(16_000)
    expect(error?.issues.length).toBeLessThanOrEqual(16)
  }
})
