import { expect, test } from 'vitest'
import { gb18030 } from './readers.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

test.each([
  ['GBK', bytes(0xd5, 0xcb, 0xba, 0xc5), '账号'],
  ['ASCII', bytes(0x41, 0x42), 'AB'],
  ['a character of four bytes', bytes(0x94, 0x39, 0xfc, 0x36), '😀'],
  ['nothing', bytes(), ''],
])('%s is decoded', (_name, body, text) => {
  expect(gb18030.decode?.(body)).toBe(text)
})

test.each([
  ['a lone lead byte', bytes(0xd5)],
  ['a byte that begins nothing', bytes(0xff, 0x41)],
])('%s is not of the encoding', (_name, body) => {
  expect(gb18030.decode?.(body)).toBeUndefined()
})

test('it decodes bytes and reads no text', () => {
  expect(gb18030.read).toBeUndefined()
})
