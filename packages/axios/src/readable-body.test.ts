import { AxiosHeaders, type AxiosResponse, type ResponseType } from 'axios'
import { describe, expect, it } from 'vitest'
import { readableBody } from './readable-body.ts'

function body(data: unknown, type = 'application/json', responseType?: ResponseType): unknown {
  const headers = new AxiosHeaders({ 'Content-Type': type })
  return readableBody({ data, headers, status: 200, statusText: '', config: { responseType } } as AxiosResponse)
}

describe('readableBody', () => {
  it.each([{ code: 1 }, [], Object.create(null)])('gives what axios parsed: %j', (data: unknown) => {
    expect(body(data)).toBe(data)
  })

  it.each([
    '{"code":1',
    ' { "a"',
    '{}{}',
    '[1,',
    '[ {"a"',
    '<html>',
    ")]}',\n{}",
    'while(1);[]',
    'cb({})',
    '\uFEFF{"a"',
  ])('gives text that did not parse: %s', (text) => {
    expect(body(text)).toBe(text)
    expect(body(text, 'application/problem+json', 'json')).toBe(text)
  })

  it.each(['hello', '', '[draft] hello', '{name} said', 'SGVsbG8=', '5 apples', '   '])(
    'takes the string %j under a JSON type for a JSON string',
    (text) => {
      expect(body(text)).toBe(undefined)
      expect(body(text, 'text/plain')).toBe(text)
      expect(body(text, 'application/json', 'text')).toBe(text)
    },
  )

  it.each<ResponseType>(['stream', 'blob', 'formdata'])('leaves responseType %s to the user', (responseType) => {
    for (const data of ['{"code":1}', { code: 1 }, new Blob(['{"code":1}']), new ReadableStream()])
      expect(body(data, 'application/json', responseType)).toBe(undefined)
  })

  it('gives bytes of at most 64 KiB whose type is texty or not told', () => {
    for (const data of [new ArrayBuffer(65_536), new Uint8Array(9), Buffer.from('a')])
      for (const type of ['application/json', 'text/html; charset=gbk', '']) expect(body(data, type)).toBe(data)
    expect(body(new ArrayBuffer(65_537))).toBe(undefined)
    expect(body(new ArrayBuffer(9), 'image/png')).toBe(undefined)
    expect(body(new ArrayBuffer(9), 'text/event-stream')).toBe(undefined)
  })

  it.each([new Blob([]), new ReadableStream(), new FormData(), new Date(), 5, true, null, undefined, () => 1])(
    'gives nothing of other values',
    (data) => {
      expect(body(data)).toBe(undefined)
    },
  )

  it('decides about a long body in no time', () => {
    for (const text of [' '.repeat(100_000), 'a'.repeat(100_000), `{${' '.repeat(100_000)}`])
      expect(body(text)).toBe(undefined)
  })

  it('does without headers', () => {
    expect(readableBody({ data: 'text', config: {} } as AxiosResponse)).toBe('text')
  })
})
