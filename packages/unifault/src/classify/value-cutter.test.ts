import { expect, test } from 'vitest'
import { mostLine } from './line-cutter.ts'
import { ValueCutter, type ValueKind } from './value-cutter.ts'

/** The values of a document that comes in pieces of so many bytes. */
function valuesOf(kind: ValueKind, text: string, size: number): unknown[] {
  const cutter = new ValueCutter(kind)
  const bytes = Buffer.from(text)
  const read = (values: Iterable<readonly Buffer[]>): unknown[] =>
    [...values].map((pieces) => JSON.parse(Buffer.concat(pieces).toString()) as unknown)
  const found: unknown[] = []
  for (let at = 0; at < bytes.length; at += size) found.push(...read(cutter.cut(bytes.subarray(at, at + size))))
  found.push(...read(cutter.end()))
  expect(cutter.count).toBe(found.length)
  return found
}

const values: readonly unknown[] = [
  {},
  [],
  [[[]], {}],
  '',
  'a',
  '\\',
  '"\\"',
  '\\u0041 [{',
  '风控 😀 \u2028 \n',
  0,
  -1.5e-7,
  true,
  null,
  { 'a"b': ['}', ']', ',', ':'], log: { entries: [1, 2] }, '\\': { '': null } },
]
const written = values.map((value) => JSON.stringify(value))
const spaced = values.map((value) => JSON.stringify(value, undefined, '\t'))
const log = (entries: string): string =>
  `{"v":[{"log":{"entries":[7]}}], "log" : {"version":"1.2","pages":[{"entries":[8]}],"creator":{"entries":[9]}, "entries" :\r\n[${entries}], "comment":"entries"},"entries":[6]}\n`

test.each<[name: string, kind: ValueKind, text: string]>([
  ['an array', 'array', `[${written.join(',')}]`],
  ['an array over many lines', 'array', `\uFEFF [ ${spaced.join(' ,\r\n')}\n]\n`],
  ['values that follow each other', 'values', written.join('\n')],
  ['values over many lines', 'values', `\uFEFF${spaced.join('\n\n')} `],
  ['the entries of a HAR', 'har', log(written.join(','))],
  ['the entries of a HAR over many lines', 'har', log(spaced.join(' ,\n'))],
])('%s is cut into its values, in whatever pieces it comes', (_name, kind, text) => {
  for (const size of [1, 2, 3, 5, 7, 64, text.length * 2])
    expect(valuesOf(kind, text, size), `of ${size}`).toEqual(values)
})

test.each<[kind: ValueKind, text: string]>([
  ['array', '[]'],
  ['array', ' [ ] '],
  ['values', ''],
  ['values', '\n'],
  ['har', log('')],
  ['har', '{"log":{}}'],
  ['har', '{"log":[["entries",[1]]]}'],
  ['har', '{"entries":[1]}'],
  ['har', '[{"log":{"entries":[1]}}]'],
])('%s %j has no values', (kind, text) => {
  expect(valuesOf(kind, text, 3)).toEqual([])
})

test.each<[kind: ValueKind, text: string]>([
  ['array', '[1,{"a":1}'],
  ['array', '[1,"a'],
  ['array', '[1]2'],
  ['array', '[1][2]'],
  ['array', '[1]]'],
  ['values', '{"a":1}}'],
  ['values', '{"a":"'],
  ['har', log('1').slice(0, -4)],
])('%s %j is no whole document', (kind, text) => {
  for (const size of [1, 64]) expect(() => valuesOf(kind, text, size), `of ${size}`).toThrow()
})

test.each(['x', '"', '\\', '风', '😀', '\u0001'])(
  'of a long text of %j only its begin is kept, and what follows is read',
  (sign) => {
    const text = sign.repeat(4_000_000 / sign.length)
    for (const size of [65_536, 100_003]) {
      const [first, second] = valuesOf('array', JSON.stringify([{ text, after: 'it' }, 2]), size) as [
        { text: string; after: string },
        number,
      ]
      expect(first.after).toBe('it')
      expect(second).toBe(2)
      expect(text.startsWith(first.text)).toBe(true)
      expect(first.text.length).toBeGreaterThan(1_048_576 * 1.4)
      expect(first.text.length).toBeLessThan(text.length)
    }
  },
)

test('of a value that is too long no more is kept than shows that it is', () => {
  const cutter = new ValueCutter('values')
  const piece = Buffer.from('"0123456789",'.repeat(10_000))
  expect([...cutter.cut(Buffer.from('['))]).toEqual([])
  for (let length = 0; length < 3 * mostLine; length += piece.length) expect([...cutter.cut(piece)]).toEqual([])
  const [pieces = []] = [...cutter.cut(Buffer.from('0] 5 '))]
  const length = Buffer.concat(pieces).length
  expect(length).toBeGreaterThan(mostLine)
  expect(length).toBeLessThan(mostLine + 2 * piece.length)
})

test('what is kept of a document does not grow with its depth', () => {
  const cutter = new ValueCutter('har')
  expect([...cutter.cut(Buffer.from('{"key":'.repeat(100_000)))]).toEqual([])
  expect(JSON.stringify(cutter).length).toBeLessThan(1000)
})
