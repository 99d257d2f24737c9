import { expect, test } from 'vitest'
import { isRepeatableBody } from './repeatable-body.ts'

test.each([
  [undefined],
  [null],
  ['text'],
  [new URLSearchParams('a=1')],
  [new FormData()],
  [new Blob(['a'])],
  [new ArrayBuffer(1)],
  [new Uint8Array(1)],
  [Buffer.from('a')],
])('%o can be sent again', (body) => {
  expect(isRepeatableBody(body)).toBe(true)
})

test('streams, iterators, and forms that are streams cannot', async () => {
  const { Readable } = await import('node:stream')
  const form = Object.assign(Readable.from(['a']), { [Symbol.toStringTag]: 'FormData' })
  for (const body of [new Blob(['a']).stream(), Readable.from(['a']), form, (async function* () {})()])
    expect(isRepeatableBody(body)).toBe(false)
})
