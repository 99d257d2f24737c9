import { describe, expect, test } from 'vitest'
import { checkProvider } from './check-provider.ts'
import type { Dialect } from './dialect.ts'
import type { ProviderDefinition } from './provider.ts'
import { jsonp } from './readers.ts'

function errorOf(definition: unknown): string {
  try {
    checkProvider(definition)
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return (error as TypeError).message
  }
  return 'no error'
}

const ofDialect = (dialect: unknown): string => errorOf({ id: 'shop', dialects: [dialect] })
const place = 'must be a place such as "error.code", "@header" or { at, match }, got'
const value = 'must be a string, a number, a boolean or undefined, got'

describe('a dialect', () => {
  // each message is told with `dialects[0].` before the option
  const bad: [unknown, string][] = [
    [{}, '`code` must be a place or places, got undefined'],
    [{ code: [] }, '`code` must be a non-empty array, got []'],
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
    [{ code: 'a', requires: { ok: true } }, '`requires.ok` must be an array, got true'],
    [{ code: 'a', requires: { 'a..b': [1] } }, `\`requires place\` ${place} "a..b"`],
    [{ code: 'a', requires: { ok: [null] } }, `\`requires.ok[0]\` ${value} null`],
    [{ code: 'a', success: 0 }, '`success` must be a list of values, or a record of places and lists of values, got 0'],
    [
      { code: 'a', success: null },
      '`success` must be a list of values, or a record of places and lists of values, got null',
    ],
    [{ code: 'a', success: { ok: 1 } }, '`success.ok` must be an array, got 1'],
    [{ code: 'a', success: [0, null] }, `\`success[1]\` ${value} null`],
    [{ code: 'a', success: [[0]] }, `\`success[0]\` ${value} [0]`],
    [{ code: 'a', success: { ok: [{}] } }, `\`success.ok[0]\` ${value} {}`],
    [{ code: 'a', wait: null }, '`wait` must be an object, got null'],
    [{ code: 'a', wait: 5 }, '`wait` must be an object, got 5'],
    [{ code: 'a', wait: { unit: 's' } }, '`wait.at` must be a place or places, got undefined'],
    [{ code: 'a', wait: { at: '', unit: 's' } }, `\`wait.at\` ${place} ""`],
    [{ code: 'a', wait: { at: ['b', 1], unit: 's' } }, `\`wait.at[1]\` ${place} 1`],
    [
      { code: 'a', wait: { at: 'b' } },
      '`wait.unit` must be one of ms, s, epoch-ms, epoch-s, duration, date, got undefined',
    ],
    [
      { code: 'a', wait: { at: 'b', unit: 'min' } },
      "`wait.unit` must be one of 'ms', 's', 'epoch-ms', 'epoch-s', 'duration', 'date', got \"min\"",
    ],
    [
      { code: 'a', wait: { at: 'b', unit: 's', per: 1 } },
      '`wait.per` is not an option; expected one of at, unit, spent',
    ],
    [{ code: 'a', wait: { at: 'b', unit: 's', spent: '' } }, `\`wait.spent\` ${place} ""`],
    [{ code: 'a', wait: [{ at: 'b', unit: 's' }, 5] }, '`wait[1]` must be an object, got 5'],
    [{ code: 'a', issues: 'errors' }, '`issues` must be an object, got "errors"'],
    [{ code: 'a', issues: { at: '' } }, `\`issues.at\` ${place} ""`],
    [{ code: 'a', issues: { param: 'b' } }, '`issues.at` must be a place, got undefined'],
    [{ code: 'a', issues: { at: 'e', param: '' } }, '`issues.param` must be a non-empty string, got ""'],
    [
      { code: 'a', issues: { at: 'e', field: 'x' } },
      '`issues.field` is not an option; expected one of at, param, code, message',
    ],
    [{ code: 'a', name: '' }, '`name` must be a non-empty string, got ""'],
    [{ code: 'a', name: 5 }, '`name` must be a non-empty string, got 5'],
    [{ code: 'a', hosts: 'x.com' }, '`hosts` must be an array, got "x.com"'],
    [{ code: 'a', hosts: [''] }, '`hosts[0]` must be a non-empty string, got ""'],
    [{ code: 'a', paths: ['/x', 5] }, '`paths[1]` must be a non-empty string, got 5'],
    [{ code: 'a', readers: {} }, '`readers` must be an array, got {}'],
    [{ code: 'a', readers: ['jsonp'] }, '`readers[0]` must be an object, got "jsonp"'],
    [{ code: 'a', dataDue: 'yes' }, '`dataDue` must be a boolean, got "yes"'],
    [{ code: 'a', judge: {} }, '`judge` must be a function, got {}'],
    [{ judge: 'x' }, '`judge` must be a function, got "x"'],
    [{ code: 'a', isProtocol: 1 }, '`isProtocol` must be a boolean, got 1'],
    [{ code: 'a', codes: null }, '`codes` must be a record of codes and reasons, or a table, got null'],
    [{ code: 'a', codes: 5 }, '`codes` must be a record of codes and reasons, or a table, got 5'],
    [{ code: 'a', codes: { 1: 'auth' } }, '`codes[\'1\']` must be a reason or `ok`, got "auth"'],
    [{ code: 'a', codes: { 1: 'throttled', 2: undefined } }, "`codes['2']` must be a reason or `ok`, got undefined"],
    [{ code: 'a', codes: { 1: 'toString' } }, '`codes[\'1\']` must be a reason or `ok`, got "toString"'],
    [{ code: 'a', codes: { 'A*B*': 'throttled' } }, '`codes` must be of codes with at most one `*`, got "A*B*"'],
    [
      { code: 'a', codes: 'code\treason\n5\tfast' },
      '`codes`: line 2, column `reason` must be a reason or `ok`, got "fast"',
    ],
    [
      { code: 'a', codes: 'code\treason\nA*B*\tthrottled' },
      '`codes`: line 2, column `code` must be a code with at most one `*`, got "A*B*"',
    ],
    [{ code: 'a', codes: 'code\twhy\n5\tfast' }, '`codes`: line 1 must have a column `reason`, got ["code","why"]'],
  ]

  test.each(bad)('%j is refused with %j', (dialect, message) => {
    expect(ofDialect(dialect)).toBe(message.replace('`', '`dialects[0].'))
  })

  test('of a table whose `when` is none is refused, with the line', () => {
    const told = ofDialect({ code: 'a', codes: 'code\treason\twhen\n4\tok\t\n5\tok\tstate=1' })
    expect(told).toMatch(/^`dialects\[0\]\.codes`: .*`when` must be made of .*, got "state=1"$/)
    expect(told).toContain('line 3, column `when`')
  })

  test('that is none is refused, by its place in the list', () => {
    for (const one of [null, undefined, 5, 'code'])
      expect(errorOf({ id: 'shop', dialects: [{ code: 'a' }, one] })).toMatch(
        /^`dialects\[1\]` must be an object, got /,
      )
  })

  test('with a misspelt option is refused, with the ones that exist', () => {
    expect(ofDialect({ code: 'a', sucess: [0] })).toMatch(
      /^`dialects\[0\]\.sucess` is not an option; expected one of name, hosts, paths, .*, success, dataDue, codes, /,
    )
  })

  const good: Dialect[] = [
    { code: 'a' },
    { judge: () => undefined },
    { code: ['a.0.b', '*_response.code', '@x', '$status', '$event', { at: '$text', match: /(x)/i }] },
    { code: 'a', requires: 'b', success: [0, '0', true, undefined] },
    { code: 'a', requires: ['b', '@c'] },
    { code: 'a', requires: { at: 'b', match: /(x)/ } },
    { code: 'a', requires: { b: [1, undefined] }, success: { ok: [true], $status: [200] } },
    { code: 'a', success: [], codes: {}, hosts: [], paths: [], readers: [] },
    { code: 'a', wait: { at: ['b', '@c'], unit: 'epoch-ms' }, dataDue: false },
    {
      code: 'a',
      wait: [
        { at: 'b', unit: 'duration', spent: '@left' },
        { at: 'c', unit: 'date' },
      ],
    },
    { code: 'a', issues: { at: 'errors', param: 'field.name' }, readers: [jsonp] },
    { code: 'a', codes: { x: 'ok', y: 'throttled', 'F.*': 'internal' }, hosts: ['*.x.com'], paths: ['/a/*'] },
    { code: 'a', codes: 'reason\tcode\twhen\nthrottled\t5\tstatus=429 retry=never message=*' },
    { code: 'a', codes: 'A5BC\nDWord' },
    {
      name: undefined,
      hosts: undefined,
      paths: undefined,
      readers: undefined,
      requires: undefined,
      code: 'a',
      message: undefined,
      requestId: undefined,
      param: undefined,
      issues: undefined,
      wait: undefined,
      success: undefined,
      dataDue: undefined,
      codes: undefined,
      judge: undefined,
    },
  ]

  test.each(good)('%o is taken', (dialect) => {
    expect(ofDialect(dialect)).toBe('no error')
  })
})

describe('a provider', () => {
  const api: Dialect = { name: 'api', code: 'code' }
  const match = 'must be a text with at most one `*`, or a regular expression without g and y, got'
  const bad: [object, string][] = [
    [{ id: undefined }, '`id` must be a kebab-case name, got undefined'],
    [{ id: '' }, '`id` must be a kebab-case name, got ""'],
    [{ id: 'Shop' }, '`id` must be a kebab-case name, got "Shop"'],
    [{ id: 'a_b' }, '`id` must be a kebab-case name, got "a_b"'],
    [{ id: '-a' }, '`id` must be a kebab-case name, got "-a"'],
    [{ id: 'a--b' }, '`id` must be a kebab-case name, got "a--b"'],
    [{ id: 'a\n' }, '`id` must be a kebab-case name, got "a\\n"'],
    [{ id: 5 }, '`id` must be a kebab-case name, got 5'],
    [{ dialects: undefined }, '`dialects` must be a non-empty array, got undefined'],
    [{ dialects: [] }, '`dialects` must be a non-empty array, got []'],
    [{ dialects: api }, '`dialects` must be a non-empty array, got {"name":"api","code":"code"}'],
    [{ dialects: [api, { ...api }] }, '`dialects[1].name` must be unlike the names before it, got "api"'],
    [
      { dialects: [{ code: 'a' }, { code: 'b' }] },
      '`dialects[1].name` must be unlike the names before it, got "envelope"',
    ],
    [{ name: '' }, '`name` must be a non-empty string, got ""'],
    [{ docs: 'docs.example' }, '`docs` must be a URL, got "docs.example"'],
    [{ docs: 5 }, '`docs` must be a URL, got 5'],
    [{ hosts: 'x.com' }, '`hosts` must be an array, got "x.com"'],
    [{ hosts: ['x.com', 'https://x'] }, '`hosts[1]` must be a host name, got "https://x"'],
    [{ hosts: [''] }, '`hosts[0]` must be a host name, got ""'],
    [{ hosts: ['X.com'] }, '`hosts[0]` must be a host name, got "X.com"'],
    [{ hosts: ['x.com.'] }, '`hosts[0]` must be a host name, got "x.com."'],
    [{ hosts: ['.x.com'] }, '`hosts[0]` must be a host name, got ".x.com"'],
    [{ hosts: ['*.x.com'] }, '`hosts[0]` must be a host name, got "*.x.com"'],
    [{ hosts: ['x.com:80'] }, '`hosts[0]` must be a host name, got "x.com:80"'],
    [{ hosts: ['x.com/'] }, '`hosts[0]` must be a host name, got "x.com/"'],
    [{ hosts: ['例子.cn'] }, '`hosts[0]` must be a host name, got "例子.cn"'],
    [{ hosts: ['x.com\n'] }, '`hosts[0]` must be a host name, got "x.com\\n"'],
    [{ hosts: [5] }, '`hosts[0]` must be a host name, got 5'],
    [{ sharedHosts: 'x.com' }, '`sharedHosts` must be an array, got "x.com"'],
    [
      { sharedHosts: ['https://x'] },
      '`sharedHosts[0]` must be a host name or host/path, with `*` for any part, got "https://x"',
    ],
    [{ status: null }, '`status` must be a record of HTTP statuses and reasons, got null'],
    [{ status: 5 }, '`status` must be a record of HTTP statuses and reasons, got 5'],
    [{ status: { 200: 'throttled' } }, '`status` must be keyed by HTTP statuses from 400 on, got "200"'],
    [{ status: { '4xx': 'throttled' } }, '`status` must be keyed by HTTP statuses from 400 on, got "4xx"'],
    [{ status: { 404: 'gone' } }, '`status[404]` must be a reason, got "gone"'],
    [{ status: { 404: 'ok' } }, '`status[404]` must be a reason, got "ok"'],
    [{ messages: {} }, '`messages` must be an array, got {}'],
    [{ messages: [null] }, '`messages[0]` must be an object, got null'],
    [{ messages: [{ match: '', reason: 'throttled' }] }, `\`messages[0].match\` ${match} ""`],
    [{ messages: [{ match: ' ', reason: 'throttled' }] }, `\`messages[0].match\` ${match} " "`],
    [{ messages: [{ match: 'a*b*c', reason: 'throttled' }] }, `\`messages[0].match\` ${match} "a*b*c"`],
    [{ messages: [{ match: /x/g, reason: 'throttled' }] }, `\`messages[0].match\` ${match} {}`],
    [{ messages: [{ reason: 'throttled' }] }, '`messages[0].match` must be a text or an expression, got undefined'],
    [{ messages: [{ match: 'x', reason: 'fast' }] }, '`messages[0].reason` must be a reason, got "fast"'],
    [{ messages: [{ match: 'x' }] }, '`messages[0].reason` must be a reason, got undefined'],
    [
      { messages: [{ match: 'x', reason: 'throttled', when: '' }] },
      '`messages[0].when` must be a non-empty string, got ""',
    ],
    [
      { messages: [{ match: 'x', reason: 'throttled', whenn: 'status=4xx' }] },
      '`messages[0].whenn` is not an option; expected one of match, reason, when',
    ],
    [{ idempotentPaths: '/x' }, '`idempotentPaths` must be an array, got "/x"'],
    [{ idempotentPaths: [''] }, '`idempotentPaths[0]` must be a non-empty string, got ""'],
    [{ idempotencyHeader: '' }, '`idempotencyHeader` must be a non-empty string, got ""'],
    [{ words: 5 }, '`words` must be an object, got 5'],
  ]

  test.each(bad)('with %o is refused with %j', (part, message) => {
    expect(errorOf({ id: 'shop', dialects: [api], ...part })).toBe(message)
  })

  test('with a rule whose `when` is none is refused', () => {
    const messages = [{ match: 'x', reason: 'throttled', when: 'code=5' }]
    expect(errorOf({ id: 'shop', dialects: [api], messages })).toBe(
      '`when` must be made of status=, path=, has=, retry=never, retry=poll and message= tests, got "code=5"',
    )
  })

  test.each([
    [undefined, '`options` must be an object, got undefined'],
    [null, '`options` must be an object, got null'],
    ['shop', '`options` must be an object, got "shop"'],
    [{}, '`id` must be a kebab-case name, got undefined'],
  ])('that is %j is refused with %j', (definition, message) => {
    expect(errorOf(definition)).toBe(message)
  })

  test('with a misspelt option is refused, with the ones that exist', () => {
    expect(errorOf({ id: 'shop', dialects: [api], host: [] })).toBe(
      '`host` is not an option; expected one of id, name, hosts, sharedHosts, docs, status, messages, idempotentPaths, idempotencyHeader, words, dialects',
    )
  })

  test.each(['localhost', 'x.com', 'a-b.x.co.uk', '127.0.0.1', 'xn--fsqu00a.cn', '1.x', 'a--b.cn'])(
    'with the host %s is taken',
    (host) => {
      expect(errorOf({ id: 'shop', dialects: [api], hosts: [host] })).toBe('no error')
    },
  )

  const good: Partial<ProviderDefinition>[] = [
    { hosts: [], sharedHosts: ['*.execute-api.*.amazonaws.com', 'x.com'], docs: 'https://x.com/docs', name: 'Shop' },
    {
      status: { 404: 'not-found', 999: 'abuse-blocked' },
      messages: [{ match: 'a*', reason: 'throttled', when: 'status=4xx' }],
    },
    { messages: [{ match: /^x/i, reason: 'throttled' }], idempotentPaths: ['/orders/*'], idempotencyHeader: 'X-Key' },
    { words: { read: () => undefined } },
    {
      name: undefined,
      hosts: undefined,
      sharedHosts: undefined,
      docs: undefined,
      status: undefined,
      messages: undefined,
      words: undefined,
      idempotentPaths: undefined,
      idempotencyHeader: undefined,
    },
  ]

  test.each(good)('with %o is taken', (part) => {
    expect(errorOf({ id: 'shop', dialects: [api], ...part })).toBe('no error')
  })

  test('that is frozen is not changed', () => {
    const definition = Object.freeze({ id: 'shop', dialects: Object.freeze([Object.freeze({ ...api })]) })
    expect(errorOf(definition)).toBe('no error')
  })
})

test('what is told of a value is short and never throws', () => {
  const cyclic: unknown[] = []
  cyclic.push(cyclic)
  expect(ofDialect({ code: cyclic })).toMatch(/^`dialects\[0\]\.code\[0\]` must be a place .*, got object$/)
  expect(ofDialect({ code: 1n })).toMatch(/got bigint$/)
  expect(ofDialect({ code: () => 1 })).toMatch(/got a function$/)
  expect(ofDialect({ code: Symbol('x') })).toMatch(/got Symbol\(x\)$/)
  expect(ofDialect({ code: '.'.repeat(10_000) }).length).toBeLessThan(300)
})
