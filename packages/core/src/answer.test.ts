import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import {
  isBytes,
  isRecord,
  own,
  type RawResponse,
  type Reader,
  readHeader,
  ReceivedAnswer,
  splitUrl,
  toUrl,
} from './answer.ts'
import { decodeText, isJsonType, isTexty } from './json.ts'
import { form, gb18030, html, jsonp } from './readers.ts'

const trap = (): never => {
  throw new Error('trap')
}
const hostile = new Proxy({}, { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap })
const readers = [jsonp, form, html, gb18030]

function read(body: unknown, contentType?: string, given: readonly Reader[] = readers): ReceivedAnswer {
  const headers = contentType === undefined ? {} : { 'Content-Type': contentType }
  return new ReceivedAnswer({ url: 'https://a.example/x', method: 'get', status: 200, headers, body }, given, '')
}

describe('own properties', () => {
  test('are read of records and arrays, and nothing else is', () => {
    expect([own({ a: 1 }, 'a'), own(['x'], '0'), own(['x'], 'length')]).toEqual([1, 'x', 1])
    for (const value of [undefined, null, 'text', 5, true, Symbol('x'), () => 1]) {
      expect(own(value, 'length')).toBeUndefined()
      expect(isRecord(value)).toBe(false)
    }
  })

  test('are none of what is inherited', () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype)) expect(own({}, name)).toBeUndefined()
    expect(own(Object.create({ a: 1 }), 'a')).toBeUndefined()
    expect(own(JSON.parse('{"__proto__":5}'), '__proto__')).toBe(5)
  })
})

describe('the body', () => {
  const text = '{"code":-101,"message":"账号"}'
  const value = { code: -101, message: '账号' }
  const utf8 = new TextEncoder().encode(text)
  const gbk = Uint8Array.from([
    ...Buffer.from('{"code":-101,"message":"'),
    0xd5,
    0xcb,
    0xba,
    0xc5,
    ...Buffer.from('"}'),
  ])
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
    ['GBK that calls itself UTF-8', gbk, 'application/json; charset=utf-8'],
    ['UTF-8 under an unknown label', utf8, 'application/json; charset=unknown-8bit'],
    ['UTF-16 that is declared', utf16, 'application/json; charset=utf-16le'],
    ['UTF-16 by its mark', Uint8Array.from([0xff, 0xfe, ...utf16])],
    ['big UTF-16 by its mark', Uint8Array.from([0xfe, 0xff, ...big])],
    ['a parsed value', value],
    ['a parsed value of another realm', runInNewContext(`(${text})`)],
  ]

  test.each(bodies)('as %s is read', (_name, body, contentType) => {
    const answer = read(body, contentType)
    expect(answer.value).toEqual(value)
    expect(answer.value).toBe(answer.value)
  })

  test('is given to the readers in turn where it is no JSON', () => {
    expect(read('cb({"a":1})').value).toEqual({ a: 1 })
    expect(read('a=1&b=2').value).toEqual({ a: '1', b: '2' })
    expect(read('<html><title>x</title>').value).toEqual({ title: 'x', text: 'x' })
    expect(read('cb({"a":1})', undefined, []).value).toBeUndefined()
    expect(read('plain words').value).toBeUndefined()
  })

  test('is read by the next reader where one throws', () => {
    const bad: Reader = { name: 'bad', read: trap, decode: trap }
    expect(read('cb({"a":1})', undefined, [bad, jsonp]).value).toEqual({ a: 1 })
    expect(read(gbk, undefined, [bad, gb18030]).value).toEqual(value)
    expect(read('words', undefined, [bad]).value).toBeUndefined()
  })

  test('is parsed when it is first asked for, and once', () => {
    let times = 0
    const counting: Reader = { name: 'counting', read: (words) => ((times += 1), { words }) }
    const answer = read('words', undefined, [counting])
    expect(answer.text).toBe('words')
    expect(times).toBe(0)
    expect([answer.value, answer.value]).toEqual([{ words: 'words' }, { words: 'words' }])
    expect(times).toBe(1)
  })

  test('is at hand as text for text and bytes, not for a parsed value', () => {
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
  ])('as %s has no value, and does not throw', (_name, body) => {
    expect(read(body, undefined, []).value).toBeUndefined()
  })

  test('of just 1 MiB is read', () => {
    expect(read(`{"a":"${'x'.repeat(1_048_576 - 8)}"}`).value).toBeTypeOf('object')
  })

  test('as a shared buffer does not throw', () => {
    const shared = new SharedArrayBuffer(utf8.length)
    new Uint8Array(shared).set(utf8)
    expect([undefined, text]).toContain(read(shared).text)
  })

  test('that a stream or a Blob stands for is no text', () => {
    for (const body of [new Blob([text]), new ReadableStream(), new Response(text)]) {
      const answer = read(body)
      expect(answer.text).toBeUndefined()
      expect(answer.header('content-type')).toBeUndefined()
    }
  })

  test('a record that only looks like bytes is a record', () => {
    for (const one of [{}, [], Object.create(null), { byteLength: 5, buffer: {} }]) expect(isBytes(one)).toBe(false)
    for (const one of [utf8, utf8.buffer, new DataView(utf8.buffer)]) expect(isBytes(one)).toBe(true)
  })
})

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

test.each<[string, Uint8Array, string | undefined, string]>([
  ['by its charset', bytes(0xb7, 0xb1), 'text/plain; charset=gbk', '繁'],
  ['by a quoted charset', bytes(0xb7, 0xb1), 'text/plain; charset="GB18030"', '繁'],
  ['as UTF-8 without one', bytes(0xc3, 0xa9), 'text/plain', 'é'],
  ['as UTF-8 without a media type', bytes(0xc3, 0xa9), undefined, 'é'],
  ['as UTF-8 when nobody knows it', bytes(0xc3, 0xa9), 'text/plain; charset=x-nope', 'é'],
  ['by its mark before its charset', bytes(0xff, 0xfe, 0x41, 0), 'text/plain; charset=gbk', 'A'],
])('bytes are decoded %s', (_title, body, contentType, text) => {
  expect(decodeText(body, contentType)).toBe(text)
})

class Bag {
  private readonly values: Record<string, string>
  constructor(values: Record<string, string>) {
    this.values = values
  }
  get(name: string): string | null {
    return this.values[name.toLowerCase()] ?? null
  }
}

describe('a header', () => {
  test.each([
    ['a Headers', new Headers({ 'Retry-After': '3' })],
    ['a Map in lower case', new Map([['retry-after', '3']])],
    ['a Map in any case', new Map([['Retry-After', '3']])],
    ['a Map of lists', new Map([['retry-after', ['3', '4']]])],
    ['an object with get', new Bag({ 'retry-after': '3' })],
    ['a record', { 'retry-after': '3' }],
    ['a record in any case', { a: '1', 'RETRY-After': '3' }],
    ['a record of lists', { 'Retry-After': ['3', '4'] }],
    ['a record of numbers', { 'retry-after': 3 }],
    ['a record without prototype', Object.assign(Object.create(null) as object, { 'Retry-After': '3' })],
    [
      'a list of pairs',
      [
        ['a', '1'],
        ['Retry-After', '3'],
        ['retry-after', '4'],
      ],
    ],
    ['a record with a header named get', { get: 'x', 'Retry-After': '3' }],
    ['a list that begins with nothing', { 'retry-after': [undefined, null, '3'] }],
    [
      'many names',
      { ...Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x-${index}`, '1'])), 'Retry-After': '3' },
    ],
  ])('is found in %s, asked in any case', (_name, bag) => {
    for (const name of ['retry-after', 'Retry-After', 'RETRY-AFTER']) expect(readHeader(bag, name)).toBe('3')
  })

  test.each([
    undefined,
    null,
    '',
    'retry-after: 3',
    5,
    Symbol('x'),
    () => '3',
    {},
    [],
    new Map(),
    new Headers(),
    { 'retry-after': undefined },
    { 'retry-after': null },
    { 'retry-after': {} },
    { 'retry-after': true },
    { 'retry-after': [] },
    { 'retry-after': [{}] },
    { 'retry-after2': '3' },
    [null, 'retry-after', ['retry-after']],
    Object.create({ 'retry-after': '3' }),
    Object.create({ 'Retry-After': '3' }),
  ])('is absent from %o', (bag) => {
    expect(readHeader(bag, 'retry-after')).toBeUndefined()
  })

  test.each(['__proto__', 'constructor', 'tostring', 'hasownproperty', 'get'])(
    'is none by the inherited name %s',
    (name) => {
      for (const bag of [{}, [], new Map(), new Headers()]) expect(readHeader(bag, name)).toBeUndefined()
    },
  )

  test('is not sought to the end of very many names', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => [`x-${index}`, '1'] as const)
    expect(readHeader(Object.fromEntries([...names, ['Retry-After', '3']]), 'retry-after')).toBeUndefined()
    expect(readHeader([...names, ['Retry-After', '3']], 'retry-after')).toBeUndefined()
    expect(readHeader(Object.fromEntries([...names, ['retry-after', '3']]), 'retry-after')).toBe('3')
  })

  test('is absent from a bag that throws', () => {
    expect(readHeader(hostile, 'x')).toBeUndefined()
    expect(readHeader({ get: trap, x: '1' }, 'x')).toBe('1')
    expect(readHeader(Object.create({ get: trap }), 'x')).toBeUndefined()
  })

  test('of an answer is asked in any case', () => {
    expect(read('', 'a/b').header('CONTENT-type')).toBe('a/b')
  })
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

describe('host, authority and path of a URL', () => {
  test.each([
    ['https://a.example', 'a.example', 'a.example', '/'],
    ['https://A.Example/X/y?z#w', 'a.example', 'a.example', '/X/y'],
    ['https://a.example?x=/y', 'a.example', 'a.example', '/'],
    ['https://a.example:443/x', 'a.example', 'a.example', '/x'],
    ['http://a.example:80/x', 'a.example', 'a.example', '/x'],
    ['http://a.example:443/x', 'a.example', 'a.example:443', '/x'],
    ['HTTPS://a.example:8443/x', 'a.example', 'a.example:8443', '/x'],
    ['http://localhost:65535/x', 'localhost', 'localhost:65535', '/x'],
    ['http://127.0.0.1:3000/', '127.0.0.1', '127.0.0.1:3000', '/'],
    ['http://127.1/', '127.0.0.1', '127.0.0.1', '/'],
    ['http://0x7f.1/', '127.0.0.1', '127.0.0.1', '/'],
    ['http://[::1]:8080/x', '[::1]', '[::1]:8080', '/x'],
    ['https://u:p@a.example/x', 'a.example', 'a.example', '/x'],
    ['https://a.example/x/../y', 'a.example', 'a.example', '/y'],
    ['https://a.example/./x', 'a.example', 'a.example', '/x'],
    ['https://a.example/.well-known/x', 'a.example', 'a.example', '/.well-known/x'],
    ['https://a.example/a b', 'a.example', 'a.example', '/a%20b'],
    ['https://a.example\\x', 'a.example', 'a.example', '/x'],
    ['https://a.example./x', 'a.example', 'a.example.', '/x'],
    ['https://例子.cn/x', 'xn--fsqu00a.cn', 'xn--fsqu00a.cn', '/x'],
    ['wss://a.example/x', 'a.example', 'a.example', '/x'],
    ['https://a.example:99999/', '', '', ''],
    ['/x/y?z', '', '', '/x/y'],
    ['//a.example/x', '', '', '//a.example/x'],
    ['x/y', '', '', ''],
    ['', '', '', ''],
    [undefined, '', '', ''],
    [new URL('https://a.example:1/x?y'), 'a.example', 'a.example:1', '/x'],
    [{ href: 'https://a.example/x' }, 'a.example', 'a.example', '/x'],
    [Symbol('x'), '', '', ''],
  ])('%s', (url, host, authority, path) => {
    expect(splitUrl(url)).toEqual({ host, authority, path })
  })

  test('are those of `new URL`, however it is written', () => {
    const hosts = [
      'a.example',
      'A.B.example',
      'a-b.example',
      'localhost',
      '127.0.0.1',
      '1.2',
      '9',
      '0x1',
      'a.9b',
      'a_b.c',
    ]
    const ends = ['', ':80', ':443', ':8080', ':08080', ':65535', ':65536', '.']
    const paths = [
      '',
      '/',
      '/a/b',
      '//a',
      '/a/./b',
      '/a/..',
      '/...',
      '/a;b=c',
      '/~a',
      '/%41',
      '/a"b',
      '?q',
      '#f',
      '/a?b#c',
    ]
    for (const scheme of ['http://', 'https://'])
      for (const host of hosts)
        for (const end of ends)
          for (const path of paths) {
            const url = `${scheme}${host}${end}${path}`
            const whole = URL.canParse(url) ? new URL(url) : undefined
            expect(splitUrl(url), url).toEqual({
              host: whole?.hostname.replace(/\.$/, '') ?? '',
              authority: whole?.host ?? '',
              path: whole?.pathname ?? '',
            })
          }
  })

  test('of an answer come without the prefix of its place', () => {
    const at = (url: string, prefix: string): ReceivedAnswer =>
      new ReceivedAnswer({ url, method: 'GET', status: 200, headers: {}, body: '' }, [], prefix)
    expect(at('https://a.example/api/x', '/api').path).toBe('/x')
    expect(at('https://a.example/api', '/api').path).toBe('/')
    expect(at('/api/x?y', '/api')).toMatchObject({ host: '', path: '/x', url: undefined })
    expect(at('https://a.example/x', '')).toMatchObject({ host: 'a.example', path: '/x' })
  })
})

test.each([
  ['get', 'GET'],
  ['Patch', 'PATCH'],
  ['', ''],
  [undefined, 'GET'],
  [null, 'GET'],
  [5, 'GET'],
])('the method %s is %s', (method, known) => {
  const raw = { url: undefined, method: method as string, status: 200, headers: {}, body: undefined }
  expect(new ReceivedAnswer(raw).method).toBe(known)
})

test.each([
  [404, 404],
  ['404', 404],
  [undefined, NaN],
  [null, 0],
])('the status %s is %s', (status, known) => {
  const raw = { url: undefined, method: 'GET', status, headers: undefined, body: undefined } as unknown as RawResponse
  expect(new ReceivedAnswer(raw, [], '').status).toBe(known)
})

describe('media types', () => {
  test.each([
    ['application/json', true, true],
    ['APPLICATION/JSON; charset=utf-8', true, true],
    ['application/problem+json', true, true],
    ['application/vnd.api.v2+json ; a', true, true],
    ['text/json;x=y', true, true],
    ['application/x-amz-json-1.1', true, false],
    ['text/plain', true, false],
    ['text/html; charset=gbk', true, false],
    ['text/xml', true, false],
    ['application/soap+xml', true, false],
    ['application/javascript', true, false],
    ['application/x-javascript', true, false],
    ['text/javascript', true, false],
    ['application/x-www-form-urlencoded', true, false],
    ['text/event-stream', false, false],
    ['application/x-ndjson', false, false],
    ['application/jsonl', false, false],
    ['multipart/mixed', false, false],
    ['application/octet-stream', false, false],
    ['image/svg', false, false],
    ['text/csv', false, false],
    ['', false, false],
    ['json', false, false],
  ])('%j may tell an error: %s; promises JSON: %s', (type, texty, json) => {
    expect([isTexty(type), isJsonType(type)]).toEqual([texty, json])
  })

  test.each(['application/jsonp', 'application/json-seq', 'application/x-ndjson'])('%s is no JSON', (type) => {
    expect(isJsonType(type)).toBe(false)
  })
})
