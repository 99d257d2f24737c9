import { describe, expect, test } from 'vitest'
import { readEvents, sse } from './readers.ts'

describe('the events of a stream', () => {
  test.each([
    ['data: a\n\n', [['', 'a']]],
    ['data:a\n\n', [['', 'a']]],
    ['data:  a\n\n', [['', ' a']]],
    ['data: a\ndata: b\n\n', [['', 'a\nb']]],
    ['data: a\r\ndata: b\r\n\r\n', [['', 'a\nb']]],
    ['data: a\rdata: b\r\r', [['', 'a\nb']]],
    ['event: error\ndata: {"code":1}\n\n', [['error', '{"code":1}']]],
    [
      'event:error\ndata:x\n\ndata: y\n\n',
      [
        ['error', 'x'],
        ['', 'y'],
      ],
    ],
    ['event: error\ndata: cut off at the end', [['error', 'cut off at the end']]],
    [': ping\n\n', []],
    [': ping\n\ndata: a\n\n', [['', 'a']]],
    ['event: ping\n\n', []],
    ['id: 7\nretry: 100\n\n', []],
    ['id: 7\nretry: 100\ndata: a\n\n', [['', 'a']]],
    ['data\n\n', [['', '']]],
    ['data: \n\n', [['', '']]],
    ['database: a\n\n', []],
    ['Data: a\n\n', []],
    [' data: a\n\n', []],
    ['', []],
    ['\n\n\n', []],
  ] as [string, [string, string][]][])('of %j', (text, events) => {
    expect(readEvents(text).map(({ event, data }) => [event, data])).toEqual(events)
  })
})

describe('a stream as a value', () => {
  test.each([
    ['data: {"error":{"code":"x"}}\n\n', { error: { code: 'x' } }],
    ['event: error\ndata: {"type":"error"}\n\n', { type: 'error' }],
    ['id:1\nevent:error\n:HTTP_STATUS/400\ndata:{"code":"InvalidParameter"}\n\n', { code: 'InvalidParameter' }],
    [': keep-alive\n\ndata: {"a":1}\n\n', { a: 1 }],
    ['data: [DONE]\n\ndata: {"a":1}\n\n', { a: 1 }],
    ['data: {"a":\ndata: 1}\n\n', { a: 1 }],
    ['data: {broken\n\ndata: {"a":1}\n\n', { a: 1 }],
    ['data: {"a":1}\n\ndata: {"b":2}\n\n', { a: 1 }],
    ['\n\ndata: {"a":1}', { a: 1 }],
    ['retry: 5\ndata: {"a":1}\n\n', { a: 1 }],
  ])('%j is its first object', (text, value) => {
    expect(sse.read?.(text)).toEqual(value)
  })

  test.each([
    '',
    'data: [DONE]\n\n',
    'data: words\n\n',
    'data: "text"\n\n',
    'data: 5\n\n',
    ': ping\n\n',
    '{"a":1}',
    'words\ndata: {"a":1}\n\n',
    'datum: {"a":1}\n\n',
    '<html>',
    `data: {"a":"${'x'.repeat(70_000)}"}\n\n`,
  ])('%j is none', (text) => {
    expect(sse.read?.(text)).toBeUndefined()
  })
})

test('long broken streams come to an end', () => {
  for (const part of ['data: {', 'data\n', ':\n', 'event: \r', '\n', 'data:\r\n\r\n'])
    expect(sse.read?.(`data: x\n${part.repeat(65_000 / part.length)}`)).toBeUndefined()
})
