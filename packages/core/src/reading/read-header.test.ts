import { expect, test } from 'vitest'
import { readHeader } from './read-header.ts'

class Bag {
  private readonly values: Record<string, string>
  constructor(values: Record<string, string>) {
    this.values = values
  }
  get(name: string): string | null {
    return this.values[name.toLowerCase()] ?? null
  }
}

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
])('a header is found in %s', (_name, bag) => {
  expect(readHeader(bag, 'retry-after')).toBe('3')
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
])('there is none in %o', (bag) => {
  expect(readHeader(bag, 'retry-after')).toBeUndefined()
})

test.each(['__proto__', 'constructor', 'tostring', 'hasownproperty', 'get'])(
  'the name %s is no header by itself',
  (name) => {
    for (const bag of [{}, [], new Map(), new Headers()]) expect(readHeader(bag, name)).toBeUndefined()
  },
)

test('a bag of very many names is not searched to its end', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => [`x-${index}`, '1'] as const)
  expect(readHeader(Object.fromEntries([...names, ['Retry-After', '3']]), 'retry-after')).toBeUndefined()
  expect(readHeader([...names, ['Retry-After', '3']], 'retry-after')).toBeUndefined()
  expect(readHeader(Object.fromEntries([...names, ['retry-after', '3']]), 'retry-after')).toBe('3')
})
