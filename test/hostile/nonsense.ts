import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'

const thrower = (): never => {
  throw new Error('trap')
}

/** A proxy of which every use throws. */
const forbidding: object = new Proxy({}, new Proxy({}, { get: () => thrower }))

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

function detached(): Uint8Array {
  const bytes = new Uint8Array(64)
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] })
  return bytes
}

const getters = Object.defineProperties(
  {},
  Object.fromEntries(
    ['code', 'message', 'status', 'error', 'get', 'href', 'then', 'retry-after', 'content-type', 'toString'].map(
      (name) => [name, { get: thrower, enumerable: true }],
    ),
  ),
)
const cyclic: Record<string, unknown> = { code: 1 }
cyclic['self'] = cyclic
cyclic['error'] = cyclic

/** Values that no API of the language expects. */
export const oddities: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  null: null,
  true: true,
  NaN: Number.NaN,
  '-0': -0,
  '2^1023': 2 ** 1023,
  'a bigint': 10n,
  'a symbol': Symbol('s'),
  'a function': () => 1,
  'an empty text': '',
  'an empty array': [],
  'a sparse array': Object.assign([], { 9: 1 }),
  'an object without a prototype': Object.create(null) as unknown,
  'a cycle': cyclic,
  'getters that throw': getters,
  'a proxy that forbids everything': forbidding,
  'a revoked proxy': revoked(),
  'a date that is none': new Date(Number.NaN),
  'a promise': Promise.resolve(1),
  'a weak map': new WeakMap(),
  'an object of another realm': runInNewContext('({ code: -101, message: "x", error: [1] })'),
  'a text object': Object('text') as unknown,
}

const envelopeText = '{"code":-101,"message":"账号未登录","ttl":1}'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const gbk = new Uint8Array([...bytesOf('{"code":1,"message":"'), 0xce, 0xde, 0xc8, 0xa8, 0xcf, 0xde, ...bytesOf('"}')])
const utf16 = new Uint8Array([
  0xff,
  0xfe,
  ...new Uint8Array(Uint16Array.from(envelopeText, (one) => one.charCodeAt(0)).buffer),
])
const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i} "&e${i - 1};&e${i - 1};">`).join('')}]><Error><Code>&e19;</Code></Error>`

/** Bodies that break a careless reader. */
export const bodies: Readonly<Record<string, unknown>> = {
  ...oddities,
  'ten megabytes of text': 'x'.repeat(10_000_000),
  'a mebibyte of JSON': `{"code":1,"message":"${'x'.repeat(1_048_500)}"}`,
  'a depth of 100,000 arrays': '['.repeat(100_000) + ']'.repeat(100_000),
  'a depth of 100,000 without an end': '{"a":'.repeat(100_000),
  'a million elements': Array.from({ length: 1_000_000 }, (_, index) => index),
  'a million keys': Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`key${index}`, index])),
  'invalid UTF-8': new Uint8Array([0x7b, 0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0x7d]),
  'UTF-16 with a mark': utf16,
  'GBK that nobody declares': gbk,
  'a gzip stream': gzipSync(envelopeText),
  'a detached buffer': detached(),
  'a detached view of another length': new DataView(new ArrayBuffer(8), 4),
  'a shared buffer': new SharedArrayBuffer(64),
  'a view of a shared buffer': new Uint8Array(new SharedArrayBuffer(64)),
  'a resizable buffer': new Uint8Array(new ArrayBuffer(8, { maxByteLength: 64 })),
  'a buffer of another realm': runInNewContext('new Uint8Array([123, 125]).buffer'),
  'a blob': new Blob([envelopeText]),
  'a stream': new ReadableStream(),
  'a form': new FormData(),
  'entities that multiply': laughs,
  'tags without an end': '<a '.repeat(100_000),
  'a comment without an end': `<!--${'-'.repeat(100_000)}`,
  'CDATA without an end': `<Error><![CDATA[${']]'.repeat(100_000)}`,
  'more tags than are read': `<e>${'<a/>'.repeat(100_000)}</e>`,
  'a callback without an end': `callback(${envelopeText}`,
  'a name of 100,000 letters for a callback': `${'a'.repeat(100_000)}(${envelopeText})`,
  'a form of 100,000 pairs': 'a=1&'.repeat(100_000),
  'blanks alone': ' \t\r\n'.repeat(100_000),
  'quotes alone': '"'.repeat(100_000),
  'backslashes alone': `"${'\\'.repeat(100_001)}"`,
  'byte order marks alone': '\uFEFF'.repeat(100_000),
  'guards alone': ")]}',\n".repeat(100_000),
  'a number of 100,000 digits': '9'.repeat(100_000),
  'a code of 100,000 digits': `{"code":${'9'.repeat(100_000)},"message":"x"}`,
  'every name of Object.prototype': JSON.stringify(
    Object.fromEntries(Object.getOwnPropertyNames(Object.prototype).map((name) => [name, name])),
  ),
  'a title without an end': `<html><title>${'<'.repeat(100_000)}`,
  'scripts without an end': `<html>${'<script>'.repeat(50_000)}`,
}

/** Header bags that break a careless reader. */
export const headerBags: Readonly<Record<string, unknown>> = {
  ...oddities,
  'pairs that are none': [null, 1, [], ['a'], [Symbol('s'), 'x'], [{ toString: thrower }, 'x']],
  '5,000 names': Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`X-Name-${index}`, 'x'])),
  'values of 256 kB': { 'Retry-After': '9'.repeat(262_144), 'content-type': 'charset='.repeat(32_768) },
  'blanks of 256 kB': { 'retry-after': ' '.repeat(262_144), ratelimit: `"a";r=0;${' t'.repeat(131_072)}` },
  'values that are no text': { 'retry-after': [null, {}, 1], 'content-type': 5, 'x-request-id': Symbol('s') },
  'a get that throws': { get: thrower },
  'a get of a class that throws': new (class Bag {
    get = undefined
    forEach = thrower
  })(),
  'names of Object.prototype': { ['__proto__']: 'x', constructor: 'x', hasOwnProperty: 'x', toJSON: 'x', then: 'x' },
  'a map of odd keys': new Map<unknown, unknown>([
    [Symbol('s'), 1],
    [null, null],
    [{ toString: thrower }, 1],
  ]),
}

export const statuses: readonly unknown[] = [
  0,
  -1,
  1,
  99,
  100,
  199,
  204,
  304,
  400,
  401,
  403,
  418,
  429,
  499,
  500,
  503,
  511,
  527,
  599,
  600,
  999,
  1e9,
  404.5,
  Infinity,
  -Infinity,
  Number.NaN,
  '404',
  '',
  null,
  undefined,
  true,
  10n,
  Symbol('s'),
  {},
  forbidding,
]

export const urls: readonly unknown[] = [
  '',
  '/',
  'relative/path',
  '//host',
  '?',
  '#',
  'http://',
  'http://[',
  'https://%',
  'javascript:alert(1)',
  'data:,x',
  'file:///etc',
  'blob:null/x',
  '\u0000',
  'https://api.bilibili.com',
  `https://a.test/${'x'.repeat(262_144)}`,
  `https://a.test/?${'a=1&'.repeat(65_536)}`,
  `https://${'a.'.repeat(10_000)}test/`,
  'https://user:pass@api.bilibili.com:99999/',
  'https://xn--a/',
  'https://例え.jp/ü?ö',
  new URL('https://api.bilibili.com/x'),
  { href: 'https://a.test' },
  { href: {} },
  ...Object.values(oddities),
]
