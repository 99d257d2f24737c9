import { defineProvider, type Dialect } from '@unifault/core'
import { expect, test } from 'vitest'
import { dialectSuccess } from './dialect-success.ts'

test.each<[what: string, options: Dialect, count: number]>([
  ['a number that may be a success', { code: 'code' }, 1],
  ['a list of successes', { code: 'code', success: [0] }, 0],
  ['a row of success', { code: 'code', codes: { '0': 'ok', '1': 'throttled' } }, 0],
  ['values that only a failure has', { code: 'code', requires: { ok: [false] } }, 0],
  ['a place that only a failure has', { code: ['error.code', 'errors.0.code'] }, 0],
  ['a code cut out of a text', { code: { at: 'message', match: /^\[(\d+)\]/ } }, 0],
  ['words', { code: 'code', codes: { Throttling: 'throttled' } }, 0],
])('asks for the success of an envelope: %s', (_what, options, count) => {
  const dialect: Dialect = { codes: { '1': 'throttled' }, ...options }
  expect(dialectSuccess(defineProvider({ id: 'shop', dialects: [dialect] }), [])).toHaveLength(count)
})
