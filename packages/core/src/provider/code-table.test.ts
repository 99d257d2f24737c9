import { expect, test } from 'vitest'
import type { Answer } from '../reading/answer.ts'
import { reasonTraits } from '../taxonomy/reason-traits.ts'
import { CodeTable, outcomeLetters, outcomes } from './code-table.ts'

function answerOf(status = 200): Answer {
  return { url: undefined, method: 'GET', status, header: () => undefined, value: {}, text: undefined }
}

function letter(outcome: string): string {
  return outcomeLetters[outcomes.indexOf(outcome as never)] as string
}

test('each outcome has a letter of its own, which no number and no distance begins with', () => {
  expect(outcomes).toEqual([...reasonTraits.keys(), 'ok'])
  expect(new Set(outcomeLetters).size).toBe(outcomes.length)
  expect(outcomeLetters).not.toMatch(/[0-9a-z\-\s\\'"`]/)
})

test('numbers are decoded from their distances, near and far, down and up', () => {
  const [t, u, n] = [letter('throttled'), letter('unauthenticated'), letter('not-found')]
  const table = new CodeTable(`${t}-${(509).toString(36)}${u}${(408).toString(36)}${n}${t}${(1000).toString(36)}`)
  const rows = Object.fromEntries([...table.all()].map(({ code, outcome }) => [code, outcome]))
  expect(rows).toEqual({ '-509': 'throttled', '-101': 'unauthenticated', '-100': 'not-found', '900': 'throttled' })
  expect(table.find('-101', answerOf(), {})).toEqual({ code: '-101', outcome: 'unauthenticated' })
})

test.each(outcomes)('the outcome %s is decoded, of a number and of a word', (outcome) => {
  const table = new CodeTable(`${letter(outcome)}5\n${letter(outcome)}Word`)
  expect([table.find('5', answerOf(), {})?.outcome, table.find('Word', answerOf(), {})?.outcome]).toEqual([
    outcome,
    outcome,
  ])
})

const [t, i, n] = [letter('throttled'), letter('invalid-parameter'), letter('not-found')]
const rows = [
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
].join('\n')
const table = new CodeTable(rows)

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
])('%s at %d with the message %s finds the row %s %s', (code, status, message, found, when) => {
  expect(table.find(code, answerOf(status), { message })).toMatchObject({
    code: found,
    ...(when === undefined ? {} : { when }),
  })
  expect(table.find(code, answerOf(status), { message })?.when).toBe(when)
})

test.each([
  'throttling',
  'Throttlin',
  'A',
  'Z',
  '',
  'Only',
  '5',
  'Throttling.*'.slice(0, 10) + '?',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'get',
  'size',
  'NotFound',
])('%j finds none', (code) => {
  expect(table.find(code, answerOf(), {})).toBeUndefined()
})

test('only a code with more than a plain row is conditional', () => {
  expect(['Mixed', 'Only', 'Throttling', 'Fam.x', 'none'].map((code) => table.isConditional(code))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('a record is a table too, with the names of Object.prototype as plain codes', () => {
  const own = new CodeTable(
    JSON.parse('{"1":"throttled","X.*":"not-found","__proto__":"internal","constructor":"timeout"}'),
  )
  const found = ['1', 'X.y', '__proto__', 'constructor', 'toString'].map(
    (code) => own.find(code, answerOf(), {})?.outcome,
  )
  expect(found).toEqual(['throttled', 'not-found', 'internal', 'timeout', undefined])
})

test('an empty table has no rows', () => {
  expect([...new CodeTable('').all(), ...new CodeTable({}).all()]).toEqual([])
})
