import { describe, expect, test } from 'vitest'
import type { Answer } from '../reading/answer.ts'
import { envelope, type EnvelopeOptions } from './envelope.ts'
import type { Verdict } from './verdict.ts'

function judge(options: EnvelopeOptions, value: unknown, more: Partial<Answer> = {}): Verdict {
  const answer = {
    url: undefined,
    method: 'GET',
    status: 200,
    header: () => undefined,
    value,
    text: undefined,
    ...more,
  }
  return envelope(options).judge(answer)
}

function codeOf(options: EnvelopeOptions, value: unknown): unknown {
  const verdict = judge(options, value)
  return typeof verdict === 'object' ? verdict.code : verdict
}

describe('the values of success', () => {
  const cases: [EnvelopeOptions['success'], unknown, unknown][] = [
    [[0], { code: 0 }, 'success'],
    [[0], { code: '0' }, 'success'],
    [['0'], { code: 0 }, 'success'],
    [['0'], { code: '0' }, 'success'],
    [[0], { code: -0 }, 'success'],
    [[0], { code: 0n }, 'success'],
    [[0], { code: '00' }, '00'],
    [[0], { code: '0.0' }, '0.0'],
    [['00'], { code: '00' }, 'success'],
    [['00'], { code: 0 }, '0'],
    [[0], { code: 1 }, '1'],
    [[0], { code: '' }, undefined],
    [[0], { code: null }, undefined],
    [[0], { code: false }, undefined],
    [[0], {}, undefined],
    [[0], { code: 0, message: 'error', error: { code: 500 } }, 'success'],
    [['OK', 200], { code: 'OK' }, 'success'],
    [['OK', 200], { code: '200' }, 'success'],
    [['OK'], { code: 'ok' }, 'ok'],
    [[true], { code: true }, 'success'],
    [[true], { code: false }, 'false'],
    [[true], { code: 'true' }, 'true'],
    [[false], { code: false }, 'success'],
    [[false], { code: 'E1' }, 'E1'],
    [[undefined], {}, 'success'],
    [[undefined], { code: null }, 'success'],
    [[undefined], { code: 5 }, '5'],
    [[undefined], [], 'success'],
    [[undefined], 'text', undefined],
    [[undefined], undefined, undefined],
    [[], { code: 0 }, '0'],
    [undefined, { code: 0 }, '0'],
    [[0], { code: {} }, undefined],
    [[0], { code: [0] }, undefined],
  ]

  test.each(cases)('with success %j the verdict on %o is %s', (success, value, verdict) => {
    expect(codeOf({ code: 'code', ...(success === undefined ? {} : { success }) }, value)).toBe(verdict)
  })
})

describe('states of success', () => {
  const options: EnvelopeOptions = {
    code: 'code',
    message: 'msg',
    success: { ok: [true], 'meta.status': [200, undefined] },
  }
  const cases: [unknown, unknown][] = [
    [{ ok: true }, 'success'],
    [{ ok: true, meta: { status: '200' } }, 'success'],
    [{ ok: true, meta: { status: null } }, 'success'],
    [{ ok: true, code: 'E1' }, 'success'],
    [{ ok: true, meta: { status: 500 } }, undefined],
    [{ ok: true, meta: { status: 500 }, code: 'E1' }, 'E1'],
    [{ ok: false, code: 'E1' }, 'E1'],
    [{ ok: 'true', code: 'E1' }, 'E1'],
    [{ ok: 1, code: 'E1' }, 'E1'],
    [{ code: 'E1' }, 'E1'],
  ]

  test.each(cases)('the verdict on %o', (value, verdict) => {
    expect(codeOf(options, value)).toBe(verdict)
  })

  test('a state of failure without a code is a fault, no state at all is not mine', () => {
    expect(judge(options, { ok: false, msg: 'no' })).toMatchObject({ code: undefined, message: 'no' })
    expect(judge(options, { msg: 'no' })).toBeUndefined()
    expect(judge(options, undefined)).toBeUndefined()
  })

  test('the status may be a state', () => {
    const byStatus = { code: 'code', success: { $status: [200, 201] } }
    expect(judge(byStatus, { code: 'x' }, { status: 201 })).toBe('success')
    expect(judge(byStatus, { code: 'x' }, { status: 202 })).toMatchObject({ code: 'x' })
  })
})

describe('what makes an answer mine', () => {
  const cases: [EnvelopeOptions['requires'], unknown, boolean][] = [
    ['data', { code: 1, data: {} }, true],
    ['data', { code: 1, data: '' }, true],
    ['data', { code: 1, data: null }, false],
    ['data', { code: 1 }, false],
    [['a', 'b'], { code: 1, a: 1, b: 0 }, true],
    [['a', 'b'], { code: 1, a: 1 }, false],
    [{ kind: ['error', 'fault'] }, { code: 1, kind: 'fault' }, true],
    [{ kind: ['error'] }, { code: 1, kind: 'none' }, false],
    [{ kind: [undefined] }, { code: 1 }, true],
    [{ kind: [undefined] }, { code: 1, kind: null }, true],
    [{ kind: [undefined] }, { code: 1, kind: 1 }, false],
    [{ a: [1], b: [2] }, { code: 1, a: '1', b: 2 }, true],
    [{ a: [1], b: [2] }, { code: 1, a: 1, b: 3 }, false],
    [{ at: 'kind', match: /^(err)/ }, { code: 1, kind: 'error' }, true],
    [{ at: 'kind', match: /^(err)/ }, { code: 1, kind: 'none' }, false],
  ]

  test.each(cases)('with requires %j, %o is mine: %s', (requires, value, mine) => {
    expect(judge({ code: 'code', requires: requires as string }, value) !== undefined).toBe(mine)
  })

  test('a success that lacks what is required is not mine either', () => {
    expect(judge({ code: 'code', success: [0], requires: 'data' }, { code: 0 })).toBeUndefined()
  })
})

describe('several codes', () => {
  const options: EnvelopeOptions = { code: ['*_response.sub_code', '*_response.code', 'code'], success: [0] }

  test('the first is the code, the last the outer one, all are kept in turn', () => {
    expect(judge(options, { error_response: { code: 15, sub_code: 'isv.x' }, code: 9 })).toMatchObject({
      code: 'isv.x',
      outerCode: '9',
      codes: ['isv.x', '15', '9'],
    })
    expect(judge(options, { error_response: { code: 15 } })).toMatchObject({ code: '15', outerCode: undefined })
    expect(judge(options, { error_response: { code: 15 }, code: '15' })).toMatchObject({ code: '15', codes: undefined })
  })

  test('the most specific one that is present says whether it is a success', () => {
    expect(judge(options, { error_response: { sub_code: 0 }, code: 9 })).toBe('success')
    expect(judge(options, { error_response: { sub_code: '', code: 0 }, code: 9 })).toBe('success')
    expect(codeOf(options, { error_response: { sub_code: 'x' }, code: 0 })).toBe('x')
  })
})

test('a first place that is null does not hide the code of a later one', () => {
  const options: EnvelopeOptions = { code: ['err', 'code'], success: [undefined, 0] }
  expect(codeOf(options, { err: null, code: 5 })).toBe('5')
  expect(codeOf(options, { err: null, code: null })).toBe('success')
  expect(codeOf(options, { err: null, code: 0 })).toBe('success')
  expect(codeOf(options, { err: 'x', code: 0 })).toBe('x')
})

test('a conditional row refuses a success value only where it holds, with or without a plain row', () => {
  for (const codes of ['\nS0\thas=data.v_voucher', '\n;0\nS0\thas=data.v_voucher', '\nS0\tmessage=no *']) {
    const options: EnvelopeOptions = { code: 'code', message: 'msg', success: [0, 1], codes }
    expect(judge(options, { code: 0, data: {} })).toBe('success')
    expect(judge(options, { code: 1, data: { v_voucher: 'x' }, msg: 'no way' })).toBe('success')
    expect(codeOf(options, { code: 0, data: { v_voucher: 'x' }, msg: 'no way' })).toBe('0')
  }
})

test('message, request id, parameter and wait come from the first place that has text', () => {
  const options: EnvelopeOptions = {
    code: 'code',
    message: ['msg', 'message'],
    requestId: ['@x-id', 'id'],
    param: 'param',
    wait: { at: ['none', 'retry'], unit: 's' },
  }
  const header = (name: string): string | undefined => (name === 'x-id' ? 'h-1' : undefined)
  const value = { code: 1, msg: '', message: 5, id: 'b-1', param: 'q', retry: '2' }
  expect(judge(options, value, { header })).toEqual({
    code: '1',
    outerCode: undefined,
    codes: undefined,
    message: '5',
    requestId: 'h-1',
    param: 'q',
    waitMs: 2000,
  })
  expect(judge(options, { code: 1, msg: { a: 1 }, id: 7, param: ['q'], retry: -1 })).toMatchObject({
    message: undefined,
    requestId: '7',
    param: undefined,
    waitMs: undefined,
  })
})

test('a success value is none where a conditional row says so', () => {
  const rows = '\n;0\nS0\thas=data.v_voucher' as EnvelopeOptions['codes']
  const options = { code: 'code', success: [0], codes: rows as string }
  expect(judge(options, { code: 0, data: { v_voucher: 'x' } })).toMatchObject({ code: '0' })
  expect(judge(options, { code: 0, data: {} })).toBe('success')
  expect(judge({ code: 'code', success: [0, 1], codes: { 1: 'ok' } }, { code: 1 })).toBe('success')
})

test.each([undefined, null, '', 'text', 5, true, [], {}, Symbol('x')])('%s is not mine', (value) => {
  expect(judge({ code: ['code', 'a.b'], success: [0] }, value)).toBeUndefined()
})
