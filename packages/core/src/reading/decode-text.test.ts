import { expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

it.each<[string, Uint8Array, string | undefined, string]>([
  ['by its charset', bytes(0xb7, 0xb1), 'text/plain; charset=gbk', '繁'],
  ['by a quoted charset', bytes(0xb7, 0xb1), 'text/plain; charset="GB18030"', '繁'],
  ['as UTF-8 without one', bytes(0xc3, 0xa9), 'text/plain', 'é'],
  ['as UTF-8 without a media type', bytes(0xc3, 0xa9), undefined, 'é'],
  ['as UTF-8 when nobody knows it', bytes(0xc3, 0xa9), 'text/plain; charset=x-nope', 'é'],
])('a body is decoded %s', (_title, body, contentType, text) => {
  expect(decodeText(body, contentType, [])).toBe(text)
})
