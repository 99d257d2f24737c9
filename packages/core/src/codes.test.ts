import { describe, expect, test } from 'vitest'
import type { Answer } from './answer.ts'
import { checkWhen } from './check-provider.ts'
import { CodeTable, compileWhen, encodeTable, letterOf, outcomeOf, everyRow } from './codes.ts'
import { type Outcome, reasons } from './reasons.ts'

const outcomes: Outcome[] = [...reasons, 'ok']

function answerOf(more: Partial<Answer> = {}): Answer {
  const header = (): undefined => undefined
  return {
    url: undefined,
    host: '',
    path: '/',
    method: 'GET',
    status: 200,
    header,
    value: {},
    text: undefined,
    ...more,
  }
}

describe('letters of the compact form', () => {
  test('each outcome has one of its own, which no number and no distance begins with', () => {
    const letters = outcomes.map(letterOf)
    expect(new Set(letters).size).toBe(36)
    for (const letter of letters) expect(letter).toMatch(/^[^0-9a-z\-\s\\'"`]$/)
  })

  test.each(outcomes)('%s is what its letter stands for', (outcome) => {
    expect(outcomeOf(letterOf(outcome))).toBe(outcome)
  })

  test('`ok` stands outside the order: a further reason takes a letter of its own, and no success becomes an error', () => {
    expect(letterOf('ok')).toBe('=')
    expect(reasons.map(letterOf).join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()+:')
    expect(outcomeOf('=')).toBe('ok')
  })

  test.each(['0', 'a', '~', '中'])('%j, which stands for none, is read as unknown', (letter) => {
    expect(outcomeOf(letter)).toBe('unknown')
  })
})

describe('compact rows', () => {
  const [t, u, n, i] = [
    letterOf('throttled'),
    letterOf('unauthenticated'),
    letterOf('not-found'),
    letterOf('invalid-parameter'),
  ]

  test('are numbers by their distances, near and far, down and up', () => {
    const table = new CodeTable(`${t}-${(509).toString(36)}${u}${(408).toString(36)}${n}${t}${(1000).toString(36)}`)
    const rows = Object.fromEntries([...everyRow(table)].map(({ code, outcome }) => [code, outcome]))
    expect(rows).toEqual({ '-509': 'throttled', '-101': 'unauthenticated', '-100': 'not-found', '900': 'throttled' })
    expect(table.find('-101', answerOf(), {})).toEqual({ code: '-101', outcome: 'unauthenticated' })
  })

  test.each(outcomes)('of %s are read, of a number and of a word', (outcome) => {
    const table = new CodeTable(`${letterOf(outcome)}5\n${letterOf(outcome)}Word`)
    expect(['5', 'Word'].map((code) => table.find(code, answerOf(), {})?.outcome)).toEqual([outcome, outcome])
  })

  test.each<[what: string, source: string, rows: Record<string, string>]>([
    ['alone', ' 0Busy(', { Busy: 'invalid-parameter' }],
    ['after numbers', `${t}5 0Busy(`, { '5': 'throttled', Busy: 'invalid-parameter' }],
    ['before other rows', ` 0Busy(\n${t}Other`, { Busy: 'invalid-parameter', Other: 'throttled' }],
    [
      'that begin alike',
      ' 0NotFound<2.User<3Owner~A',
      { NotFound: 'not-found', 'NotFound.User': 'not-found', 'NotFound.Owner': 'unauthenticated' },
    ],
    ['with spaces', ' 0not found<2open~=', { 'not found': 'not-found', 'not open': 'ok' }],
    ['beside a family', ' 0Busy.*!2Day#', { 'Busy.*': 'throttled', 'Busy.Day': 'quota-exhausted' }],
    ['of another script', ' 0系统繁忙]2错误[', { 系统繁忙: 'unavailable', 系统错误: 'internal' }],
    [
      'that count on',
      ' 0As.0098(+<+2a!',
      { 'As.0098': 'invalid-parameter', 'As.0099': 'not-found', 'As.0181': 'throttled' },
    ],
    [
      'with names that every object has',
      ' 0__proto__}0constructor[',
      { ['__proto__']: 'unknown', constructor: 'internal' },
    ],
  ])('are words %s', (_what, source, rows) => {
    const found = Object.fromEntries([...everyRow(new CodeTable(source))].map(({ code, outcome }) => [code, outcome]))
    expect(found).toEqual(rows)
  })

  const table = new CodeTable(
    [
      '', // no numbers
      `${t}Throttling`,
      `${t}Throttling.*`,
      `${n}Throttling.User.*`,
      `${i}Throttling.User.Daily`,
      `${n}*.NotFound`,
      `${i}A*Z`,
      `${t}Mixed\tstatus=429`,
      `${i}Mixed`,
      `${n}Mixed\tstatus=4xx message=x`,
      `${n}Only\tstatus=404`,
      `${t}Fam.*\tstatus=429`,
      `${i}Fam.*`,
    ].join('\n'),
  )

  test.each([
    ['Throttling', 200, undefined, 'Throttling', undefined],
    ['Throttling.Api', 200, undefined, 'Throttling.*', undefined],
    ['Throttling.', 200, undefined, 'Throttling.*', undefined],
    ['Throttling.User.X', 200, undefined, 'Throttling.User.*', undefined],
    ['Throttling.User.Daily', 200, undefined, 'Throttling.User.Daily', undefined],
    ['Throttling.NotFound', 200, undefined, 'Throttling.*', undefined],
    ['Bucket.NotFound', 200, undefined, '*.NotFound', undefined],
    ['AZ', 200, undefined, 'A*Z', undefined],
    ['AxxZ', 200, undefined, 'A*Z', undefined],
    ['Mixed', 200, undefined, 'Mixed', undefined],
    ['Mixed', 429, undefined, 'Mixed', 'status=429'],
    ['Mixed', 429, 'x', 'Mixed', 'status=4xx message=x'],
    ['Mixed', 404, 'y', 'Mixed', undefined],
    ['Only', 404, undefined, 'Only', 'status=404'],
    ['Fam.x', 429, undefined, 'Fam.*', 'status=429'],
    ['Fam.x', 200, undefined, 'Fam.*', undefined],
  ])('for %s at %d with the message %s give the row %s %s', (code, status, message, found, when) => {
    const row = table.find(code, answerOf({ status }), { message })
    expect([row?.code, row?.when]).toEqual([found, when])
  })

  test.each([
    'throttling',
    'Throttlin',
    'A',
    'Z',
    '',
    'Only',
    '5',
    'Throttling?',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'get',
    'size',
    'NotFound',
  ])('for %j give none', (code) => {
    expect(table.find(code, answerOf(), {})).toBeUndefined()
  })

  test('are conditional for a code only where there is more than a plain row', () => {
    const conditional = ['Mixed', 'Only', 'Throttling', 'Fam.x', 'none'].map((code) => table.isConditional(code))
    expect(conditional).toEqual([true, true, false, false, false])
  })

  test('of an empty table are none', () => {
    expect([...everyRow(new CodeTable('')), ...everyRow(new CodeTable({}))]).toEqual([])
  })

  test('are decoded when they are first asked for', () => {
    const rows = {
      get E1(): Outcome {
        throw new Error('read')
      },
    }
    const late = new CodeTable(rows)
    expect(() => late.find('E1', answerOf(), {})).toThrow('read')
  })
})

test('a record is a table too, with the names of Object.prototype as plain codes', () => {
  const own = new CodeTable(
    JSON.parse('{"1":"throttled","X.*":"not-found","__proto__":"internal","constructor":"timeout"}') as Record<
      string,
      Outcome
    >,
  )
  const found = ['1', 'X.y', '__proto__', 'constructor', 'toString'].map(
    (code) => own.find(code, answerOf(), {})?.outcome,
  )
  expect(found).toEqual(['throttled', 'not-found', 'internal', 'timeout', undefined])
})

describe('a row that sets its retry', () => {
  const table = new CodeTable(
    encodeTable(
      [
        'code\treason\twhen',
        'PAYING\tin-progress\tretry=poll',
        'DEAD\tinternal\tretry=never',
        'X\tinternal\tstatus=500 retry=never',
        'X\tthrottled\t',
        'M\tinternal\tretry=never message=a retry=poll',
        'N\tinternal\tmessage=a retry=poll',
      ].join('\n'),
    ),
  )

  test.each([
    ['PAYING', 200, undefined, 'in-progress', 'poll'],
    ['DEAD', 200, undefined, 'internal', 'never'],
    ['X', 500, undefined, 'internal', 'never'],
    ['X', 200, undefined, 'throttled', undefined],
    ['M', 200, 'a retry=poll', 'internal', 'never'],
    ['N', 200, 'a retry=poll', 'internal', undefined],
  ])('%s at %d with %s is %s, retry %s', (code, status, message, outcome, retry) => {
    const row = table.find(code, answerOf({ status }), { message })
    expect([row?.outcome, row?.retry]).toEqual([outcome, retry])
  })

  test('counts as no test', () => {
    expect(compileWhen('retry=poll')).toEqual([])
    expect(compileWhen('status=500 retry=never')).toHaveLength(1)
  })

  test.each(['retry=after-wait', 'retry=', 'retry=Never', 'retry=if-idempotent'])('cannot say %s', (when) => {
    expect(() => checkWhen(when)).toThrow(/^`when` must be made of /)
  })
})

describe('the tests of `when`', () => {
  const answer = answerOf({
    url: new URL('https://a.example/share/list?x=/no'),
    host: 'a.example',
    path: '/share/list',
    status: 401,
    header: (name) => (name === 'x-flag' ? 'on' : undefined),
    value: { data: { v_voucher: 'v', nothing: null, empty: '', zero: 0, no: false }, __proto__: { hidden: 1 } },
    text: 'raw',
  })
  const words = ' 调用速度过快, 请 稍后 '

  function holds(when: string, on: Partial<Answer> = {}, message: string | undefined = words): boolean {
    return compileWhen(when).every((test) => test({ ...answer, ...on }, { message }))
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
    'retry=never',
    'status=401 retry=poll message=*稍后',
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
    'retry=never status=400',
  ])('"%s" does not', (when) => {
    expect(holds(when)).toBe(false)
  })

  test('without a message no message holds', () => {
    expect(compileWhen('message=*').every((test) => test(answer, {}))).toBe(false)
  })

  test('a message takes the rest of the cell, whatever it holds', () => {
    expect(holds('message=a status=500 message=b', {}, 'a status=500 message=b')).toBe(true)
    expect(holds('status=401 message=x message=y', {}, 'x message=y')).toBe(true)
    expect(holds('message=two\nlines', {}, 'two\nlines')).toBe(true)
  })

  test.each(['x', 'code=5', 'Status=401', 'status', '=', 'status=401 5', 'has:x', 'messages=x'])(
    'the test "%s" is refused',
    (when) => {
      expect(() => checkWhen(when)).toThrow(
        /^`when` must be made of status=, path=, has=, retry=never, retry=poll and message= tests, got "/,
      )
    },
  )

  test('a test that this version does not know never holds', () => {
    expect(holds('body=x')).toBe(false)
    expect(holds('status=401 toString=x')).toBe(false)
  })

  test('a message pattern is trimmed as the message is', () => {
    expect(holds('message= a* ', {}, ' ab ')).toBe(true)
    expect(holds('message=a', {}, ' a ')).toBe(true)
    expect(holds('message=a', {}, 'ab')).toBe(false)
  })
})
