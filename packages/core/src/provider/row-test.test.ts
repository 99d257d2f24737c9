import { expect, test } from 'vitest'
import type { Answer } from '../reading/answer.ts'
import { compileWhen } from './row-test.ts'
import type { Fault } from './verdict.ts'

const answer: Answer = {
  url: new URL('https://a.example/share/list?x=/no'),
  method: 'GET',
  status: 401,
  header: (name) => (name === 'x-flag' ? 'on' : undefined),
  value: { data: { v_voucher: 'v', nothing: null, empty: '', zero: 0, no: false }, __proto__: { hidden: 1 } },
  text: 'raw',
}
const fault: Fault = { message: ' 调用速度过快, 请 稍后 ' }

function holds(when: string, on: Partial<Answer> = {}, of: Fault = fault): boolean {
  const own = { ...answer, ...on }
  return compileWhen(when).every((test) => test(own, of))
}

test.each([
  '',
  'status=401',
  'status=4xx',
  'path=/share/list',
  'path=/share/*',
  'path=*/list',
  'path=/*/list',
  'path=*',
  'has=data',
  'has=data.v_voucher',
  'has=data.empty',
  'has=data.zero',
  'has=data.no',
  'has=@x-flag',
  'has=$text',
  'message=调用速度过快*',
  'message=*稍后',
  'message=*请 稍后',
  'message=调用速度过快, 请 稍后',
  'message=*',
  'status=401 path=/share/* has=data.v_voucher message=调用速度过快*',
  'status=4xx message=*',
])('"%s" holds', (when) => {
  expect(holds(when)).toBe(true)
})

test.each([
  'status=400',
  'status=40',
  'status=5xx',
  'status=1xx',
  'status=xxx',
  'path=/share',
  'path=/share/list?x=/no',
  'path=/SHARE/*',
  'path=*no',
  'has=none',
  'has=data.nothing',
  'has=data.none',
  'has=hidden',
  'has=toString',
  'has=@x-none',
  'message=调用',
  'message=速度*',
  'message=*稍',
  'message=',
  'status=401 has=none',
  'status=400 message=*',
  'has=none message=*',
])('"%s" does not', (when) => {
  expect(holds(when)).toBe(false)
})

test('without a URL no path holds, without a message no message', () => {
  expect(holds('path=*', { url: undefined })).toBe(false)
  expect(holds('message=*', {}, {})).toBe(false)
})

test('a message takes the rest of the cell, whatever it holds', () => {
  expect(holds('message=a status=500 message=b', {}, { message: 'a status=500 message=b' })).toBe(true)
  expect(holds('status=401 message=x message=y', {}, { message: 'x message=y' })).toBe(true)
})

test.each(['x', 'code=5', 'Status=401', 'status', '=', 'status=401 5', 'has:x', 'messages=x'])(
  'the test "%s" is refused',
  (when) => {
    expect(() => compileWhen(when)).toThrow(/^`when` must be made of status=, path=, has= and message= tests, got "/)
  },
)
