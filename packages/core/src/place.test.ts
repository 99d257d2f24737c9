import { describe, expect, test } from 'vitest'
import type { Answer } from './answer.ts'
import { compileGlob, compilePlace, compilePlaces, firstText, type Place, textOf } from './place.ts'

function answerOf(value: unknown, more: Partial<Answer> = {}): Answer {
  const headers = new Headers({ 'x-code': 'h1' })
  const header = (name: string): string | undefined => headers.get(name) ?? undefined
  return { url: undefined, host: '', path: '/', method: 'GET', status: 418, header, value, text: undefined, ...more }
}

const read = (place: Place, value: unknown, more?: Partial<Answer>): unknown =>
  compilePlace(place)(answerOf(value, more))

const body = {
  code: -101,
  a: { b: [{ c: 'deep' }, 5], '': 1 },
  taobao_response: { sub_code: 'isv.x' },
  other_response: { sub_code: 'second' },
  message: '100030,denied',
  nothing: null,
  list: ['x'],
}
const more = { text: 'raw text', event: 'error' }

const found: [Place, unknown][] = [
  ['code', -101],
  ['a.b.0.c', 'deep'],
  ['a.b.1', 5],
  ['*_response.sub_code', 'isv.x'],
  ['a.*.0.c', 'deep'],
  ['*sage', '100030,denied'],
  ['nothing', null],
  ['list.0', 'x'],
  ['list.length', 1],
  ['@x-code', 'h1'],
  ['@X-Code', 'h1'],
  ['$status', 418],
  ['$text', 'raw text'],
  ['$value', body],
  ['$event', 'error'],
  [{ at: 'message', match: /^(\d+),/ }, '100030'],
  [{ at: 'code', match: /^-(\d+)$/ }, '101'],
  [{ at: '@x-code', match: /h(\d)/ }, '1'],
  [{ at: '$text', match: /raw (\w+)/ }, 'text'],
  [{ at: '$event', match: /^(err)/ }, 'err'],
  [{ at: 'a.b.0.c', match: /(ee)/ }, 'ee'],
]

test.each(found)('the place %j is read', (place, value) => {
  expect(read(place, body, more)).toEqual(value)
})

const absent: Place[] = [
  'none',
  'a.none',
  'a.b.2',
  'a.b.c',
  'code.x',
  'message.length',
  'nothing.x',
  '*_none',
  '*_response.none',
  '@none',
  'constructor',
  'toString',
  '__proto__',
  'a.constructor.name',
  'a.__proto__.x',
  '*tor',
  'list.map',
  'Code',
  { at: 'message', match: /^([a-z]+)$/ },
  { at: 'message', match: /^\d+/ },
  { at: 'code', match: /^(\d+)/ },
  { at: 'none', match: /(.*)/ },
]

test.each(absent)('the place %j is absent', (place) => {
  expect(read(place, body, more)).toBeUndefined()
})

test('an answer that is no event has no `$event`', () => {
  expect(read('$event', body)).toBeUndefined()
})

test.each([undefined, null, '', 'text', 5, true, Symbol('x'), 1n, () => 1])(
  'in the value %s every place is absent',
  (value) => {
    for (const place of ['code', 'a.b', '*x', '*', 'length', 'name', '0']) expect(read(place, value)).toBeUndefined()
  },
)

test('only own properties are read, though all of them', () => {
  const value = Object.create({ code: 1, a: { b: 2 }, x_response: {} }) as Record<string, unknown>
  for (const place of ['code', 'a.b', '*_response']) expect(read(place, value)).toBeUndefined()
  expect(read('__proto__.a', JSON.parse('{"__proto__":{"a":1}}'))).toBe(1)
  expect(read('__proto__', JSON.parse('{"__proto__":5}'))).toBe(5)
  expect(read('code', Object.assign(Object.create(null) as object, { code: 5 }))).toBe(5)
})

describe('an integer beyond 2^53', () => {
  const big = '9007199254740993'

  test('is read from the text, or not at all', () => {
    const text = '{"id":9007199254740993,"a":{"request_id":-9007199254740995},"f":1.5}'
    const value: unknown = JSON.parse(text)
    expect(read('id', value, { text })).toBe(big)
    expect(read('a.request_id', value, { text })).toBe('-9007199254740995')
    expect(read('a.*_id', value, { text })).toBe('-9007199254740995')
    for (const place of ['id', 'a.request_id', 'a.*_id']) expect(read(place, value)).toBeUndefined()
    expect(read('f', value)).toBe(1.5)
  })

  test.each([
    [`{"id":${big}}`, big],
    [`{ "id" : \n ${big} }`, big],
    [`{"id":-${big}}`, `-${big}`],
    [`{"id":123456789012345678901234567890}`, '123456789012345678901234567890'],
    [`{"a":"\\"id\\":1","id":${big}}`, big],
    [`{"data":{"id":5},"id":${big}}`, big],
    [`{"data":{"id":${big}},"id":${big}}`, big],
    [`{"id":9007199254740991,"id":${big}}`, big],
  ])('as the id of %s is exact', (text, id) => {
    expect(read('id', JSON.parse(text), { text })).toBe(id)
  })

  test.each([
    ['two ids that round to the same', `{"data":{"id":9007199254740992},"id":${big}}`],
    ['a number in scientific notation', '{"id":1e25}'],
    ['a number with a fraction of zero', `{"id":${big}.0}`],
    ['an escaped key', `{"\\u0069d":${big}}`],
    ['more digits than any id has', `{"id":${'1'.repeat(100)}}`],
    ['an infinite number', '{"id":1e999}'],
  ])('as %s is not shown, since it may be wrong', (_name, text) => {
    expect(read('id', JSON.parse(text), { text })).toBeUndefined()
  })

  test('without the text is not shown; a fraction is what it is, no number is nothing', () => {
    expect(read('id', { id: 2 ** 60 })).toBeUndefined()
    expect(read('id', { id: 1.5 })).toBe(1.5)
    expect(read('id', { id: NaN })).toBeUndefined()
    expect(read('id', { id: Infinity }, { text: '{"id":1e999}' })).toBeUndefined()
  })

  test('under a key with quotes and brackets is found too', () => {
    const text = `{"a\\"[0]":${big}}`
    expect(read('a"[0]', JSON.parse(text), { text })).toBe(big)
  })
})

describe('numbers that a lossless parser keeps as objects', () => {
  class LosslessNumber {
    readonly isLosslessNumber = true
    private readonly digits: string
    constructor(digits: string) {
      this.digits = digits
    }
    toString(): string {
      return this.digits
    }
  }

  test.each([
    ['lossless-json', new LosslessNumber('9007199254740993'), '9007199254740993'],
    ['a small one', new LosslessNumber('-101'), '-101'],
    ['a boxed number', Object(5) as unknown, '5'],
  ])('%s is read as its digits', (_name, code, digits) => {
    expect(read('code', { code })).toBe(digits)
    expect(read('a.code', { a: { code } })).toBe(digits)
  })

  test('other objects stay what they are', () => {
    for (const code of [{}, [], { isLosslessNumber: 'yes' }]) expect(read('code', { code })).toBe(code)
  })
})

test('a match looks at the first 64 Ki characters', () => {
  const place = { at: '$text', match: /code=(\d+)/ }
  expect(read(place, undefined, { text: `${'x'.repeat(60_000)}code=5` })).toBe('5')
  expect(read(place, undefined, { text: `${'x'.repeat(66_000)}code=5` })).toBeUndefined()
})

test('a wrapper is sought among the first keys', () => {
  const keys = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1]))
  expect(read('*_response.a', { ...keys(31), x_response: { a: 1 } })).toBe(1)
  expect(read('*_response.a', { ...keys(32), x_response: { a: 1 } })).toBeUndefined()
  expect(read('*_response.a', { ...keys(100_000), x_response: { a: 1 } })).toBeUndefined()
})

test.each([
  ['text', 'text'],
  [' ', ' '],
  ['', undefined],
  [0, '0'],
  [-0, '0'],
  [-101, '-101'],
  [1.5, '1.5'],
  [12345678901234567890n, '12345678901234567890'],
  [true, undefined],
  [false, undefined],
  [null, undefined],
  [undefined, undefined],
  [{}, undefined],
  [['x'], undefined],
  [Symbol('x'), undefined],
])('as text, %s is %s', (value, text) => {
  expect(textOf(value)).toBe(text)
})

test('of several places the first that holds text counts; of one, itself; of none, nothing', () => {
  const answer = answerOf({ a: '', b: null, c: {}, d: 0, e: 'x' })
  expect(firstText(compilePlaces(['a', 'b', 'c', 'd', 'e']), answer)).toBe('0')
  expect(firstText(compilePlaces('e'), answer)).toBe('x')
  expect(firstText(compilePlaces(['a', 'b']), answer)).toBeUndefined()
  expect(compilePlaces(undefined)).toEqual([])
})

describe('globs', () => {
  test.each([
    ['/a', '/a', true],
    ['/a', '/a/', false],
    ['/a', '/A', false],
    ['/a/*', '/a/', true],
    ['/a/*', '/a/b/c', true],
    ['/a/*', '/a', false],
    ['*/b', '/a/b', true],
    ['*/b', '/a/bc', false],
    ['/a/*/c', '/a/b/c', true],
    ['/a/*/c', '/a//c', true],
    ['/a/*/c', '/a/c', false],
    ['*', '', true],
    ['*', 'anything', true],
    ['', '', true],
    ['', 'x', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*a', 'aba', true],
    ['a*b*a', 'aa', false],
    ['ab*ba', 'aba', false],
    ['**', 'x', true],
    ['a**b', 'ab', true],
    ['a.c', 'abc', false],
    ['a+', 'aa', false],
    ['[a]', 'a', false],
  ])('%j on %j is %s', (pattern, text, matches) => {
    expect(compileGlob(pattern)(text)).toBe(matches)
  })

  test('many stars on a long text come to an end', () => {
    expect(compileGlob(`${'a*'.repeat(50)}b`)('a'.repeat(200_000))).toBe(false)
  })
})
