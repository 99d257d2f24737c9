import { expect, test } from 'vitest'
import type { Answer } from './answer.ts'
import { compilePlace, type Place, placeText } from './place.ts'

function answerOf(value: unknown, more: Partial<Answer> = {}): Answer {
  const headers = new Headers({ 'x-code': 'h1' })
  const header = (name: string): string | undefined => headers.get(name) ?? undefined
  return { url: undefined, method: 'GET', status: 418, header, value, text: undefined, ...more }
}

const body = {
  code: -101,
  a: { b: [{ c: 'deep' }, 5], '': 1 },
  taobao_response: { sub_code: 'isv.x' },
  other_response: { sub_code: 'second' },
  message: '100030,denied',
  nothing: null,
  list: ['x'],
}

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
  [{ at: 'message', match: /^(\d+),/ }, '100030'],
  [{ at: '@x-code', match: /h(\d)/ }, '1'],
  [{ at: '$text', match: /raw (\w+)/ }, 'text'],
  [{ at: 'a.b.0.c', match: /(ee)/ }, 'ee'],
]

test.each(found)('the place %j is read', (place, value) => {
  expect(compilePlace(place)(answerOf(body, { text: 'raw text' }))).toEqual(value)
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
  { at: 'code', match: /(\d+)/ },
  { at: 'none', match: /(.*)/ },
]

test.each(absent)('the place %j is absent', (place) => {
  expect(compilePlace(place)(answerOf(body, { text: 'raw text' }))).toBeUndefined()
})

test.each([undefined, null, '', 'text', 5, true, Symbol('x'), 1n, () => 1])(
  'in the value %s every place is absent',
  (value) => {
    for (const place of ['code', 'a.b', '*x', '*', 'length', 'name', '0'])
      expect(compilePlace(place)(answerOf(value))).toBeUndefined()
  },
)

test('only own properties are read, though all of them', () => {
  const value = Object.create({ code: 1, a: { b: 2 }, x_response: {} }) as Record<string, unknown>
  for (const place of ['code', 'a.b', '*_response']) expect(compilePlace(place)(answerOf(value))).toBeUndefined()
  expect(compilePlace('__proto__.a')(answerOf(JSON.parse('{"__proto__":{"a":1}}')))).toBe(1)
})

test('an integer beyond 2^53 is read from the text, or not at all', () => {
  const text = '{"id":9007199254740993,"a":{"request_id":-9007199254740995},"f":1.5}'
  const value: unknown = JSON.parse(text)
  expect(compilePlace('id')(answerOf(value, { text }))).toBe('9007199254740993')
  expect(compilePlace('a.request_id')(answerOf(value, { text }))).toBe('-9007199254740995')
  expect(compilePlace('a.*_id')(answerOf(value, { text }))).toBe('-9007199254740995')
  for (const place of ['id', 'a.request_id', 'a.*_id']) expect(compilePlace(place)(answerOf(value))).toBeUndefined()
  expect(compilePlace('f')(answerOf(value))).toBe(1.5)
})

test('a match looks at the first 64 Ki characters', () => {
  const read = compilePlace({ at: '$text', match: /code=(\d+)/ })
  expect(read(answerOf(undefined, { text: `${'x'.repeat(60_000)}code=5` }))).toBe('5')
  expect(read(answerOf(undefined, { text: `${'x'.repeat(66_000)}code=5` }))).toBeUndefined()
})

test('a wrapper is sought among the first keys', () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]))
  expect(compilePlace('*_response.a')(answerOf({ ...many, x_response: { a: 1 } }))).toBeUndefined()
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
  expect(placeText(value)).toBe(text)
})
