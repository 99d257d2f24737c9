import { describe, expect, test, vi } from 'vitest'
import { parseScript, type Rule, type Step } from './script.ts'

const providers = ['bilibili', 'openai']
const read = (source: string): Rule[] => parseScript(source, 'script', providers)
const plain: Omit<Step, 'answer' | 'place'> = {
  headers: {},
  message: undefined,
  status: undefined,
  afterMs: 0,
  events: undefined,
  body: 'whole',
  times: undefined,
}
const error = (code: string): Step['answer'] => ({ kind: 'error', code })
const ok: Step['answer'] = { kind: 'ok', body: undefined }

test('a body of a success is read in time that grows as it does', () => {
  const itemsOf = (count: number): string =>
    JSON.stringify({ code: 0, data: Array.from({ length: count }, (_, id) => ({ id, name: 'a]}"' })) })
  const parse = vi.spyOn(JSON, 'parse')
  for (const body of [itemsOf(5000), `${'['.repeat(4000)}${']'.repeat(4000)}`, '{"a":"}]"}', '[]']) {
    parse.mockClear()
    expect(read(`ok ${body} then -352`)[0]?.steps[0]?.answer).toEqual({ kind: 'ok', body })
    expect(parse).toHaveBeenCalledOnce()
  }
  parse.mockRestore()
})

test.each(['ok {', 'ok {]', 'ok [}', 'ok {"a":}', 'ok {"a":"}', 'ok [1,]', 'ok {"a\\": 1}'])(
  '%s is no JSON',
  (source) => {
    expect(() => read(source)).toThrow('script:1:4: this is no JSON')
  },
)

describe('a step', () => {
  test.each<[string, Partial<Step>]>([
    ['-352', { answer: error('-352') }],
    ['ACQ.TRADE_HAS_SUCCESS', { answer: error('ACQ.TRADE_HAS_SUCCESS') }],
    ['"EAPI:Rate limit exceeded"', { answer: error('EAPI:Rate limit exceeded') }],
    ['"ok"', { answer: error('ok') }],
    ['ok', { answer: ok }],
    ['ok {"code":0,"a":[{"b":"}"}]}', { answer: { kind: 'ok', body: '{"code":0,"a":[{"b":"}"}]}' } }],
    ['status 503', { answer: { kind: 'status', status: 503 } }],
    ['hang', { answer: { kind: 'hang' } }],
    ['drop', { answer: { kind: 'drop' } }],
    ['429 with Retry-After 2, twice', { answer: error('429'), headers: { 'retry-after': '2' }, times: 2 }],
    ['429 with Retry-After: 2 twice', { answer: error('429'), headers: { 'retry-after': '2' }, times: 2 }],
    ['1 with x-a "b c" with x-d e', { answer: error('1'), headers: { 'x-a': 'b c', 'x-d': 'e' } }],
    ['1 with message "请 \\"x\\""', { answer: error('1'), message: '请 "x"' }],
    ['1 with status 418', { answer: error('1'), status: 418 }],
    ['1 after 50 ms', { answer: error('1'), afterMs: 50 }],
    ['1 after 1.5 s', { answer: error('1'), afterMs: 1500 }],
    ['1 at event 5', { answer: error('1'), events: 5 }],
    ['ok in 3 events', { answer: ok, events: 3 }],
    ['ok stalled', { answer: ok, body: 'stalled' }],
    ['1 cut, always', { answer: error('1'), body: 'cut', times: Infinity }],
    ['1 once', { answer: error('1'), times: 1 }],
    ['1, 3 times', { answer: error('1'), times: 3 }],
    [
      '1 after 1 s at event 2 with x-a b stalled, 2 times # why',
      {
        answer: error('1'),
        afterMs: 1000,
        events: 2,
        headers: { 'x-a': 'b' },
        body: 'stalled',
        times: 2,
      },
    ],
  ])('%s', (source, step) => {
    expect(read(source)).toEqual([
      { provider: undefined, method: undefined, path: undefined, steps: [{ ...plain, place: 'script:1:1', ...step }] },
    ])
  })
})

test('rules stand a line each, for a provider, a method and a path; a line that begins with then goes on', () => {
  const rules = read(`# what the test needs
bilibili: -352 then ok

GET /x/*: -101
  then -352, twice   # twice
  then ok
openai POST /v1/chat: status 503`)
  expect(rules.map(({ provider, method, path, steps }) => [provider, method, path, steps.length])).toEqual([
    ['bilibili', undefined, undefined, 2],
    [undefined, 'GET', '/x/*', 3],
    ['openai', 'POST', '/v1/chat', 1],
  ])
  expect(rules[1]?.steps.map(({ place }) => place)).toEqual(['script:4:11', 'script:5:8', 'script:6:8'])
})

test('an empty script has no rules', () => {
  expect(read('')).toEqual([])
  expect(read('\n # nothing\n')).toEqual([])
})

describe('what is wrong is told with its line and column, and what was expected', () => {
  const times = "'once', 'twice', a number of 'times', or 'always'"
  const answer = "a code, 'ok', 'status', 'hang' or 'drop'"

  test.each([
    ['then ok', `1:1: "then" does not fit here; expected ${answer}`],
    ['-352 then', `1:10: the end of the line does not fit here; expected ${answer}`],
    ['-352, twise', `1:7: "twise" does not fit here; expected ${times}`],
    ['-352 3', `1:7: the end of the line does not fit here; expected times`],
    ['-352 0 times', `1:6: "0" does not fit here; expected ${times}`],
    [
      '-352 thrice',
      "1:6: \"thrice\" does not fit here; expected 'with', 'at event', 'stalled', 'cut', 'after', 'once', 'twice', a number of 'times', 'always' or 'then'",
    ],
    [
      'ok at event 2',
      "1:4: \"at\" does not fit here; expected 'with', 'in … events', 'stalled', 'cut', 'after', 'once', 'twice', a number of 'times', 'always' or 'then'",
    ],
    [
      'hang with a b',
      "1:6: \"with\" does not fit here; expected 'after', 'once', 'twice', a number of 'times', 'always' or 'then'",
    ],
    ['-352 at event 0', '1:15: "0" does not fit here; expected the number of the event, from 1 on'],
    ['-352 at 5', '1:9: "5" does not fit here; expected event'],
    ['-352 after 5 h', '1:14: "h" does not fit here; expected ms or s'],
    ['-352 after soon', '1:12: "soon" does not fit here; expected a number of ms or s'],
    ['status 99', '1:8: "99" does not fit here; expected an HTTP status from 200 to 599'],
    ['-352 with', "1:10: the end of the line does not fit here; expected a header, 'message' or 'status'"],
    [
      '-352 with x-a',
      '1:14: the end of the line does not fit here; expected the value of x-a, in quotes where it has several words',
    ],
    ['-352 with "x a" b', '1:11: "x a" does not fit here; expected the name of a header'],
    ['-352 with x-a 中', '1:15: "中" does not fit here; expected a value of plain ASCII'],
    ['-352 with message "a', '1:19: a text is not closed; expected another "'],
    ['-352 with message "\\x"', '1:19: "\\x" is no text; expected the escapes of JSON, such as \\" and \\\\'],
    ['ok {"code":', '1:4: this is no JSON; expected an object or a list on one line'],
    ['GET /x -352', '1:8: "-352" does not fit here; expected \':\' after the provider, the method or the path'],
    [': -352', '1:1: ":" does not fit here; expected one of bilibili, openai, a method or a path before it'],
    ['-352, always then ok', '1:1: what comes always is the last step; expected no `then` after it'],
    ['ok\n\n-352 then then', `3:11: "then" does not fit here; expected ${answer}`],
  ])('%s', (source, message) => {
    expect(() => read(source)).toThrow(`script:${message}`)
  })
})
