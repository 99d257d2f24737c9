import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Answer } from './answer.ts'
import { CodeTable, encodeTable, everyRow } from './codes.ts'
import { compileDialect, type Dialect, type Fault, findRow } from './dialect.ts'

function answerOf(value: unknown, more: Partial<Answer> = {}): Answer {
  const header = (): undefined => undefined
  return { url: undefined, host: '', path: '/', method: 'GET', status: 200, header, value, text: undefined, ...more }
}

function judge(dialect: Dialect, value: unknown, more: Partial<Answer> = {}): 'success' | Fault | undefined {
  const compiled = compileDialect(dialect)
  const answer = answerOf(value, more)
  const verdict = compiled.judge(answer) as 'success' | Fault | undefined
  return typeof verdict === 'object' && compiled.isData ? { ...verdict, ...compiled.details(answer) } : verdict
}

function codeOf(dialect: Dialect, value: unknown): unknown {
  const verdict = judge(dialect, value)
  return typeof verdict === 'object' ? verdict.code : verdict
}

describe('the values of success', () => {
  const cases: [Dialect['success'], unknown, unknown][] = [
    [[0], { code: 0 }, 'success'],
    [[0], { code: '0' }, 'success'],
    [['0'], { code: 0 }, 'success'],
    [['0'], { code: '0' }, 'success'],
    [[0], { code: -0 }, 'success'],
    [[0], { code: 0n }, 'success'],
    [['0'], { code: 0n }, 'success'],
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
    [[0], { code: { isLosslessNumber: true, toString: () => '0' } }, 'success'],
    [[0], { code: { isLosslessNumber: true, toString: () => '5' } }, '5'],
  ]

  test.each(cases)('with success %j the verdict on %o is %s', (success, value, verdict) => {
    expect(codeOf({ code: 'code', success }, value)).toBe(verdict)
  })
})

describe('states of success', () => {
  const dialect: Dialect = {
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
    expect(codeOf(dialect, value)).toBe(verdict)
  })

  test('a state of failure without a code is a fault, no state at all is not mine', () => {
    expect(judge(dialect, { ok: false, msg: 'no' })).toMatchObject({ code: undefined, message: 'no' })
    expect(judge(dialect, { msg: 'no' })).toBeUndefined()
    expect(judge(dialect, undefined)).toBeUndefined()
  })

  test('the status may be a state', () => {
    const byStatus: Dialect = { code: 'code', success: { $status: [200, 201] } }
    expect(judge(byStatus, { code: 'x' }, { status: 201 })).toBe('success')
    expect(judge(byStatus, { code: 'x' }, { status: 202 })).toMatchObject({ code: 'x' })
  })

  test('the name of an event may be a state', () => {
    const ofStream: Dialect = { code: 'code', success: { $event: [undefined, 'message'] } }
    expect(judge(ofStream, { code: 'x' })).toBe('success')
    expect(judge(ofStream, { code: 'x' }, { event: 'message' })).toBe('success')
    expect(judge(ofStream, { code: 'x' }, { event: 'error' })).toMatchObject({ code: 'x' })
  })
})

describe('what makes an answer mine', () => {
  const cases: [Dialect['requires'], unknown, boolean][] = [
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
    expect(judge({ code: 'code', requires }, value) !== undefined).toBe(mine)
  })

  test('a success that lacks what is required is not mine either', () => {
    expect(judge({ code: 'code', success: [0], requires: 'data' }, { code: 0 })).toBeUndefined()
  })

  test.each([undefined, null, '', 'text', 5, true, [], {}, Symbol('x')])('%s is not', (value) => {
    expect(judge({ code: ['code', 'a.b'], success: [0] }, value)).toBeUndefined()
  })
})

describe('several codes', () => {
  const dialect: Dialect = { code: ['*_response.sub_code', '*_response.code', 'code'], success: [0] }

  test('the first is the code, the last the outer one, all are kept in turn', () => {
    expect(judge(dialect, { error_response: { code: 15, sub_code: 'isv.x' }, code: 9 })).toMatchObject({
      code: 'isv.x',
      outerCode: '9',
      codes: ['isv.x', '15', '9'],
    })
    expect(judge(dialect, { error_response: { code: 15 } })).toMatchObject({ code: '15', outerCode: undefined })
    expect(judge(dialect, { error_response: { code: 15 }, code: '15' })).toMatchObject({ code: '15', codes: undefined })
  })

  test('the most specific one that is present says whether it is a success', () => {
    expect(judge(dialect, { error_response: { sub_code: 0 }, code: 9 })).toBe('success')
    expect(judge(dialect, { error_response: { sub_code: '', code: 0 }, code: 9 })).toBe('success')
    expect(codeOf(dialect, { error_response: { sub_code: 'x' }, code: 0 })).toBe('x')
  })

  test('a first place that is null does not hide the code of a later one', () => {
    const dialect: Dialect = { code: ['err', 'code'], success: [undefined, 0] }
    expect(codeOf(dialect, { err: null, code: 5 })).toBe('5')
    expect(codeOf(dialect, { err: null, code: null })).toBe('success')
    expect(codeOf(dialect, { err: null, code: 0 })).toBe('success')
    expect(codeOf(dialect, { err: 'x', code: 0 })).toBe('x')
  })
})

describe('a success value that is none', () => {
  test('a conditional row refuses it only where it holds, with or without a plain row', () => {
    const head = 'code\treason\twhen'
    for (const rows of [
      '0\tabuse-blocked\thas=data.v_voucher',
      '0\tok\t\n0\tabuse-blocked\thas=data.v_voucher',
      '0\tabuse-blocked\tmessage=no *',
    ]) {
      const dialect: Dialect = { code: 'code', message: 'msg', success: [0, 1], codes: encodeTable(`${head}\n${rows}`) }
      expect(judge(dialect, { code: 0, data: {} })).toBe('success')
      expect(judge(dialect, { code: 1, data: { v_voucher: 'x' }, msg: 'no way' })).toBe('success')
      expect(codeOf(dialect, { code: 0, data: { v_voucher: 'x' }, msg: 'no way' })).toBe('0')
    }
  })

  test('a plain row of a success value changes nothing: the dialect says what success is', () => {
    expect(judge({ code: 'code', success: [0, 1], codes: { 1: 'ok' } }, { code: 1 })).toBe('success')
    expect(judge({ code: 'code', success: [0, 1], codes: { 1: 'throttled' } }, { code: 1 })).toBe('success')
  })

  test("the user's own reading refuses it always", () => {
    const compiled = compileDialect({ code: 'code', success: [0, 1] })
    const overrides = new CodeTable({ 0: 'throttled', '1*': 'not-found' })
    expect(compiled.judge(answerOf({ code: 0 }), overrides)).toMatchObject({ code: '0' })
    expect(compiled.judge(answerOf({ code: 1 }), overrides)).toMatchObject({ code: '1' })
    expect(compiled.judge(answerOf({ code: 0 }))).toBe('success')
  })
})

describe('the cost of a success', () => {
  /** A body that tells which of its properties are read. */
  function watched(body: object): [unknown, string[]] {
    const asked: string[] = []
    const value = new Proxy(body, {
      get: (target, name) => (asked.push(String(name)), Reflect.get(target, name) as unknown),
    })
    return [value, asked]
  }

  test('is one look at the code, whatever else the dialect could read', () => {
    const codes = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [String(at + 1), 'internal' as const]))
    const dialect: Dialect = {
      code: 'code',
      message: ['message', 'msg'],
      requestId: 'id',
      issues: { at: 'errors' },
      wait: { at: 'wait', unit: 's' },
      success: [0],
      codes,
    }
    const compiled = compileDialect(dialect)
    const [value, asked] = watched({ code: 0, message: 'x', id: 'y', errors: [], wait: 5 })
    expect(compiled.judge(answerOf(value))).toBe('success')
    expect(asked).toEqual(['code'])
  })

  test('needs no message where a row of another code asks for one', () => {
    const codes = encodeTable('code\treason\twhen\n5\tinternal\tmessage=x\n6\tinternal\tpath=/x')
    const compiled = compileDialect({ code: 'code', message: 'message', success: [0], codes })
    const [value, asked] = watched({ code: 0, message: 'x' })
    expect(compiled.judge(answerOf(value))).toBe('success')
    expect(asked).toEqual(['code'])
  })
})

describe('what an answer says beside its code', () => {
  const dialect: Dialect = {
    code: 'code',
    message: ['msg', 'message'],
    requestId: ['@x-id', 'id'],
    param: 'param',
    wait: { at: ['none', 'retry'], unit: 's' },
  }

  test('comes from the first place that has text', () => {
    const header = (name: string): string | undefined => (name === 'x-id' ? 'h-1' : undefined)
    const value = { code: 1, msg: '', message: 5, id: 'b-1', param: 'q', retry: '2' }
    expect(judge(dialect, value, { header })).toEqual({
      code: '1',
      outerCode: undefined,
      codes: undefined,
      message: '5',
      requestId: 'h-1',
      param: 'q',
      waitMs: 2000,
      issues: undefined,
    })
    expect(judge(dialect, { code: 1, msg: { a: 1 }, id: 7, param: ['q'], retry: -1 })).toMatchObject({
      message: undefined,
      requestId: '7',
      param: undefined,
      waitMs: undefined,
    })
  })

  test('can be read without a verdict, as of a success value under a failed status', () => {
    const compiled = compileDialect(dialect)
    const answer = answerOf({ code: 0, message: 'm', id: 'i' })
    expect(compiled.message(answer)).toBe('m')
    expect(compiled.details(answer)).toMatchObject({ requestId: 'i' })
  })

  test('is given by own properties alone, so that a polluted prototype adds none', () => {
    const fault = judge({ code: 'code' }, { code: 1 }) as Fault
    for (const name of ['code', 'outerCode', 'codes', 'message', 'requestId', 'param', 'waitMs', 'issues'])
      expect(Object.hasOwn(fault, name), name).toBe(true)
  })
})

describe('waits', () => {
  const now = Date.UTC(2027, 0, 15)
  beforeEach(() => void vi.useFakeTimers({ now }))
  afterEach(() => void vi.useRealTimers())

  const waitOf = (wait: Dialect['wait'], value: object, more: Partial<Answer> = {}): unknown =>
    (judge({ code: 'code', wait }, { code: 1, ...value }, more) as Fault).waitMs

  test('are read in the unit that the place is in, the first that is one', () => {
    expect(waitOf({ at: 'wait', unit: 'ms' }, { wait: 5 })).toBe(5)
    expect(waitOf({ at: 'wait', unit: 'epoch-s' }, { wait: now / 1000 + 7 })).toBe(7000)
    expect(waitOf({ at: 'wait', unit: 'date' }, { wait: '2027-01-15T00:00:03Z' })).toBe(3000)
    expect(waitOf({ at: 'wait', unit: 'duration' }, { wait: '250ms' })).toBe(250)
    expect(waitOf({ at: { at: 'msg', match: /retry after (\d+)/ }, unit: 's' }, { msg: 'retry after 3' })).toBe(3000)
    const both: Dialect['wait'] = [
      { at: 'a', unit: 's' },
      { at: ['b', 'c'], unit: 'ms' },
    ]
    expect(waitOf(both, { a: 'soon', b: null, c: 9 })).toBe(9)
    expect(waitOf(both, {})).toBeUndefined()
  })

  test('that end a window count only while nothing is left of it', () => {
    const window: Dialect['wait'] = { at: 'reset', unit: 's', spent: 'left' }
    expect(waitOf(window, { reset: 5, left: 0 })).toBe(5000)
    expect(waitOf(window, { reset: 5, left: '0' })).toBe(5000)
    for (const left of [1, -1, '', 'none', null, undefined]) expect(waitOf(window, { reset: 5, left })).toBeUndefined()
  })
})

describe('issues', () => {
  const issuesOf = (issues: Dialect['issues'], value: object): unknown =>
    (judge({ code: 'code', issues }, { code: 1, ...value }) as Fault).issues

  test.each([
    [
      [{ field: 'age', why: 'too young', no: 5 }, { field: 'name' }],
      [
        { param: 'age', message: 'too young', code: '5' },
        { param: 'name', message: undefined, code: undefined },
      ],
    ],
    [
      ['words', { field: 'a' }],
      [{ message: 'words' }, { param: 'a', message: undefined, code: undefined }],
    ],
    [
      { age: 'too young', name: ['too short', 'too plain'] },
      [
        { param: 'age', message: 'too young' },
        { param: 'name', message: 'too short' },
      ],
    ],
    [[], []],
    ['text', []],
    [null, []],
    [5, []],
  ])('of %j are %j', (errors, issues) => {
    expect(issuesOf({ at: 'errors', param: 'field', code: 'no', message: 'why' }, { errors })).toEqual(issues)
  })

  test('are read at nested places of an item, own properties alone, and a bounded number of them', () => {
    const nested = { errors: [{ where: { field: 'a' }, why: { text: 'b' } }, null, 5] }
    expect(issuesOf({ at: 'errors', param: 'where.field', message: 'why.text' }, nested)).toEqual([
      { param: 'a', message: 'b' },
      { param: undefined, message: undefined },
      { param: undefined, message: undefined },
    ])
    expect(issuesOf({ at: 'errors', param: 'constructor.name' }, { errors: [{}] })).toEqual([{ param: undefined }])
    expect(issuesOf({ at: 'errors' }, { errors: Array.from({ length: 1000 }, () => 'x') })).toHaveLength(16)
    const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`f${at}`, 'x']))
    expect(issuesOf({ at: 'errors' }, { errors: fields })).toHaveLength(16)
    expect(issuesOf(undefined, { errors: ['x'] })).toBeUndefined()
  })
})

describe('hosts and paths', () => {
  const home = (host: string): boolean => host.endsWith('shop.example')

  test.each<[Partial<Dialect>, string, string, boolean, boolean]>([
    [{}, 'elsewhere.example', '/x', false, true],
    [{ hosts: ['pay.*'] }, 'pay.shop.example', '/', false, true],
    [{ hosts: ['pay.*'] }, 'api.shop.example', '/', false, false],
    [{ hosts: ['pay.*'] }, 'elsewhere.example', '/', false, true],
    [{ hosts: ['pay.*'] }, 'proxy.example', '/', true, true],
    [{ paths: ['/v1/*'] }, 'shop.example', '/v1/x', false, true],
    [{ paths: ['/v1/*'] }, 'shop.example', '/v2/x', false, false],
    [{ paths: ['/v1/*'] }, 'elsewhere.example', '/v2/x', false, true],
    [{ paths: ['/v1/*'] }, 'proxy.example', '/v1/x', true, true],
    [{ paths: ['/v1/*'] }, 'proxy.example', '/v2/x', true, false],
    [{ hosts: ['api.shop.example'], paths: ['/v1/*'] }, 'api.shop.example', '/v1/x', false, true],
    [{ hosts: ['api.shop.example'], paths: ['/v1/*'] }, 'api.shop.example', '/v2/x', false, false],
    [{ hosts: [] }, 'shop.example', '/', false, false],
    [{ paths: [] }, 'shop.example', '/', false, false],
  ])('%j on %s%s, placed %s, narrow to %s', (part, host, path, isPlaced, accepted) => {
    const compiled = compileDialect({ code: 'code', ...part })
    expect(compiled.accepts(answerOf({}, { host, path }), home, isPlaced)).toBe(accepted)
  })
})

describe('a dialect with a function', () => {
  test('is judged by it, and read by its places', () => {
    const dialect: Dialect = {
      name: 'own',
      message: 'msg',
      dataDue: true,
      isProtocol: true,
      judge({ status }) {
        return this === dialect && status === 500 ? { code: 'x' } : 'success'
      },
    }
    const compiled = compileDialect(dialect)
    expect(compiled).toMatchObject({ name: 'own', dataDue: true, isProtocol: true })
    expect(compiled.judge(answerOf({}, { status: 500 }))).toEqual({ code: 'x' })
    expect(compiled.judge(answerOf({}))).toBe('success')
    expect({ message: compiled.message(answerOf({ msg: 'words' })) }).toMatchObject({ message: 'words' })
  })

  test('without a name is `envelope`, and only own properties of it count', () => {
    const inherited = Object.create({ judge: () => 'success', dataDue: true, codes: { 1: 'ok' } }) as Dialect
    const compiled = compileDialect(Object.assign(inherited, { code: 'code' }))
    expect(compiled).toMatchObject({ name: 'envelope', dataDue: false, isProtocol: false })
    expect(compiled.judge(answerOf({ code: 1 }))).toMatchObject({ code: '1' })
    expect([...everyRow(compiled.table)]).toEqual([])
  })
})

describe('the row that decides', () => {
  const compiled = compileDialect({ code: 'code', codes: { a: 'throttled', b: 'internal', 'F.*': 'not-found' } })
  const rowOf = (fault: Fault, overrides?: CodeTable): unknown =>
    findRow(compiled, fault, answerOf({}), overrides)?.code

  test('is that of the most specific code that has one', () => {
    expect(rowOf({ code: 'a', outerCode: 'b' })).toBe('a')
    expect(rowOf({ code: 'x', outerCode: 'b' })).toBe('b')
    expect(rowOf({ code: 'x', outerCode: 'y', codes: ['x', 'F.1', 'y'] })).toBe('F.*')
    expect(rowOf({ code: 'x' })).toBeUndefined()
    expect(rowOf({})).toBeUndefined()
  })

  test("is the user's own before the table's, for each code in turn", () => {
    const own = new CodeTable({ b: 'timeout', 'F.*': 'ok', 'a*': 'ok' })
    expect(findRow(compiled, { code: 'F.1' }, answerOf({}), own)).toMatchObject({ outcome: 'ok' })
    expect(findRow(compiled, { code: 'a' }, answerOf({}), own)).toMatchObject({ code: 'a*', outcome: 'ok' })
    expect(findRow(compiled, { code: 'a', outerCode: 'b' }, answerOf({}), own)).toMatchObject({ code: 'a*' })
    expect(findRow(compiled, { code: 'x', outerCode: 'b' }, answerOf({}), own)).toMatchObject({ outcome: 'timeout' })
  })
})
