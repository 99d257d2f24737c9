import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readJsonLists } from './json-lists.ts'
import { readTwilioErrors } from './twilio.ts'

test('each file is turned into entries', () => {
  const files = { 'a.json': '[1,2]', 'b.txt': 'no' }
  const entries = readJsonLists<number[]>(snapshotOf(files), /\.json$/, (codes, path) =>
    codes.map((code) => ({ code: String(code), zh: '', en: 'One', path })),
  )
  expect(entries.map(({ code, path }) => [code, path])).toEqual([
    ['1', 'a.json'],
    ['2', 'a.json'],
  ])
})

test('a remedy is one short sentence; advice of several stays where it is published', () => {
  const error = { message: 'Invalid To.', secondary_message: null, description: null, causes: null }
  const list = [
    { ...error, code: 1, solutions: 'Give a number in E.164 form.' },
    { ...error, code: 2, solutions: 'Look at the number. Then look at the log.' },
  ]
  expect(readTwilioErrors(snapshotOf({ 'errors.json': JSON.stringify(list) }), /json$/)).toMatchObject([
    { code: '1', en: 'Invalid To', fixEn: 'Give a number in E.164 form' },
    { code: '2', fixEn: '' },
  ])
})
