import { defineProvider, form, gb18030, html, jsonp, oauth, problemJson, xmlTags } from '@unifault/core'
import fc from 'fast-check'

/** A provider that names every reader and every kind of place. */
export const hostileShop = defineProvider({
  id: 'shop',
  hosts: ['shop.example'],
  dialects: [
    {
      name: 'states',
      requires: { kind: ['state'] },
      code: 'code',
      success: { ok: [true] },
      codes: { E1: 'not-found' },
    },
    {
      name: 'api',
      readers: [jsonp, form, xmlTags, html, gb18030],
      code: ['*_response.sub_code', 'error.code', { at: 'ret', match: /^(-?\d+),/ }, '@x-code', 'code'],
      message: ['msg', 'message', '$text'],
      requestId: ['request_id', '@x-id'],
      param: 'param',
      wait: { at: ['retry', 'a.b.0'], unit: 's' },
      success: [0, 'OK'],
      codes: { '-101': 'unauthenticated', 'E.*': 'throttled', '5': 'ok', quota: 'quota-exhausted' },
    },
    problemJson,
    oauth,
  ],
  messages: [{ match: 'too fast*', reason: 'throttled' }],
})

function thrower(): never {
  throw new Error('trap')
}

/** A value that is made when it is asked for: fast-check itself would spring a trap. */
export type Made = () => unknown

function made(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Made> {
  return arbitrary.map((value) => () => value)
}

/** Things that throw when they are looked at. */
export const trap: fc.Arbitrary<Made> = fc.constantFrom<Made[]>(
  () => new Proxy({}, { get: thrower }),
  () => new Proxy({}, { has: thrower, ownKeys: thrower, getOwnPropertyDescriptor: thrower }),
  () => new Proxy({}, { getPrototypeOf: thrower }),
  () => new Proxy([], { get: thrower }),
  () => Object.defineProperty({}, 'code', { get: thrower, enumerable: true }),
  () => ({ error: Object.defineProperty({}, 'code', { get: thrower, enumerable: true }) }),
  () => ({ code: { toString: thrower, valueOf: thrower, [Symbol.toPrimitive]: thrower } }),
  () => ({ toJSON: thrower, then: thrower, get: thrower, forEach: thrower }),
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
)

const primitive = fc.oneof(
  fc.constantFrom<unknown[]>(undefined, null, true, NaN, Infinity, -0, 0, '', Symbol('x'), 1n, () => 1, new Date(NaN)),
  fc.integer(),
  fc.double(),
  fc.bigInt(),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const names =
  `code error msg message ret kind ok x_response sub_code request_id param retry a b title type status errors details error_description
__proto__ constructor toString then toJSON get length`.split(/\s+/)

/** A body by names that the dialects know, with anything behind them. */
export const knownNames: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown; record: object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    primitive,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('record'),
  ),
  record: fc
    .array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 5 })
    .map((entries) => Object.fromEntries(entries) as object),
})).record

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json({ maxDepth: 4 }),
  fc.tuple(fc.json(), fc.nat()).map(([json, end]) => json.slice(0, end % (json.length + 1))),
  fc.json().map((json) => `cb(${json});`),
  fc.json().map((json) => `${json}${json}`),
  fc.string().map((words) => `<html><title>${words}</title>${words}`),
  fc.string().map((words) => `<Error><Code>${words}</Code>`),
  fc.constantFrom(
    '['.repeat(100_000),
    '{"code":'.repeat(50_000),
    `{"code":${'[1,'.repeat(20_000)}`,
    '<a>'.repeat(10_000),
    `cb(${'('.repeat(10_000)}`,
    'a=1&'.repeat(20_000),
    ' '.repeat(100_000),
  ),
)

/** Any body: text, bytes, values, traps. */
export const anyBody: fc.Arbitrary<Made> = fc.oneof(
  made(
    fc.oneof(
      text,
      fc.uint8Array({ maxLength: 300 }),
      text.filter((one) => one.length < 1000).map((one) => new TextEncoder().encode(one).buffer),
      knownNames,
      primitive,
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withNullPrototype: true,
        withTypedArray: true,
      }),
    ),
  ),
  trap,
)

const headerName = fc.constantFrom(
  'content-type',
  'Content-Type',
  'retry-after',
  'Retry-After',
  'ratelimit',
  'x-ratelimit-reset',
  'x-ratelimit-remaining',
  'x-code',
  'x-id',
  'www-authenticate',
  'x-request-id',
  '__proto__',
  'constructor',
  'get',
)
const headerValue = fc.oneof(
  primitive,
  fc.constantFrom(
    'application/json',
    'text/html; charset=gbk',
    'application/problem+json',
    'text/plain; charset=utf-16le',
    'charset=\u0000',
  ),
  fc.integer().map(String),
  fc.constantFrom(
    '9'.repeat(400),
    'Fri, 31 Dec 9999 23:59:59 GMT',
    '-5',
    '1e309',
    `"a";r=0;t=${'9'.repeat(15)}`,
    ';t='.repeat(5000),
  ),
)
const entries = fc.array(fc.tuple(headerName, headerValue), { maxLength: 6 })

/** Any bag of headers. */
export const anyHeaders: fc.Arbitrary<Made> = fc.oneof(
  made(
    fc.oneof(
      entries.map((all) => Object.fromEntries(all) as unknown),
      entries.map((all) => new Map(all)),
      entries,
      primitive,
      fc.anything(),
    ),
  ),
  trap,
)

/** Any URL. */
export const anyUrl: fc.Arbitrary<Made> = fc.oneof(
  made(
    fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom<unknown[]>(
        'https://shop.example/x?y',
        'https://u:p@api.shop.example./x',
        undefined,
        '',
        '/x',
        'http://[',
        'https:///shop.example/',
      ),
      fc.webUrl().map((url) => new URL(url)),
      fc.string({ unit: 'binary' }),
      primitive,
    ),
  ),
  trap,
)

/** Any status. */
export const anyStatus: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: 100, max: 599 }),
  fc.constantFrom<unknown[]>(
    0,
    -1,
    999,
    1000,
    NaN,
    Infinity,
    200.5,
    '200',
    '404',
    null,
    undefined,
    Symbol('x'),
    1n,
    {},
    [500],
  ),
)
