import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { form } from './form.ts'
import { gb18030 } from './gb18030.ts'
import { html } from './html.ts'
import { jsonp } from './jsonp.ts'
import type { RawResponse } from './raw-response.ts'
import type { Reader } from './reader.ts'
import { methodOf, ReceivedAnswer, toUrl } from './received-answer.ts'

const readers = [jsonp, form, html, gb18030]

function read(body: unknown, contentType?: string, given: readonly Reader[] = readers): ReceivedAnswer {
  const headers = contentType === undefined ? {} : { 'Content-Type': contentType }
  return new ReceivedAnswer({ url: 'https://a.example/x', method: 'get', status: 200, headers, body }, given)
}

const text = '{"code":-101,"message":"账号"}'
const value = { code: -101, message: '账号' }
const utf8 = new TextEncoder().encode(text)
const gbk = Uint8Array.from([...Buffer.from('{"code":-101,"message":"'), 0xd5, 0xcb, 0xba, 0xc5, ...Buffer.from('"}')])
const utf16 = Buffer.from(text, 'utf16le')
const big = Buffer.from(utf16).swap16()

const bodies: [string, unknown, string?][] = [
  ['text', text],
  ['text with a byte order mark', `\uFEFF${text}`],
  ['bytes', utf8],
  ['a Buffer', Buffer.from(utf8)],
  ['an ArrayBuffer', utf8.buffer],
  ['a DataView', new DataView(utf8.buffer)],
  ['a view of a part', new Uint8Array([0, 0, ...utf8, 0, 0]).subarray(2, 2 + utf8.length)],
  ['an ArrayBuffer of another realm', runInNewContext('Uint8Array.from(bytes).buffer', { bytes: [...utf8] })],
  ['a view of another realm', runInNewContext('Uint8Array.from(bytes)', { bytes: [...utf8] })],
  ['bytes with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
  ['GBK that is declared', gbk, 'application/json; charset=GBK'],
  ['GBK in quotes', gbk, 'application/json;charset="gb2312"'],
  ['GBK that nobody declares', gbk],
  ['GBK under an unknown label', gbk, 'text/html; charset=wat'],
  ['UTF-8 under an unknown label', utf8, 'application/json; charset=unknown-8bit'],
  ['UTF-16 that is declared', utf16, 'application/json; charset=utf-16le'],
  ['UTF-16 by its mark', Uint8Array.from([0xff, 0xfe, ...utf16])],
  ['big UTF-16 by its mark', Uint8Array.from([0xfe, 0xff, ...big])],
  ['a parsed value', value],
  ['a parsed value of another realm', runInNewContext(`(${text})`)],
]

test.each(bodies)('%s is read', (_name, body, contentType) => {
  const answer = read(body, contentType)
  expect(answer.value).toEqual(value)
  expect(answer.value).toBe(answer.value)
})

test('the readers are asked in turn for what is no JSON', () => {
  expect(read('cb({"a":1})').value).toEqual({ a: 1 })
  expect(read('a=1&b=2').value).toEqual({ a: '1', b: '2' })
  expect(read('<html><title>x</title>').value).toEqual({ title: 'x', text: 'x' })
  expect(read('cb({"a":1})', undefined, []).value).toBeUndefined()
  expect(read('plain words').value).toBeUndefined()
})

test('the text is at hand for text and bytes, not for a parsed value', () => {
  expect(read(text).text).toBe(text)
  expect(read(utf8).text).toBe(text)
  expect(read(value).text).toBeUndefined()
})

const detached = new ArrayBuffer(8)
structuredClone(detached, { transfer: [detached] })
const detachedView = new Uint8Array(8)
structuredClone(detachedView.buffer, { transfer: [detachedView.buffer] })

test.each([
  ['undefined', undefined],
  ['null', null],
  ['an empty text', ''],
  ['a number', 5],
  ['a boolean', true],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['a BigInt', 1n],
  ['a detached buffer', detached],
  ['a view of a detached buffer', detachedView],
  ['empty bytes', new Uint8Array()],
  ['text beyond 1 MiB', `{"a":"${'x'.repeat(1_048_576)}"}`],
  ['bytes beyond 1 MiB', new Uint8Array(1_048_577)],
  ['noise', Uint8Array.from({ length: 256 }, (_, index) => index)],
])('%s has no value, and does not throw', (_name, body) => {
  expect(read(body, undefined, []).value).toBeUndefined()
})

test('a text of just 1 MiB is read', () => {
  expect(read(`{"a":"${'x'.repeat(1_048_576 - 8)}"}`).value).toBeTypeOf('object')
})

test('a shared buffer does not throw', () => {
  const shared = new SharedArrayBuffer(utf8.length)
  new Uint8Array(shared).set(utf8)
  expect([undefined, text]).toContain(read(shared).text)
})

test('a body that a stream or a Blob stands for is no value of ours', () => {
  for (const body of [new Blob([text]), new ReadableStream(), new Response(text)]) {
    const answer = read(body)
    expect(answer.text).toBeUndefined()
    expect(answer.header('content-type')).toBeUndefined()
  }
})

test('a header bag that throws has no headers', () => {
  const bag = new Proxy(
    {},
    {
      get: () => {
        throw new Error('trap')
      },
      getOwnPropertyDescriptor: () => {
        throw new Error('trap')
      },
    },
  )
  const answer = new ReceivedAnswer({ url: undefined, method: 'GET', status: 200, headers: bag, body: undefined }, [])
  expect(answer.header('x')).toBeUndefined()
})

test('headers are asked in any case', () => {
  expect(read('', 'a/b').header('CONTENT-type')).toBe('a/b')
})

test.each([
  ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
  [new URL('https://a.example/'), 'https://a.example/'],
  [{ href: 'https://a.example/' }, 'https://a.example/'],
  ['/relative', undefined],
  ['', undefined],
  ['http://', undefined],
  ['http://[', undefined],
  [undefined, undefined],
  [null, undefined],
  [5, undefined],
  [{}, undefined],
  [{ href: 5 }, undefined],
  [`https://a.example/${'x'.repeat(262_144)}`, `https://a.example/${'x'.repeat(262_144)}`],
])('the URL of %s', (url, href) => {
  expect(toUrl(url)?.href).toBe(href)
})

test.each([
  ['get', 'GET'],
  ['Patch', 'PATCH'],
  ['', ''],
  [undefined, 'GET'],
  [null, 'GET'],
  [5, 'GET'],
])('the method of %s is %s', (method, known) => {
  expect(methodOf({ method } as unknown as RawResponse)).toBe(known)
})

test.each([
  [404, 404],
  ['404', 404],
  [undefined, NaN],
  [null, 0],
])('the status of %s is %s', (status, known) => {
  const raw = { url: undefined, method: 'GET', status, headers: undefined, body: undefined } as unknown as RawResponse
  expect(new ReceivedAnswer(raw, []).status).toBe(known)
})
