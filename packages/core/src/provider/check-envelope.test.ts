import { describe, expect, test } from 'vitest'
import { envelope, type EnvelopeOptions } from './envelope.ts'

function errorOf(options: unknown): string {
  try {
    envelope(options as EnvelopeOptions)
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return (error as TypeError).message
  }
  return 'no error'
}

const place = 'must be a place such as "error.code", "@header" or { at, match }, got'
const value = 'must be a string, a number, a boolean or undefined, got'

const bad: [unknown, string][] = [
  [undefined, '`options` must be an object, got undefined'],
  [null, '`options` must be an object, got null'],
  ['code', '`options` must be an object, got "code"'],
  [{}, '`code` must be a place or places, got undefined'],
  [{ code: [] }, '`code` must be a place or places, got []'],
  [{ code: null }, `\`code\` ${place} null`],
  [{ code: '' }, `\`code\` ${place} ""`],
  [{ code: 'a..b' }, `\`code\` ${place} "a..b"`],
  [{ code: '.a' }, `\`code\` ${place} ".a"`],
  [{ code: 'a.' }, `\`code\` ${place} "a."`],
  [{ code: '@' }, `\`code\` ${place} "@"`],
  [{ code: 5 }, `\`code\` ${place} 5`],
  [{ code: ['a', 5] }, `\`code[1]\` ${place} 5`],
  [{ code: ['a', ['b']] }, `\`code[1]\` ${place} ["b"]`],
  [{ code: { at: 'a' } }, `\`code\` ${place} {"at":"a"}`],
  [{ code: { match: /x/ } }, `\`code\` ${place} {"match":{}}`],
  [{ code: { at: '', match: /x/ } }, `\`code.at\` ${place} ""`],
  [{ code: { at: 'a', match: /x/g } }, `\`code\` ${place} {"at":"a","match":{}}`],
  [{ code: { at: 'a', match: /x/y } }, `\`code\` ${place} {"at":"a","match":{}}`],
  [{ code: { at: 'a', match: 'x' } }, `\`code\` ${place} {"at":"a","match":"x"}`],
  [{ code: [{ at: 'a.', match: /x/ }] }, `\`code[0].at\` ${place} "a."`],
  [{ code: 'a', message: 1 }, `\`message\` ${place} 1`],
  [{ code: 'a', message: ['m', null] }, `\`message[1]\` ${place} null`],
  [{ code: 'a', requestId: '' }, `\`requestId\` ${place} ""`],
  [{ code: 'a', param: ['', 'b'] }, `\`param[0]\` ${place} ""`],
  [{ code: 'a', requires: null }, `\`requires\` ${place} null`],
  [{ code: 'a', requires: ['', 'b'] }, `\`requires[0]\` ${place} ""`],
  [{ code: 'a', requires: { at: 'x', match: 'y' } }, `\`requires\` ${place} {"at":"x","match":"y"}`],
  [{ code: 'a', requires: { ok: true } }, '`requires.ok` must be an array of values, got true'],
  [{ code: 'a', requires: { 'a..b': [1] } }, `\`requires place\` ${place} "a..b"`],
  [{ code: 'a', requires: { ok: [null] } }, `\`requires.ok[0]\` ${value} null`],
  [{ code: 'a', success: 0 }, '`success` must be a list of values, or a record of places and lists of values, got 0'],
  [
    { code: 'a', success: null },
    '`success` must be a list of values, or a record of places and lists of values, got null',
  ],
  [{ code: 'a', success: { ok: 1 } }, '`success.ok` must be an array of values, got 1'],
  [{ code: 'a', success: [0, null] }, `\`success[1]\` ${value} null`],
  [{ code: 'a', success: [[0]] }, `\`success[0]\` ${value} [0]`],
  [{ code: 'a', success: { ok: [{}] } }, `\`success.ok[0]\` ${value} {}`],
  [{ code: 'a', wait: null }, '`wait` must be a record of `at` and `unit`, got null'],
  [{ code: 'a', wait: 5 }, '`wait` must be a record of `at` and `unit`, got 5'],
  [{ code: 'a', wait: { unit: 's' } }, '`wait.at` must be a place or places, got undefined'],
  [{ code: 'a', wait: { at: '', unit: 's' } }, `\`wait.at\` ${place} ""`],
  [{ code: 'a', wait: { at: ['b', 1], unit: 's' } }, `\`wait.at[1]\` ${place} 1`],
  [{ code: 'a', wait: { at: 'b' } }, '`wait.unit` must be one of ms, s, epoch-ms, epoch-s, got undefined'],
  [{ code: 'a', wait: { at: 'b', unit: 'min' } }, '`wait.unit` must be one of ms, s, epoch-ms, epoch-s, got "min"'],
  [{ code: 'a', wait: { at: 'b', unit: 's', per: 1 } }, '`wait.per` is not an option; expected one of at, unit'],
  [{ code: 'a', name: '' }, '`name` must be a non-empty string, got ""'],
  [{ code: 'a', name: 5 }, '`name` must be a non-empty string, got 5'],
  [{ code: 'a', hosts: 'x.com' }, '`hosts` must be an array, got "x.com"'],
  [{ code: 'a', hosts: [''] }, '`hosts[0]` must be a non-empty string, got ""'],
  [{ code: 'a', paths: ['/x', 5] }, '`paths[1]` must be a non-empty string, got 5'],
  [{ code: 'a', readers: {} }, '`readers` must be an array, got {}'],
  [{ code: 'a', readers: ['jsonp'] }, '`readers[0]` must be a reader, got "jsonp"'],
  [{ code: 'a', dataDue: 'yes' }, '`dataDue` must be a boolean, got "yes"'],
  [{ code: 'a', codes: null }, '`codes` must be generated rows, or a record of codes and outcomes, got null'],
  [{ code: 'a', codes: 5 }, '`codes` must be generated rows, or a record of codes and outcomes, got 5'],
  [{ code: 'a', codes: { 1: 'auth' } }, '`codes[\'1\']` must be a reason, got "auth"'],
  [{ code: 'a', codes: { 1: 'throttled', 2: undefined } }, "`codes['2']` must be a reason, got undefined"],
  [{ code: 'a', codes: { 1: 'toString' } }, '`codes[\'1\']` must be a reason, got "toString"'],
]

test.each(bad)('the envelope %j is refused with %j', (options, message) => {
  expect(errorOf(options)).toBe(message)
})

test('a misspelt option is named, with the ones that exist', () => {
  expect(errorOf({ code: 'a', sucess: [0] })).toBe(
    '`sucess` is not an option; expected one of name, readers, requires, hosts, paths, code, message, requestId, param, wait, success, dataDue, codes',
  )
})

test('what is told of a value is short and never throws', () => {
  const cyclic: unknown[] = []
  cyclic.push(cyclic)
  expect(errorOf({ code: cyclic })).toMatch(/^`code\[0\]` must be a place .*, got object$/)
  expect(errorOf({ code: 1n })).toMatch(/got bigint$/)
  expect(errorOf({ code: () => 1 })).toMatch(/got a function$/)
  expect(errorOf({ code: Symbol('x') })).toMatch(/got Symbol\(x\)$/)
  expect(errorOf({ code: '.'.repeat(10_000) }).length).toBeLessThan(300)
})

describe('good options', () => {
  const good: EnvelopeOptions[] = [
    { code: 'a' },
    { code: ['a.0.b', '*_response.code', '@x', '$status', { at: '$text', match: /(x)/i }] },
    { code: 'a', requires: 'b', success: [0, '0', true, undefined] },
    { code: 'a', requires: ['b', '@c'] },
    { code: 'a', requires: { at: 'b', match: /(x)/ } },
    { code: 'a', requires: { b: [1, undefined] }, success: { ok: [true], $status: [200] } },
    { code: 'a', success: [], codes: {}, hosts: [], paths: [], readers: [] },
    { code: 'a', wait: { at: ['b', '@c'], unit: 'epoch-ms' }, dataDue: false },
    { code: 'a', codes: { x: 'ok', y: 'throttled' }, hosts: ['*.x.com'], paths: ['/a/*'] },
  ]

  test.each(good)('%o is taken', (options) => {
    expect(envelope(options)).toMatchObject({ name: 'envelope', options })
  })
})
